package weighbridge.capacity;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import weighbridge.capacity.CapacityFinding.*;
import weighbridge.capacity.UslReport.Parameter;

/**
 * From points of closed load to the law they follow. Each interval is the middle 95 % of what resamples give (Efron and
 * Tibshirani, "An Introduction to the Bootstrap", 1993, chapter 13: the percentile interval), which never leaves what the law
 * allows.
 */
public final class UslAnalysis {
    /** Three parameters and their intervals need this many concurrency levels. */
    public static final int MIN_CONCURRENCIES = 6;

    /** So that the ends of 95 % are values themselves, without interpolation: (999 + 1) · 0.025 is 25. */
    private static final int RESAMPLES = 999;

    /** 2.5 % of them, and one, are beyond each end. */
    private static final int PER_TAIL = 40;

    /** The same points in another order are the same points, also to a seed. */
    private static final Comparator<UslPoint> ORDER =
            Comparator.comparingDouble(UslPoint::concurrency).thenComparingDouble(UslPoint::callsPerSecond);

    private final UslCurve curve;
    private final List<UslCurve> resampled;

    /** @param resampled one curve less than a multiple of {@value #PER_TAIL} */
    UslAnalysis(UslCurve curve, List<UslCurve> resampled) {
        this.curve = curve;
        this.resampled = resampled;
    }

    /** Of these points, in any order; the seed is that of the resamples behind the intervals. */
    public static UslReport report(List<UslPoint> points, long seed) {
        List<UslPoint> sorted = points.stream().sorted(ORDER).toList();
        double[] users = sorted.stream().mapToDouble(UslPoint::concurrency).toArray();
        double[] rates = sorted.stream().mapToDouble(UslPoint::callsPerSecond).toArray();
        double largest = users.length == 0 ? 0 : users[users.length - 1];
        UslGap gap = gap(sorted);
        if (gap != null) {
            return new UslReport(points.size(), largest, null, null, null, null, gap);
        }
        UslCurve curve = UslFit.of(users, rates);
        UslGoodness goodness = new UslGoodness(curve, sorted);
        Optional<UslGap> beside = goodness.gap();
        if (beside.isPresent()) {
            return new UslReport(points.size(), largest, null, null, null, null, beside.get(), goodness.fit());
        }
        UslAnalysis fit = new UslAnalysis(curve, UslBootstrap.curves(users, rates, curve, seed, RESAMPLES));
        double bound = UslReport.REACH * largest;
        boolean peaks = curve.peakConcurrency() <= bound;
        return new UslReport(
                points.size(),
                largest,
                fit.parameter(UslCurve::lambda),
                fit.parameter(UslCurve::sigma),
                fit.parameter(UslCurve::kappa),
                peaks ? fit.peak(bound) : null,
                peaks ? null : new PeakOutOfReach(curve.kappa() != 0, largest),
                goodness.fit());
    }

    private static UslGap gap(List<UslPoint> sorted) {
        List<Double> levels = sorted.stream().map(UslPoint::level).distinct().toList();
        if (levels.size() < MIN_CONCURRENCIES) {
            return new TooFewLevels(levels);
        }
        return sorted.stream().allMatch(point -> point.callsPerSecond() == 0) ? new NothingAnswered() : null;
    }

    /** What is read off each curve. The estimate is never outside of its interval, whatever the resamples. */
    Parameter parameter(ToDoubleFunction<UslCurve> reading) {
        double[] sorted = resampled.stream().mapToDouble(reading).sorted().toArray();
        double value = reading.applyAsDouble(curve);
        int rank = (sorted.length + 1) / PER_TAIL;
        return new Parameter(value, Math.min(value, sorted[rank - 1]), Math.max(value, sorted[sorted.length - rank]));
    }

    /** The end of an interval is not told beyond the bound, the greatest concurrency of which anything is told. */
    private UslReport.Peak peak(double bound) {
        Parameter users = parameter(UslCurve::peakConcurrency);
        return new UslReport.Peak(
                users.high() <= bound ? users : new Parameter(users.value(), users.low(), null),
                parameter(one -> one.callsPerSecondAt(Math.min(bound, one.peakConcurrency()))));
    }
}
