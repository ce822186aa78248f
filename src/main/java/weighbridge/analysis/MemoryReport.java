package weighbridge.analysis;

/**
 * Memory of a process tree at the moments of weighing. Null where it could not be weighed.
 *
 * @param idle settled, before any load
 * @param warm right before the measured burst
 * @param after settled again, after all targets were hammered
 * @param settled right after that, a JVM after a garbage collection
 * @param peakRssBytes the kernel's high-water mark over the window
 * @param deltaRssBytes after − idle
 * @param liveHeap of the tree's JVMs; null for the process that hammers, which is not asked
 */
public record MemoryReport(
        Weight idle,
        Weight warm,
        Weight after,
        Weight settled,
        Long peakRssBytes,
        Long deltaRssBytes,
        LiveHeap liveHeap) {

    /**
     * What was on the scale.
     *
     * @param rssBytes resident set size
     * @param vmsBytes virtual size
     * @param pssBytes proportional set size; null where the system does not tell
     * @param privateBytes resident pages that no other process has; null where the system does not tell
     */
    public record Weight(long rssBytes, long vmsBytes, Long pssBytes, Long privateBytes) {}

    /**
     * What JVMs hold after a garbage collection.
     *
     * @param warmBytes right before the measured burst
     * @param settledBytes after the last quiet time
     * @param retainedBytes settled − warm: what the measured calls left behind
     * @param reason why one of them is null, in words for the user; null where none is
     */
    public record LiveHeap(Long warmBytes, Long settledBytes, Long retainedBytes, String reason) {}
}
