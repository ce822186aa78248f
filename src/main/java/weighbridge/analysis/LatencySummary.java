package weighbridge.analysis;

import java.util.Arrays;
import org.HdrHistogram.Histogram;
import weighbridge.capacity.Latency;

/**
 * How long calls took, in whole ms: of a burst exactly, from every single call; of a load over time at most 0.1 % more.
 *
 * @param count how many calls
 * @param min the shortest
 * @param mean sum ÷ count
 * @param p50 the median
 * @param p75 75th percentile
 * @param p95 95th percentile
 * @param p99 99th percentile; null under {@value #MIN_COUNT_P99} calls, where it would be the luck of one call or two
 * @param max the longest
 */
public record LatencySummary(int count, int min, double mean, int p50, int p75, int p95, Integer p99, int max) {

    /** From this count on the 95 % interval of a 99th percentile has an upper end: 0.99^n ≤ 0.05. */
    public static final int MIN_COUNT_P99 = Latency.MIN_COUNT_P99;

    private static final double MICROS_PER_MILLI = 1000;

    /** Of these latencies; sorts the array. Null where there are none. */
    static LatencySummary of(int[] latenciesMillis) {
        int count = latenciesMillis.length;
        if (count == 0) {
            return null;
        }
        Arrays.sort(latenciesMillis);
        return new LatencySummary(
                count,
                latenciesMillis[0],
                (double) Arrays.stream(latenciesMillis).asLongStream().sum() / count,
                percentile(latenciesMillis, 50),
                percentile(latenciesMillis, 75),
                percentile(latenciesMillis, 95),
                count < MIN_COUNT_P99 ? null : percentile(latenciesMillis, 99),
                latenciesMillis[count - 1]);
    }

    /** Of latencies in µs, each rounded to ms as the log has it; null where there are none. */
    static LatencySummary of(Histogram micros) {
        if (micros.getTotalCount() == 0) {
            return null;
        }
        int count = (int) Math.min(Integer.MAX_VALUE, micros.getTotalCount());
        return new LatencySummary(
                count,
                millis(micros.getMinValue()),
                micros.getMean() / MICROS_PER_MILLI,
                millis(micros.getValueAtPercentile(50)),
                millis(micros.getValueAtPercentile(75)),
                millis(micros.getValueAtPercentile(95)),
                count < MIN_COUNT_P99 ? null : Integer.valueOf(millis(micros.getValueAtPercentile(99))),
                millis(micros.getMaxValue()));
    }

    private static int millis(long micros) {
        return (int) Math.round(micros / MICROS_PER_MILLI);
    }

    /** The nearest-rank percentile: the value at its {@link #rank} of the sorted values, so always one that was measured. */
    static int percentile(int[] sorted, int percent) {
        return sorted[rank(percent, sorted.length) - 1];
    }

    /** Which of n sorted values is the percentile, counted from 1: ⌈percent · n ÷ 100⌉ (Hyndman and Fan 1996, definition 1). */
    public static int rank(int percent, int count) {
        long rank = ((long) percent * count + 99) / 100;
        return (int) Math.max(1, rank);
    }
}
