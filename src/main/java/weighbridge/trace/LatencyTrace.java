package weighbridge.trace;

import java.util.List;

/**
 * How long calls took.
 *
 * @param count how many calls
 * @param oneIn for each of {@code atLeastMillis}: one in so many calls took at least so long (count ÷ the calls that did),
 *     rising from 1 to {@code count}; the percentile 100 · (1 - 1 ÷ oneIn)
 * @param atLeastMillis latencies that were measured, rising; all that occur, or, where those are more than can be shown,
 *     the least, the greatest and those between that lie closest to equal steps of log(oneIn)
 * @param binMillis width of a bar of the histogram
 * @param bins calls by latency: the first bar counts those of 0 up to but without {@code binMillis}; the last one is not
 *     empty
 */
public record LatencyTrace(
        int count, List<Double> oneIn, List<Integer> atLeastMillis, int binMillis, List<Integer> bins) {
    /** Copies the lists. */
    public LatencyTrace {
        oneIn = List.copyOf(oneIn);
        atLeastMillis = List.copyOf(atLeastMillis);
        bins = List.copyOf(bins);
    }
}
