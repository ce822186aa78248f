package weighbridge.analysis;

import java.util.List;

/**
 * How long calls took.
 *
 * @param count how many calls
 * @param calls for each of {@code atLeastMillis}, how many calls took at least so long: falling from {@code count} to 1.
 *     One in {@code count ÷ calls} did, which is beyond the percentile 100 · (1 - calls ÷ count)
 * @param atLeastMillis latencies that were measured, rising; the last one twice where more than one call took longest; all that occur, or, where those are more than can be shown,
 *     the least, the greatest and those between that lie closest to equal steps of log(calls)
 * @param binMillis width of a bar of the histogram
 * @param bins calls by latency: the first bar counts those of 0 up to but without {@code binMillis}; the last one is not
 *     empty
 */
public record LatencyTrace(
        int count, List<Integer> calls, List<Integer> atLeastMillis, int binMillis, List<Integer> bins) {
    /** Copies the lists. */
    public LatencyTrace {
        calls = List.copyOf(calls);
        atLeastMillis = List.copyOf(atLeastMillis);
        bins = List.copyOf(bins);
    }
}
