package weighbridge.analysis;

/**
 * Memory of a process tree at the moments of weighing. Null where it could not be weighed.
 *
 * @param idle settled, before any load
 * @param after settled again, after all targets were hammered
 * @param peakRssBytes the kernel's high-water mark over the window
 * @param deltaRssBytes after − idle
 */
public record MemoryReport(Weight idle, Weight after, Long peakRssBytes, Long deltaRssBytes) {

    /**
     * What was on the scale.
     *
     * @param rssBytes resident set size
     * @param vmsBytes virtual size
     */
    public record Weight(long rssBytes, long vmsBytes) {}
}
