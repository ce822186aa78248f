package weighbridge.capacity;

import java.util.Comparator;
import java.util.Optional;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.hipparchus.exception.MathRuntimeException;
import org.hipparchus.optim.nonlinear.vector.leastsquares.LeastSquaresBuilder;
import org.hipparchus.optim.nonlinear.vector.leastsquares.LevenbergMarquardtOptimizer;

/**
 * The lawful curve that is nearest to points: the one with the least sum of squared differences in calls per second. Squares
 * of the measured quantity itself, not of a transformed one as in Gunther's regression of 2007, which fits a parabola to N ÷
 * X and so lets the point of one user, by which all are divided, count for more than all others.
 *
 * <p>Levenberg and Marquardt's method knows no bounds. Where the free fit ends outside of them, the best lawful one lies on
 * a bound: it is the best of those in which σ, κ or both are held at 0.
 */
final class UslFit {
    private static final int MOST_STEPS = 500;
    private static final double TOLERANCE = 1e-12;
    private static final LevenbergMarquardtOptimizer OPTIMIZER = new LevenbergMarquardtOptimizer()
            .withCostRelativeTolerance(TOLERANCE)
            .withParameterRelativeTolerance(TOLERANCE);

    private final double[] concurrency;
    private final double[] callsPerSecond;
    private final double[] start;

    private UslFit(double[] concurrency, double[] callsPerSecond, UslCurve start) {
        this.concurrency = concurrency;
        this.callsPerSecond = callsPerSecond;
        this.start = new double[] {start.lambda(), start.sigma(), start.kappa()};
    }

    /** Of points of which one at least is above 0. */
    static UslCurve of(double[] concurrency, double[] callsPerSecond) {
        double lambda = IntStream.range(0, concurrency.length)
                .mapToDouble(point -> callsPerSecond[point] / concurrency[point])
                .max()
                .orElseThrow();
        return of(concurrency, callsPerSecond, new UslCurve(lambda, 0.1, 0.001));
    }

    /** Begins at a curve that is known to be near. */
    static UslCurve of(double[] concurrency, double[] callsPerSecond, UslCurve start) {
        UslFit fit = new UslFit(concurrency, callsPerSecond, start);
        return fit.nearest(0, 1, 2)
                .orElseGet(() -> Stream.of(fit.nearest(0, 1), fit.nearest(0, 2), Optional.of(fit.proportional()))
                        .flatMap(Optional::stream)
                        .min(Comparator.comparingDouble(fit::squares))
                        .orElseThrow());
    }

    /** With only these parameters of λ, σ, κ free; empty where it would break the law, or where the search does not end. */
    private Optional<UslCurve> nearest(int... free) {
        LeastSquaresBuilder problem = new LeastSquaresBuilder()
                .model(point -> values(curve(point, free)), point -> jacobian(curve(point, free), free))
                .target(callsPerSecond)
                .start(IntStream.of(free).mapToDouble(which -> start[which]).toArray())
                .maxEvaluations(MOST_STEPS)
                .maxIterations(MOST_STEPS);
        try {
            double[] point = OPTIMIZER.optimize(problem.build()).getPoint().toArray();
            return Optional.of(curve(point, free)).filter(UslCurve::isLawful);
        } catch (MathRuntimeException noEnd) {
            return Optional.empty();
        }
    }

    private static UslCurve curve(double[] point, int[] free) {
        double[] parameters = new double[3];
        for (int column = 0; column < free.length; column++) {
            parameters[free[column]] = point[column];
        }
        return new UslCurve(parameters[0], parameters[1], parameters[2]);
    }

    private double[] values(UslCurve curve) {
        return DoubleStream.of(concurrency).map(curve::callsPerSecondAt).toArray();
    }

    private double[][] jacobian(UslCurve curve, int[] free) {
        return DoubleStream.of(concurrency)
                .mapToObj(curve::gradientAt)
                .map(gradient ->
                        IntStream.of(free).mapToDouble(which -> gradient[which]).toArray())
                .toArray(double[][]::new);
    }

    /** X = λN, whose nearest λ is ΣNX ÷ ΣN². */
    private UslCurve proportional() {
        double products = 0;
        double squares = 0;
        for (int point = 0; point < concurrency.length; point++) {
            products += concurrency[point] * callsPerSecond[point];
            squares += concurrency[point] * concurrency[point];
        }
        return new UslCurve(products / squares, 0, 0);
    }

    private double squares(UslCurve curve) {
        return IntStream.range(0, concurrency.length)
                .mapToDouble(point -> callsPerSecond[point] - curve.callsPerSecondAt(concurrency[point]))
                .map(difference -> difference * difference)
                .sum();
    }
}
