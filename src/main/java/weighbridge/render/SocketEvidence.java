package weighbridge.render;

import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import weighbridge.analysis.Explanation;
import weighbridge.analysis.SocketReport;
import weighbridge.analysis.TargetReport;
import weighbridge.render.PageContent.EvidenceRow;

/** What stands beside the failures: what the kernel counted of each target's connections. */
final class SocketEvidence {
    /** The columns, each with what it means. */
    static final List<PageContent.Fact> COLUMNS = List.of(
            new PageContent.Fact("accept queue holds", "connections that the target's accept queue holds"),
            new PageContent.Fact("waiting before", "connections of earlier bursts that still waited in it"),
            new PageContent.Fact("it dropped", "connections that the target's accept queue dropped"),
            new PageContent.Fact("queue full", "connections that met any full accept queue of this machine"),
            new PageContent.Fact("dropped", "connections that any listening socket of this machine dropped"),
            new PageContent.Fact("SYN again", "connection requests that were sent again"),
            new PageContent.Fact("files of target", "descriptors open before the burst, of how many"),
            new PageContent.Fact("files of main", "descriptors open before the burst, of how many"),
            new PageContent.Fact("local ports", "for outgoing connections"),
            new PageContent.Fact("TIME_WAIT", "closed connections that the kernel still remembered before the burst"));

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
                .map(failure -> failure.calls() + " " + failure.cause())
                .collect(Collectors.joining(", "));
        Explanation explanation = target.explanation();
        SocketReport sockets = target.window().sockets();
        return new EvidenceRow(
                target.name(),
                failed.isEmpty() ? "none" : failed,
                explanation == null ? "" : explanation.sentence(),
                List.of(
                        Text.orNotAvailable(sockets.acceptQueueCapacity()),
                        Text.orNotAvailable(sockets.acceptQueueLength()),
                        Text.orNotAvailable(sockets.acceptQueueDrops()),
                        Text.orNotAvailable(sockets.listenOverflows()),
                        Text.orNotAvailable(sockets.listenDrops()),
                        Text.orNotAvailable(sockets.synRetransmits()),
                        ofAll(sockets.targetOpenFiles(), sockets.targetMaxFiles()),
                        ofAll(sockets.mainOpenFiles(), sockets.mainMaxFiles()),
                        Text.orNotAvailable(sockets.localPorts()),
                        Text.orNotAvailable(sockets.timeWaitSockets())));
    }

    private static String ofAll(Object some, Object all) {
        return Stream.of(some, all).allMatch(Objects::isNull)
                ? Text.orNotAvailable(null)
                : Text.orNotAvailable(some) + " of " + Text.orNotAvailable(all);
    }
}
