package weighbridge.analysis;

import java.util.List;

/**
 * What happened to one process tree in one round.
 *
 * @param name of the target, or {@code main}
 * @param phases in the order of time
 * @param samples how many there are of it
 * @param rssBytes resident set size: that of the samples and of the weighings; of a stretch in which it stayed the same
 *     only the ends
 * @param cores processor time that was used between one sample and the next ÷ the time between them, told at the later
 *     one in thousandths; of a stretch in which it stayed the same only the ends
 * @param moments what was weighed, in the order of time
 * @param peakRssBytes the kernel's high-water mark over the measured burst; null where it is not told
 * @param bursts those that were logged, in the order of time
 */
public record TargetTrace(
        String name,
        List<PhaseTrace> phases,
        int samples,
        Track<Long> rssBytes,
        Track<Double> cores,
        List<MomentTrace> moments,
        Long peakRssBytes,
        List<BurstTrace> bursts) {

    /** Copies the lists. */
    public TargetTrace {
        phases = List.copyOf(phases);
        moments = List.copyOf(moments);
        bursts = List.copyOf(bursts);
    }

    /**
     * A stretch of time with a name.
     *
     * @param kind {@code idle}: from the first weighing to the target's first burst; {@code cold}, {@code warm-up},
     *     {@code floor} and {@code measured}: a burst or another load (that of the floor goes to the sink and not to the
     *     target); {@code probe}: a load that a capacity is looked for with; {@code settled}: the quiet time before the target was weighed again, up to the last weighing
     * @param number of the burst within its kind, or of the load within the run, counted from 1; null where it is none
     * @param fromMillis begin
     * @param toMillis end
     * @param calls of the burst or load; null where it is none
     * @param succeeded those of them that were answered as expected; null where it is none, and in an old run that did
     *     not count them
     */
    public record PhaseTrace(String kind, Integer number, long fromMillis, long toMillis, Long calls, Long succeeded) {}

    /**
     * One weighing.
     *
     * @param moment idle, warm, after or settled
     * @param atMillis when
     * @param rssBytes resident set size
     * @param pssBytes proportional set size; null where it is not told
     * @param privateBytes resident pages of its own; null likewise
     * @param liveHeapBytes live heap after a garbage collection; null where there was none or it is not known
     */
    public record MomentTrace(
            String moment, long atMillis, long rssBytes, Long pssBytes, Long privateBytes, Long liveHeapBytes) {}
}
