package weighbridge.analysis;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import weighbridge.analysis.BurstReport.Failure;

/** Lays the failures of a measured burst to what the evidence shows. The first that fits explains them. */
final class Attribution {
    /** The cause where the target had no descriptor for a connection. */
    static final String TARGET_DESCRIPTORS = "target-descriptors";

    /** From this on the second try of connecting shows: the kernel asks again after 1 s. */
    private static final int RETRY_MILLIS = 1000;

    /** So much of a limit in use is at the limit. */
    private static final double AT_LIMIT = 0.95;

    private final String name;
    private final CallStatistics calls;
    private final SocketReport sockets;
    private final boolean generatorWell;
    private final List<Failure> failures;
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
        this.failures = calls.failures();
        this.unconnected = failedBy("connect-timeout");
        this.unanswered = failedBy("response-timeout") + failedBy("late");
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

    /**
     * Calls that were not even connected, and calls that took over 1 s to be. A call that a full queue stalls was dropped
     * once at least, so far fewer overflows do not explain them; and where no call was fast the server itself takes so long.
     */
    private Optional<Explanation> acceptQueue() {
        int slow = calls.fasterThan(RETRY_MILLIS / 2) == 0 ? 0 : calls.succeededAfter(RETRY_MILLIS);
        int stalled = unconnected > 0 ? unconnected : slow;
        if (stalled == 0 || 2 * overflows() < stalled) {
            return Optional.empty();
        }
        String what = unconnected > 0
                ? of(unconnected) + " timed out before connecting"
                        + (unanswered > 0 ? " and " + unanswered + " after" : "")
                : of(slow) + " took over 1 s, for a connection is asked for again only after that";
        String holds = sockets.acceptQueueCapacity() == null
                ? "an accept queue was full"
                : "its accept queue holds " + sockets.acceptQueueCapacity();
        String earlier = sockets.acceptQueueLength() == null || sockets.acceptQueueLength() == 0
                ? ""
                : ", of which " + sockets.acceptQueueLength() + " waited from earlier bursts";
        boolean own = sockets.acceptQueueDrops() != null;
        return explain(
                "accept-queue",
                what + ": " + holds + earlier + "; " + overflows() + " overflows"
                        + (own ? "" : " on the whole machine"));
    }

    /** Overflows are counted for the whole machine, drops for the target's own sockets but for any reason: the fewer. */
    private long overflows() {
        long machine = sockets.listenOverflows() == null ? 0 : sockets.listenOverflows();
        return sockets.acceptQueueDrops() == null ? machine : Math.min(machine, sockets.acceptQueueDrops());
    }

    private Optional<Explanation> localPorts() {
        int without = failedBy("no-local-port");
        return explainIf(
                without > 0,
                "local-ports",
                () -> of(without) + " found no local port to connect from: the machine has " + sockets.localPorts()
                        + "; " + sockets.openSockets() + " sockets were open before and " + sockets.timeWaitSockets()
                        + " in TIME_WAIT");
    }

    private Optional<Explanation> generatorDescriptors() {
        int without = failedBy("no-descriptor");
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
        int broken = unconnected + unanswered + failedBy("reset") + failedBy("closed-early") + failedBy("refused");
        return explainIf(
                broken > 0 && open != null && limit != null && open + inFlight >= limit * AT_LIMIT,
                TARGET_DESCRIPTORS,
                () -> of(broken) + " failed: its process may have " + limit + " files open, " + open
                        + " were open before and up to " + inFlight + " connections came on top");
    }

    private Optional<Explanation> nobodyListening() {
        int refused = failedBy("refused");
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
                        + " had no complete answer in time, with "
                        + (overflows() == 0 ? "no connection" : "only " + overflows() + " connections")
                        + " dropped and the generator well: the time is the server's own");
    }

    private int failedBy(String cause) {
        return failures.stream()
                .filter(failure -> failure.cause().equals(cause))
                .mapToInt(Failure::calls)
                .sum();
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
