package weighbridge.trace;

import java.util.List;
import java.util.stream.IntStream;
import weighbridge.capacity.UslReport;

/** The Universal Scalability Law as a line (N. J. Gunther, Guerrilla Capacity Planning, 2007, equation 4.29 with λ). */
final class UslCurve {
    private static final int POINTS = 65;

    private UslCurve() {}

    /** Numbers of users in equal steps, from 1 to twice the most that were measured; none where no law was fitted. */
    static List<Double> users(UslReport usl) {
        if (usl == null || usl.lambda() == null || usl.sigma() == null || usl.kappa() == null) {
            return List.of();
        }
        double most = Math.max(2, 2 * usl.largestConcurrency());
        return IntStream.range(0, POINTS)
                .mapToObj(point -> 1 + (most - 1) * point / (POINTS - 1))
                .toList();
    }

    /** X(N) = λN / (1 + σ(N−1) + κN(N−1)). @param usl whose parameters are known */
    static double callsPerSecond(UslReport usl, double users) {
        double sigma = usl.sigma().value();
        double kappa = usl.kappa().value();
        return usl.lambda().value() * users / (1 + sigma * (users - 1) + kappa * users * (users - 1));
    }
}
