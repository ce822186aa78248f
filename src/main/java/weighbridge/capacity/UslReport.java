package weighbridge.capacity;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.OptionalDouble;
import weighbridge.capacity.CapacityFinding.UslGap;

/**
 * The Universal Scalability Law of a server: what it carries at each concurrency, X(N) = λN ÷ (1 + σ(N − 1) + κN(N − 1)).
 *
 * @param points to how many points it was fitted; several of one concurrency count each by itself
 * @param largestConcurrency the greatest concurrency among them, in users; 0 where there is no point
 * @param lambda λ, calls per second of one user by himself; null where the points do not tell the law
 * @param sigma σ, contention, 0 or more; null where λ is
 * @param kappa κ, crosstalk, 0 or more; null where λ is
 * @param peak where most is carried; null where the points do not tell
 * @param reason why something is null; null where nothing is
 * @param fit how near the law is to the points; null where it was not fitted
 */
public record UslReport(
        int points,
        double largestConcurrency,
        Parameter lambda,
        Parameter sigma,
        Parameter kappa,
        Peak peak,
        UslGap reason,
        @JsonInclude(JsonInclude.Include.NON_NULL) Fit fit) {

    /** Nothing is told of a concurrency beyond so many times the largest that was measured. */
    static final double REACH = 2;

    /**
     * An estimate with its 95 % interval.
     *
     * @param value the estimate
     * @param low the interval's lower end
     * @param high its upper end; null where that is a concurrency beyond twice the largest that was measured
     */
    public record Parameter(double value, double low, Double high) {}

    /**
     * How near the law is to the points.
     *
     * @param lackShare by how much the levels lie beside the curve, as a root mean square, ÷ the highest rate of a level
     * @param scatterShare by how much the points of one level differ, as a standard deviation, ÷ the same; null where each
     *     level was measured once
     * @param probability of lying so far beside it by chance, by the F test for lack of fit; null likewise
     */
    public record Fit(double lackShare, Double scatterShare, Double probability) {}

    /** Without a fit. */
    public UslReport(
            int points,
            double largestConcurrency,
            Parameter lambda,
            Parameter sigma,
            Parameter kappa,
            Peak peak,
            UslGap reason) {
        this(points, largestConcurrency, lambda, sigma, kappa, peak, reason, null);
    }

    /**
     * The greatest rate, and where it is.
     *
     * @param concurrency √((1 − σ) ÷ κ) users, or 1 where more users never carry more
     * @param callsPerSecond that many users' rate; each end of its interval is the greatest rate up to twice the largest
     *     concurrency that was measured
     */
    public record Peak(Parameter concurrency, Parameter callsPerSecond) {}

    /**
     * X(N) in calls per second; empty where the points do not tell the law, for less than one user, and beyond twice the
     * largest concurrency that was measured.
     */
    public OptionalDouble callsPerSecondAt(double concurrency) {
        if (lambda == null || !(concurrency >= 1 && concurrency <= REACH * largestConcurrency)) {
            return OptionalDouble.empty();
        }
        UslCurve curve = new UslCurve(lambda.value(), sigma.value(), kappa.value());
        return OptionalDouble.of(curve.callsPerSecondAt(concurrency));
    }
}
