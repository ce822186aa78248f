package weighbridge.report;

import java.util.Optional;
import java.util.stream.Collectors;
import weighbridge.analysis.TargetReport;

/** How a target was called, where that is not one plain GET a user on a connection of its own. */
final class TrafficLine {
    private TrafficLine() {}

    static Optional<String> of(TargetReport target) {
        boolean plain = target.callsPerUser() == 1
                && !target.keepAlive()
                && target.requests().get(0).method().equals("GET");
        if (plain) {
            return Optional.empty();
        }
        String methods = target.requests().stream()
                .map(request -> request.method() + " " + request.url())
                .collect(Collectors.joining(", then "));
        return Optional.of(target.name() + ": " + methods + "; " + target.callsPerUser()
                + (target.callsPerUser() == 1 ? " call" : " calls") + " a user, "
                + (target.keepAlive() ? "on one connection that is kept" : "each on a connection of its own"));
    }
}
