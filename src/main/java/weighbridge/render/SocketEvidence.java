package weighbridge.render;

import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import weighbridge.analysis.Explanation;
import weighbridge.analysis.SocketReport;
import weighbridge.analysis.TargetReport;
import weighbridge.render.PageContent.EvidenceRow;
import weighbridge.render.Sheet.Fact;

/** What stands beside the failures: what the kernel counted of each target's connections. */
final class SocketEvidence {
    /** The columns, each with what it means. */
    static final List<Fact> COLUMNS = List.of(
            new Fact("accept queue holds", "connections that the target's accept queue holds"),
            new Fact("waiting before", "connections of earlier bursts that still waited in it"),
            new Fact("it dropped", "connections that the target's accept queue dropped"),
            new Fact("queue full", "connections that met any full accept queue of this machine"),
            new Fact("dropped", "connections that any listening socket of this machine dropped"),
            new Fact("SYN again", "connection requests that were sent again"),
            new Fact("files of target", "descriptors open before the burst, of how many"),
            new Fact("files of main", "descriptors open before the burst, of how many"),
            new Fact("local ports", "for outgoing connections"),
            new Fact("TIME_WAIT", "closed connections that the kernel still remembered before the burst"));

    private SocketEvidence() {}

    /** A row for each target of which something was read. */
    static List<EvidenceRow> of(List<TargetReport> targets) {
        return targets.stream()
                .filter(target -> target.window().sockets() != null)
                .map(SocketEvidence::row)
                .toList();
    }

    private static EvidenceRow row(TargetReport target) {
        String failed = target.burst().failures().stream()
                .map(failure -> failure.calls() + " " + failure.cause().label())
                .collect(Collectors.joining(", "));
        Explanation explanation = target.explanation();
        SocketReport sockets = target.window().sockets();
        return new EvidenceRow(
                target.name(),
                failed.isEmpty() ? "none" : failed,
                explanation == null ? "" : ExplanationWords.of(explanation),
                List.of(
                        Numbers.orNone(sockets.acceptQueueCapacity()),
                        Numbers.orNone(sockets.acceptQueueLength()),
                        Numbers.orNone(sockets.acceptQueueDrops()),
                        Numbers.orNone(sockets.listenOverflows()),
                        Numbers.orNone(sockets.listenDrops()),
                        Numbers.orNone(sockets.synRetransmits()),
                        ofAll(sockets.targetOpenFiles(), sockets.targetMaxFiles()),
                        ofAll(sockets.mainOpenFiles(), sockets.mainMaxFiles()),
                        Numbers.orNone(sockets.localPorts()),
                        Numbers.orNone(sockets.timeWaitSockets())));
    }

    private static String ofAll(Object some, Object all) {
        return Stream.of(some, all).allMatch(Objects::isNull)
                ? Numbers.orNone(null)
                : Numbers.orNone(some) + " of " + Numbers.orNone(all);
    }
}
