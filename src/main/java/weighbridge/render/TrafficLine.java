package weighbridge.render;

import java.util.Optional;
import java.util.stream.Collectors;
import weighbridge.analysis.Report;
import weighbridge.analysis.TargetReport;
import weighbridge.workload.BurstLoad;

/** How a target was called, where that is not one plain GET a user on a connection of its own. */
final class TrafficLine {
    private TrafficLine() {}

    static Optional<String> of(Report report, TargetReport target) {
        // Over a time users go round what there is to call, and how they connect is the run's choice.
        boolean bursts = report.run().settings().workload() instanceof BurstLoad;
        boolean plain = target.identity().requests().get(0).method().equals("GET")
                && (bursts
                        ? target.identity().callsPerUser() == 1
                                && !target.identity().keepAlive()
                        : target.identity().requests().size() == 1);
        if (plain) {
            return Optional.empty();
        }
        String methods = target.identity().requests().stream()
                .map(request -> request.method() + " " + request.url())
                .collect(Collectors.joining(", then "));
        String users = target.identity().callsPerUser() + (target.identity().callsPerUser() == 1 ? " call" : " calls")
                + " a user, "
                + (target.identity().keepAlive()
                        ? "on one connection that is kept"
                        : "each on a connection of its own");
        return Optional.of(target.name() + ": " + methods + (bursts ? "; " + users : ""));
    }
}
