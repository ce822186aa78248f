package weighbridge.capacity;

import org.HdrHistogram.Histogram;

/**
 * How long calls took, ms, from a histogram of µs with three significant digits: each value is within 0.1 % of the true one,
 * percentiles and the longest never below it. Percentiles are the nearest rank's.
 *
 * @param count how many calls
 * @param min the shortest
 * @param mean sum ÷ count
 * @param p50 the median
 * @param p75 75th percentile
 * @param p95 95th percentile
 * @param p99 99th percentile; null under {@value #MIN_COUNT_P99} calls
 * @param max the longest
 */
public record Latency(long count, double min, double mean, double p50, double p75, double p95, Double p99, double max) {
    /** From this count on the 95 % interval of a 99th percentile has an upper end: 0.99^n ≤ 0.05. */
    public static final int MIN_COUNT_P99 = 299;

    private static final double MICROS_PER_MILLI = 1000;

    /** Of a histogram of µs; null where it holds none. */
    static Latency of(Histogram micros) {
        long count = micros.getTotalCount();
        if (count == 0) {
            return null;
        }
        return new Latency(
                count,
                micros.getMinValue() / MICROS_PER_MILLI,
                micros.getMean() / MICROS_PER_MILLI,
                at(micros, 50),
                at(micros, 75),
                at(micros, 95),
                count < MIN_COUNT_P99 ? null : at(micros, 99),
                micros.getMaxValue() / MICROS_PER_MILLI);
    }

    private static double at(Histogram micros, double percentile) {
        return micros.getValueAtPercentile(percentile) / MICROS_PER_MILLI;
    }
}
