package weighbridge.capacity;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/** From points of closed load to the law they follow. */
public final class UslAnalysis {
    /** So many different concurrencies, at least, tell three parameters and how sure they are. */
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
        double[] concurrency =
                sorted.stream().mapToDouble(UslPoint::concurrency).toArray();
        double[] callsPerSecond =
                sorted.stream().mapToDouble(UslPoint::callsPerSecond).toArray();
        double largest = sorted.isEmpty() ? 0 : concurrency[concurrency.length - 1];
        String missing = missing(sorted);
        if (missing != null) {
            return new UslReport(points.size(), largest, null, null, null, null, missing);
        }
        UslCurve curve = UslFit.of(concurrency, callsPerSecond);
        double bound = UslReport.REACH * largest;
        List<UslCurve> resampled = UslBootstrap.curves(concurrency, callsPerSecond, curve, seed, RESAMPLES);
        UslIntervals intervals = new UslIntervals(curve, resampled, bound);
        boolean peaks = curve.peakConcurrency() <= bound;
        return new UslReport(
                points.size(),
                largest,
                intervals.of(UslCurve::lambda),
                intervals.of(UslCurve::sigma),
                intervals.of(UslCurve::kappa),
                peaks ? intervals.peak() : null,
                peaks ? null : beyond(curve, largest));
    }

    private static String missing(List<UslPoint> sorted) {
        List<String> different = sorted.stream()
                .map(point -> plain(point.concurrency()))
                .distinct()
                .toList();
        if (different.size() < MIN_CONCURRENCIES) {
            return "the law is told by " + MIN_CONCURRENCIES + " different concurrencies or more; measured: "
                    + (different.isEmpty() ? "none" : different.stream().collect(Collectors.joining(", ")));
        }
        return sorted.stream().allMatch(point -> point.callsPerSecond() == 0) ? "no call was answered" : null;
    }

    private static String beyond(UslCurve curve, double largest) {
        return (curve.kappa() == 0 ? "there is no peak up to" : "the peak is beyond")
                + " twice the "
                + plain(largest)
                + " users that were measured";
    }

    /** 16 and not 16.0. */
    private static String plain(double number) {
        return BigDecimal.valueOf(number).stripTrailingZeros().toPlainString();
    }
}
