package weighbridge.capacity;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.hipparchus.distribution.continuous.FDistribution;
import weighbridge.capacity.CapacityFinding.LevelsOff;
import weighbridge.capacity.CapacityFinding.LiesBeside;
import weighbridge.capacity.CapacityFinding.RisesPerUser;
import weighbridge.capacity.CapacityFinding.UslGap;

/**
 * Whether a curve of the law says what points say. The points of one level scatter by chance. Where their means lie farther
 * from the curve than that explains, the law is not what the server follows: the F test for lack of fit (Draper and Smith,
 * "Applied Regression Analysis", 3rd edition, section 2.1). A difference that is significant but small is none: no server
 * follows three parameters to the last per cent.
 */
final class UslGoodness {
    private static final double SIGNIFICANCE = 0.01;

    /** Of the highest rate, as a root mean square over the levels. */
    private static final double LEAST_LACK = 0.02;

    /** By the law a user more never makes the others faster. A rate per user that rises by more than this does. */
    private static final double MOST_RISE = 1.1;

    /** So near to each other are rates that level off, as a part of their mean. */
    private static final double LEVEL = 0.03;

    private static final int LEAST_LEVEL = 3;
    private static final int PARAMETERS = 3;

    private final UslCurve curve;
    private final List<UslPoint> points;
    private final List<Level> levels;

    /** The points of one level taken together. @param scatter sum of the squared differences from their mean */
    private record Level(double concurrency, double callsPerSecond, int count, double scatter) {
        double perUser() {
            return callsPerSecond / concurrency;
        }

        static Level of(List<UslPoint> points) {
            double mean = points.stream()
                    .mapToDouble(UslPoint::callsPerSecond)
                    .average()
                    .orElseThrow();
            double concurrency =
                    points.stream().mapToDouble(UslPoint::concurrency).average().orElseThrow();
            double scatter = points.stream()
                    .mapToDouble(point -> square(point.callsPerSecond() - mean))
                    .sum();
            return new Level(concurrency, mean, points.size(), scatter);
        }
    }

    /** @param points to which the curve was fitted */
    UslGoodness(UslCurve curve, List<UslPoint> points) {
        this.curve = curve;
        this.points = points;
        Map<Double, List<UslPoint>> byLevel =
                points.stream().collect(Collectors.groupingBy(UslPoint::level, TreeMap::new, Collectors.toList()));
        this.levels = byLevel.values().stream().map(Level::of).toList();
    }

    private static double square(double value) {
        return value * value;
    }

    /** How near the curve is to the points. */
    UslReport.Fit fit() {
        double residuals = points.stream()
                .mapToDouble(point -> square(point.callsPerSecond() - curve.callsPerSecondAt(point.concurrency())))
                .sum();
        double scatter = levels.stream().mapToDouble(Level::scatter).sum();
        int repeated = points.size() - levels.size();
        int freedom = levels.size() - PARAMETERS;
        double lack = Math.max(0, residuals - scatter);
        double most = levels.stream().mapToDouble(Level::callsPerSecond).max().orElseThrow();
        Double probability = repeated == 0 || freedom < 1
                ? null
                : probability(lack / freedom, scatter / repeated, freedom, repeated);
        return new UslReport.Fit(
                Math.sqrt(lack / points.size()) / most,
                repeated == 0 ? null : Double.valueOf(Math.sqrt(scatter / repeated) / most),
                probability);
    }

    private static double probability(double lack, double scatter, int freedom, int repeated) {
        if (scatter == 0) {
            return lack == 0 ? 1 : 0;
        }
        return 1 - new FDistribution(freedom, repeated).cumulativeProbability(lack / scatter);
    }

    /** Why the curve is not to be told; empty where it is. */
    Optional<UslGap> gap() {
        Optional<UslGap> rise = rise();
        if (rise.isPresent()) {
            return rise;
        }
        UslReport.Fit fit = fit();
        boolean lacks = fit.probability() != null && fit.probability() < SIGNIFICANCE && fit.lackShare() > LEAST_LACK;
        return lacks ? Optional.of(plateau().orElseGet(() -> new LiesBeside(fit.lackShare()))) : Optional.empty();
    }

    private Optional<UslGap> rise() {
        Level least = levels.get(0);
        RisesPerUser most = null;
        for (Level level : levels) {
            least = level.perUser() < least.perUser() ? level : least;
            if (level.perUser() > MOST_RISE * least.perUser() && (most == null || level.perUser() > most.more())) {
                most = new RisesPerUser(least.concurrency(), least.perUser(), level.concurrency(), level.perUser());
            }
        }
        return Optional.ofNullable(most);
    }

    /** From which level on more users carry no more. */
    private Optional<UslGap> plateau() {
        return IntStream.rangeClosed(1, levels.size() - LEAST_LEVEL)
                .filter(this::isLevelFrom)
                .boxed()
                .findFirst()
                .map(from -> {
                    double rate = rates(from).average().orElseThrow();
                    // By the asymptotic bounds of operational analysis X(N) is the lower of N ÷ R and its highest rate.
                    double knee = rate / levels.get(0).perUser();
                    double before = levels.get(from - 1).concurrency();
                    double first = levels.get(from).concurrency();
                    return new LevelsOff(rate, knee > before && knee < first ? knee : first);
                });
    }

    private boolean isLevelFrom(int from) {
        double mean = rates(from).average().orElseThrow();
        return rates(from).allMatch(rate -> Math.abs(rate - mean) <= LEVEL * mean);
    }

    private DoubleStream rates(int from) {
        return levels.subList(from, levels.size()).stream().mapToDouble(Level::callsPerSecond);
    }
}
