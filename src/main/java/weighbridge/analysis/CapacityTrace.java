package weighbridge.analysis;

import java.util.List;
import java.util.stream.IntStream;
import weighbridge.capacity.CapacityReport;
import weighbridge.capacity.UslReport;
import weighbridge.figure.Figure;
import weighbridge.figure.Operator;
import weighbridge.figure.Promise;
import weighbridge.figure.Promises;

/**
 * What the pictures of a target's capacity have beside its probes.
 *
 * @param name of the target
 * @param p99LimitMillis the least that is promised of its 99th percentile; null where nothing is
 * @param users rising from 1 to twice the most that were measured: no word is said beyond; empty where no law was fitted
 * @param callsPerSecond what the law says of each
 */
public record CapacityTrace(String name, Double p99LimitMillis, List<Double> users, List<Double> callsPerSecond) {
    private static final int POINTS = 65;

    /** Copies the lists. @throws IllegalArgumentException where they are not equally long */
    public CapacityTrace {
        users = List.copyOf(users);
        callsPerSecond = List.copyOf(callsPerSecond);
        if (users.size() != callsPerSecond.size()) {
            throw new IllegalArgumentException(
                    users.size() + " numbers of users and " + callsPerSecond.size() + " rates");
        }
    }

    /** Those of the targets whose capacity was looked for. */
    static List<CapacityTrace> of(List<TargetReport> targets) {
        return targets.stream()
                .filter(target -> target.capacity() != null)
                .map(CapacityTrace::of)
                .toList();
    }

    private static CapacityTrace of(TargetReport target) {
        CapacityReport capacity = target.capacity();
        List<Double> users = users(capacity.usl());
        return new CapacityTrace(
                target.name(),
                p99LimitMillis(capacity.promises(), target.name()),
                users,
                users.stream()
                        .map(concurrency ->
                                capacity.usl().callsPerSecondAt(concurrency).orElseThrow())
                        .toList());
    }

    /** The least one, where the promise is of this target. */
    static Double p99LimitMillis(List<String> promises, String name) {
        return Promises.of(promises).stream()
                .filter(promise -> promise.isOf(name) && promise.figure() == Figure.P99_MILLIS)
                .filter(CapacityTrace::isFromAbove)
                .map(promise -> promise.limit().number().doubleValue())
                .min(Double::compare)
                .orElse(null);
    }

    private static boolean isFromAbove(Promise promise) {
        return promise.operator() == Operator.LESS || promise.operator() == Operator.AT_MOST;
    }

    /** In equal steps; none where no law was fitted. */
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
