package weighbridge.analysis;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.stream.Stream;
import weighbridge.figure.Figure;
import weighbridge.record.GroupMemory;
import weighbridge.record.Reading;

/**
 * Memory of a process tree at the moments of weighing. Null where it could not be weighed.
 *
 * @param idle settled, before any load
 * @param warm right before the measured burst
 * @param after settled again after its own load
 * @param settled right after that, a JVM after a garbage collection
 * @param peakRssBytes the kernel's high-water mark over the window
 * @param peakPssBytes the same with each page counted once; null where RSS does not count many pages more than once
 * @param overallPeakRssBytes the same from the first call to the last weighing, never below {@code after} and
 *     {@code settled}; null where it is not known
 * @param deltaRssBytes after − idle
 * @param liveHeap of the tree's JVMs; null for the process that hammers, which is not asked
 * @param group what its own control group was charged with at the end of the load; null where it has none
 */
public record MemoryReport(
        Weight idle,
        Weight warm,
        Weight after,
        Weight settled,
        Long peakRssBytes,
        @JsonInclude(JsonInclude.Include.NON_NULL) Long peakPssBytes,
        Long overallPeakRssBytes,
        Long deltaRssBytes,
        LiveHeap liveHeap,
        @JsonInclude(JsonInclude.Include.NON_NULL) GroupMemory group) {

    /** Of a target whose RSS counts each page once, and without a control group of its own. */
    public MemoryReport(
            Weight idle,
            Weight warm,
            Weight after,
            Weight settled,
            Long peakRssBytes,
            Long deltaRssBytes,
            LiveHeap liveHeap) {
        this(idle, warm, after, settled, peakRssBytes, null, null, deltaRssBytes, liveHeap, null);
    }

    /** Whether RSS counts so many pages more than once that SLOs, rankings and plans go by PSS. */
    @JsonIgnore
    public boolean isRepeated() {
        return peakPssBytes != null
                || Stream.of(idle, warm, after, settled).anyMatch(weight -> weight != null && weight.isRepeated());
    }

    /** A figure of memory by PSS; null where that is not known. */
    Long byPss(Figure figure) {
        return switch (figure) {
            case IDLE_RSS_BYTES -> pss(idle);
            case WARM_RSS_BYTES -> pss(warm);
            case PEAK_RSS_BYTES -> peakPssBytes == null ? scaled(peakRssBytes) : peakPssBytes;
            case OVERALL_PEAK_RSS_BYTES -> scaled(overallPeakRssBytes);
            case AFTER_RSS_BYTES -> pss(after);
            case SETTLED_RSS_BYTES -> pss(settled);
            case DELTA_RSS_BYTES ->
                pss(idle) == null || pss(after) == null ? null : Long.valueOf(pss(after) - pss(idle));
            default -> throw new IllegalArgumentException(figure + " is no resident memory");
        };
    }

    /** Of a target whose RSS counts each page once, beside others whose RSS does not: the kernel keeps no peak of PSS. */
    private Long scaled(Long peak) {
        return peak == null || pss(settled) == null
                ? null
                : Long.valueOf(Math.round((double) peak * settled.pssBytes() / settled.rssBytes()));
    }

    private static Long pss(Weight weight) {
        return weight == null ? null : weight.pssBytes();
    }

    /**
     * What was on the scale.
     *
     * @param rssBytes resident set size
     * @param vmsBytes virtual size
     * @param pssBytes proportional set size; null where the system does not tell
     * @param privateBytes resident pages that no other process has; null where the system does not tell
     * @param repeatedBytes how much of RSS is pages that it counts more than once; null where that is not much
     * @param lazyFreeBytes how much of RSS is given back and waits to be taken; null where nothing is
     */
    public record Weight(
            long rssBytes,
            long vmsBytes,
            Long pssBytes,
            Long privateBytes,
            @JsonInclude(JsonInclude.Include.NON_NULL) Long repeatedBytes,
            @JsonInclude(JsonInclude.Include.NON_NULL) Long lazyFreeBytes) {
        /** Of pages that are counted once, and kept. */
        public Weight(long rssBytes, long vmsBytes, Long pssBytes, Long privateBytes) {
            this(rssBytes, vmsBytes, pssBytes, privateBytes, null, null);
        }

        static Weight of(Reading reading) {
            Long lazyFree = reading.counts().lazyFreeBytes();
            return new Weight(
                    reading.rssBytes(),
                    reading.vmsBytes(),
                    reading.pssBytes(),
                    reading.privateBytes(),
                    reading.isRepeated() ? reading.counts().repeatedBytes() : null,
                    lazyFree == null || lazyFree == 0 ? null : lazyFree);
        }

        boolean isRepeated() {
            return repeatedBytes != null;
        }
    }

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
