package weighbridge.capacity;

import java.util.Comparator;
import java.util.List;
import weighbridge.capacity.CapacityFinding.NothingAnswered;
import weighbridge.capacity.CapacityFinding.PeakOutOfReach;
import weighbridge.capacity.CapacityFinding.TooFewLevels;
import weighbridge.capacity.CapacityFinding.UslGap;

/** From points of closed load to the law they follow. */
public final class UslAnalysis {
    /** Three parameters and their intervals need this many concurrency levels. */
    public static final int MIN_CONCURRENCIES = 6;

    /** So that the ends of 95 % are values themselves, without interpolation: (999 + 1) · 0.025 is 25. */
    private static final int RESAMPLES = 999;

    /** The same points in another order are the same points, also to a seed. */
    private static final Comparator<UslPoint> ORDER =
            Comparator.comparingDouble(UslPoint::concurrency).thenComparingDouble(UslPoint::callsPerSecond);

    private UslAnalysis() {}

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
        double bound = UslReport.REACH * largest;
        UslIntervals intervals =
                new UslIntervals(curve, UslBootstrap.curves(users, rates, curve, seed, RESAMPLES), bound);
        boolean peaks = curve.peakConcurrency() <= bound;
        return new UslReport(
                points.size(),
                largest,
                intervals.of(UslCurve::lambda),
                intervals.of(UslCurve::sigma),
                intervals.of(UslCurve::kappa),
                peaks ? intervals.peak() : null,
                peaks ? null : new PeakOutOfReach(curve.kappa() != 0, largest));
    }

    private static UslGap gap(List<UslPoint> sorted) {
        List<Double> levels =
                sorted.stream().map(UslPoint::concurrency).distinct().toList();
        if (levels.size() < MIN_CONCURRENCIES) {
            return new TooFewLevels(levels);
        }
        return sorted.stream().allMatch(point -> point.callsPerSecond() == 0) ? new NothingAnswered() : null;
    }
}
