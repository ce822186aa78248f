package weighbridge.analysis;

import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Lays the failures of a measured burst to what the evidence shows. The first that fits explains them. */
final class Attribution {
    /** From this on the second try of connecting shows: the kernel asks again after 1 s. */
    private static final int RETRY_MILLIS = 1000;

    /** So much of a limit in use is at the limit. */
    private static final double AT_LIMIT = 0.95;

    private final String name;
    private final CallStatistics calls;
    private final SocketReport sockets;
    private final boolean generatorWell;
    private final int unconnected;
    private final int unanswered;

    /**
     * @param name of the target
     * @param calls of its measured burst
     * @param sockets the evidence
     * @param generatorWell whether the generator was well in the window
     */
    Attribution(String name, CallStatistics calls, SocketReport sockets, boolean generatorWell) {
        this.name = name;
        this.calls = calls;
        this.sockets = sockets;
        this.generatorWell = generatorWell;
        this.unconnected = calls.failedBy("connect-timeout");
        this.unanswered = calls.failedBy("response-timeout") + calls.failedBy("late");
    }

    Optional<Explanation> find() {
        return Stream.<Supplier<Optional<Explanation>>>of(
                        this::acceptQueue,
                        this::localPorts,
                        this::generatorDescriptors,
                        this::targetDescriptors,
                        this::nobodyListening,
                        this::generator,
                        this::server)
                .map(Supplier::get)
                .flatMap(Optional::stream)
                .findFirst();
    }

    private Optional<Explanation> acceptQueue() {
        // Its own socket tells whether it was this target's queue; what it drops may also have other reasons.
        boolean own = sockets.acceptQueueDrops() != null;
        Long overflows = sockets.listenOverflows();
        int slow = calls.longerThan(RETRY_MILLIS);
        if (own && sockets.acceptQueueDrops() == 0
                || overflows == null
                || overflows == 0
                || unconnected + unanswered + slow == 0) {
            return Optional.empty();
        }
        String what = unconnected > 0
                ? of(unconnected) + " timed out before connecting"
                        + (unanswered > 0 ? " and " + unanswered + " after" : "")
                : unanswered > 0
                        ? of(unanswered) + " timed out"
                        : of(slow) + " took over 1 s, for a connection is asked for again only after that";
        String holds = sockets.acceptQueueCapacity() == null
                ? "an accept queue was full"
                : "its accept queue holds " + sockets.acceptQueueCapacity();
        return explain(
                "accept-queue",
                what + ": " + holds + "; " + overflows + " overflows" + (own ? "" : " on the whole machine"));
    }

    private Optional<Explanation> localPorts() {
        int without = calls.failedBy("no-local-port");
        return explainIf(
                without > 0,
                "local-ports",
                () -> of(without) + " found no local port to connect from: the machine has " + sockets.localPorts()
                        + ", and " + sockets.localPortsInUse() + " were in use before");
    }

    private Optional<Explanation> generatorDescriptors() {
        int without = calls.failedBy("no-descriptor");
        return explainIf(
                without > 0,
                "generator-descriptors",
                () -> of(without) + " could not be made: the generator may have " + sockets.mainMaxFiles()
                        + " files open, and " + sockets.mainOpenFiles() + " were open before");
    }

    private Optional<Explanation> targetDescriptors() {
        Long open = sockets.targetOpenFiles();
        Long limit = sockets.targetMaxFiles();
        int inFlight = calls.peakInFlight();
        return explainIf(
                calls.failed() > 0 && open != null && limit != null && open + inFlight >= limit * AT_LIMIT,
                "target-descriptors",
                () -> of(calls.failed()) + " failed: its process may have " + limit + " files open, " + open
                        + " were open before and up to " + inFlight + " connections came on top");
    }

    private Optional<Explanation> nobodyListening() {
        int refused = calls.failedBy("refused");
        return explainIf(
                refused > 0,
                "nobody-listening",
                () -> of(refused) + " were refused: nobody listened on its port any more");
    }

    private Optional<Explanation> generator() {
        return explainIf(
                unconnected + unanswered > 0 && !generatorWell,
                "generator",
                () -> of(unconnected + unanswered)
                        + " timed out while the generator itself was held up: they say nothing about the server");
    }

    private Optional<Explanation> server() {
        return explainIf(
                unconnected + unanswered > 0,
                "server",
                () -> of(unconnected + unanswered)
                        + " had no complete answer in time, with no connection dropped and the"
                        + " generator well: the time is the server's own");
    }

    private Optional<Explanation> explainIf(boolean fits, String cause, Supplier<String> what) {
        return fits ? explain(cause, what.get()) : Optional.empty();
    }

    private Optional<Explanation> explain(String cause, String what) {
        return Optional.of(new Explanation(cause, name + ": " + what));
    }

    private String of(int some) {
        return String.format(Locale.ROOT, "%d of %d", some, calls.size());
    }
}
