package weighbridge.capacity;

import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * Estimates with the middle 95 % of what resamples give in their place (Efron and Tibshirani, "An Introduction to the
 * Bootstrap", 1993, chapter 13: the percentile interval), which never leaves what the law allows.
 *
 * @param fitted the curve of the points themselves
 * @param resampled those of resamples, one less than a multiple of 40
 * @param bound the greatest concurrency of which anything is told
 */
record UslIntervals(UslCurve fitted, List<UslCurve> resampled, double bound) {
    private static final double TAIL = 0.025;

    /** Of what is read off each curve. The estimate is never outside, whatever the resamples. */
    UslReport.Parameter of(ToDoubleFunction<UslCurve> reading) {
        double[] sorted = resampled.stream().mapToDouble(reading).sorted().toArray();
        int rank = (int) Math.round(TAIL * (sorted.length + 1));
        double value = reading.applyAsDouble(fitted);
        return new UslReport.Parameter(
                value, Math.min(value, sorted[rank - 1]), Math.max(value, sorted[sorted.length - rank]));
    }

    /** Of a peak that is not beyond the bound. */
    UslReport.Peak peak() {
        UslReport.Parameter concurrency = of(UslCurve::peakConcurrency);
        return new UslReport.Peak(
                concurrency.high() <= bound
                        ? concurrency
                        : new UslReport.Parameter(concurrency.value(), concurrency.low(), null),
                of(curve -> curve.callsPerSecondAt(Math.min(bound, curve.peakConcurrency()))));
    }
}
