package weighbridge.analysis;

import java.util.List;
import java.util.stream.IntStream;
import weighbridge.capacity.UslReport;

/** Where the line of the Universal Scalability Law is drawn. */
final class UslTrace {
    private static final int POINTS = 65;

    private UslTrace() {}

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
}
