package weighbridge.analysis;

import java.util.List;
import java.util.stream.IntStream;
import weighbridge.capacity.UslReport;
import weighbridge.figure.Figure;
import weighbridge.figure.Operator;
import weighbridge.figure.Slos;

/**
 * What the pictures of a target's capacity have beside its load steps.
 *
 * @param name of the target
 * @param p99LimitMillis the least limit of its 99th percentile; null where there is none
 * @param users rising from 1 to twice the most that were measured: nothing is known beyond; empty where no law was fitted
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
                .map(target -> of(
                        target.name(),
                        target.capacity().promises(),
                        target.capacity().usl()))
                .toList();
    }

    private static CapacityTrace of(String name, List<String> promises, UslReport usl) {
        List<Double> users = users(usl);
        return new CapacityTrace(
                name,
                p99LimitMillis(promises, name),
                users,
                users.stream()
                        .map(concurrency -> usl.callsPerSecondAt(concurrency).orElseThrow())
                        .toList());
    }

    /** In equal steps. */
    static List<Double> users(UslReport usl) {
        if (usl == null || usl.lambda() == null || usl.sigma() == null || usl.kappa() == null) {
            return List.of();
        }
        double most = Math.max(2, 2 * usl.largestConcurrency());
        return IntStream.range(0, POINTS)
                .mapToObj(point -> 1 + (most - 1) * point / (POINTS - 1))
                .toList();
    }

    /** Where the SLO is of this target. */
    static Double p99LimitMillis(List<String> promises, String name) {
        return Slos.of(promises).stream()
                .filter(slo -> slo.isOf(name) && slo.figure() == Figure.P99_MILLIS)
                .filter(slo -> slo.operator() == Operator.LESS || slo.operator() == Operator.AT_MOST)
                .map(slo -> slo.limit().number().doubleValue())
                .min(Double::compare)
                .orElse(null);
    }
}
