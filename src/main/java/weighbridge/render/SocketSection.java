package weighbridge.render;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import weighbridge.analysis.SocketReport;
import weighbridge.analysis.TargetReport;
import weighbridge.render.Sheet.*;

/** Failed calls, and what the kernel counted of each target's connections. */
final class SocketSection {
    private static final String BEFORE = "open files before the load, of the limit";
    private static final List<Field<SocketReport>> COUNTS = List.of(
            count("accept queue", "size of the target's accept queue, connections", SocketReport::acceptQueueCapacity),
            count("queued before", "connections in it before the load", SocketReport::acceptQueueLength),
            count(
                    "queue drops",
                    "packets that its sockets dropped; with TCP_DEFER_ACCEPT one for each connection, which is not lost",
                    SocketReport::acceptQueueDrops),
            count("listen overflows", "full accept queues, of the whole machine", SocketReport::listenOverflows),
            count("listen drops", "dropped connections, of the whole machine", SocketReport::listenDrops),
            count("SYN retransmits", "connection requests that were sent again", SocketReport::synRetransmits),
            count("target files", BEFORE, sockets -> ofAll(sockets.targetOpenFiles(), sockets.targetMaxFiles())),
            count("generator files", BEFORE, sockets -> ofAll(sockets.mainOpenFiles(), sockets.mainMaxFiles())),
            count("local ports", "ports for outgoing connections", SocketReport::localPorts),
            count("opened", "connections that the generator opened during the load", SocketReport::connectionsOpened),
            count(
                    "opened anew",
                    "of them those of users whose kept connection the server had closed",
                    SocketReport::connectionsReopened),
            count(
                    "TIME_WAIT",
                    "closed connections that the kernel still kept before the load",
                    SocketReport::timeWaitSockets));

    private SocketSection() {}

    /** A row for each target of which something was read. */
    static Table of(List<TargetReport> targets) {
        List<Field<TargetReport>> fields = Field.join(
                List.of(
                        Field.words("target", TargetReport::name),
                        new Field<>(Column.words("failed calls"), SocketSection::failed)),
                Field.of(target -> target.window().sockets(), COUNTS));
        return Field.table(
                "",
                fields,
                targets.stream()
                        .filter(target -> target.window().sockets() != null)
                        .toList());
    }

    private static Cell failed(TargetReport target) {
        String failed = target.burst().failures().stream()
                .map(failure -> failure.calls() + " " + failure.cause().label())
                .collect(Collectors.joining(", "));
        String reason = target.explanation() == null ? "" : ExplanationWords.of(target.explanation());
        return new Cell(failed.isEmpty() ? "none" : failed, null, Mark.NONE, "", reason);
    }

    private static Field<SocketReport> count(String label, String meaning, Function<SocketReport, Object> count) {
        return new Field<>(
                new Column(label, Content.NUMBER, meaning, 0),
                sockets -> Cell.of(Numbers.orNone(count.apply(sockets))));
    }

    private static String ofAll(Long some, Long all) {
        return some == null && all == null ? null : Numbers.orNone(some) + " of " + Numbers.orNone(all);
    }
}
