package weighbridge.render;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import weighbridge.analysis.SocketReport;
import weighbridge.analysis.TargetReport;
import weighbridge.render.Sheet.*;

/** What stands beside the failures: what the kernel counted of each target's connections. */
final class SocketSection {
    private static final String BEFORE = "descriptors open before the burst, of how many";
    private static final List<Field<SocketReport>> COUNTS = List.of(
            count(
                    "accept queue holds",
                    "connections that the target's accept queue holds",
                    SocketReport::acceptQueueCapacity),
            count(
                    "waiting before",
                    "connections of earlier bursts that still waited in it",
                    SocketReport::acceptQueueLength),
            count("it dropped", "connections that the target's accept queue dropped", SocketReport::acceptQueueDrops),
            count(
                    "queue full",
                    "connections that met any full accept queue of this machine",
                    SocketReport::listenOverflows),
            count(
                    "dropped",
                    "connections that any listening socket of this machine dropped",
                    SocketReport::listenDrops),
            count("SYN again", "connection requests that were sent again", SocketReport::synRetransmits),
            count("files of target", BEFORE, sockets -> ofAll(sockets.targetOpenFiles(), sockets.targetMaxFiles())),
            count("files of main", BEFORE, sockets -> ofAll(sockets.mainOpenFiles(), sockets.mainMaxFiles())),
            count("local ports", "for outgoing connections", SocketReport::localPorts),
            count(
                    "TIME_WAIT",
                    "closed connections that the kernel still remembered before the burst",
                    SocketReport::timeWaitSockets));

    private SocketSection() {}

    /** A row for each target of which something was read. */
    static Table of(List<TargetReport> targets) {
        List<Field<TargetReport>> fields = Field.join(
                List.of(
                        Field.words("target", TargetReport::name),
                        new Field<>(Column.words("calls that failed"), SocketSection::failed)),
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
