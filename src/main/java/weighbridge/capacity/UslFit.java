package weighbridge.capacity;

import java.util.Comparator;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.hipparchus.exception.MathRuntimeException;
import org.hipparchus.linear.ArrayRealVector;
import org.hipparchus.linear.MatrixUtils;
import org.hipparchus.linear.RealMatrix;
import org.hipparchus.linear.RealVector;
import org.hipparchus.optim.nonlinear.vector.leastsquares.LeastSquaresBuilder;
import org.hipparchus.optim.nonlinear.vector.leastsquares.LeastSquaresProblem;
import org.hipparchus.optim.nonlinear.vector.leastsquares.LevenbergMarquardtOptimizer;
import org.hipparchus.util.Pair;

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

    private static final int[] ALL = {0, 1, 2};
    private static final int[] NO_CROSSTALK = {0, 1};
    private static final int[] NO_CONTENTION = {0, 2};

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
        return fit.nearest(ALL).orElseGet(fit::nearestOnBound);
    }

    private UslCurve nearestOnBound() {
        return Stream.of(nearest(NO_CROSSTALK), nearest(NO_CONTENTION), Optional.of(proportional()))
                .flatMap(Optional::stream)
                .min(Comparator.comparingDouble(this::squares))
                .orElseThrow();
    }

    /** With only these parameters free; empty where it would break the law, or where the search does not end. */
    private Optional<UslCurve> nearest(int[] free) {
        double[] guess = IntStream.of(free).mapToDouble(which -> start[which]).toArray();
        LeastSquaresProblem problem = new LeastSquaresBuilder()
                .model(point -> valueAndJacobian(curve(point, free), free))
                .target(callsPerSecond)
                .start(guess)
                .maxEvaluations(MOST_STEPS)
                .maxIterations(MOST_STEPS)
                .build();
        try {
            return Optional.of(curve(OPTIMIZER.optimize(problem).getPoint(), free))
                    .filter(UslCurve::isLawful);
        } catch (MathRuntimeException noEnd) {
            return Optional.empty();
        }
    }

    private Pair<RealVector, RealMatrix> valueAndJacobian(UslCurve curve, int[] free) {
        double[] values = new double[concurrency.length];
        double[][] jacobian = new double[concurrency.length][free.length];
        for (int point = 0; point < concurrency.length; point++) {
            values[point] = curve.callsPerSecondAt(concurrency[point]);
            double[] gradient = curve.gradientAt(concurrency[point]);
            for (int column = 0; column < free.length; column++) {
                jacobian[point][column] = gradient[free[column]];
            }
        }
        return new Pair<>(new ArrayRealVector(values, false), MatrixUtils.createRealMatrix(jacobian));
    }

    private static UslCurve curve(RealVector point, int[] free) {
        double[] parameters = new double[ALL.length];
        for (int column = 0; column < free.length; column++) {
            parameters[free[column]] = point.getEntry(column);
        }
        return new UslCurve(parameters[0], parameters[1], parameters[2]);
    }

    /** X = λN, whose nearest λ is ΣNX ÷ ΣN². */
    private UslCurve proportional() {
        RealVector users = new ArrayRealVector(concurrency, false);
        return new UslCurve(
                users.dotProduct(new ArrayRealVector(callsPerSecond, false)) / users.dotProduct(users), 0, 0);
    }

    private double squares(UslCurve curve) {
        return IntStream.range(0, concurrency.length)
                .mapToDouble(point -> callsPerSecond[point] - curve.callsPerSecondAt(concurrency[point]))
                .map(difference -> difference * difference)
                .sum();
    }
}
