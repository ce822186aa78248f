package weighbridge.analysis;

import static weighbridge.analysis.Cause.Known.*;

import java.util.List;
import java.util.Optional;
import weighbridge.analysis.BurstReport.Failure;
import weighbridge.analysis.Explanation.RootCause;

/** Finds what the failed calls of a measured burst are due to. The first cause that fits the evidence explains them. */
final class Attribution {
    /** From this time on the second attempt to connect shows: the kernel repeats a request after 1 s. */
    private static final int RETRY_MILLIS = 1000;

    /** From this share of a limit on it counts as reached. */
    private static final double AT_LIMIT = 0.95;

    private final String name;
    private final MeasuredCalls calls;
    private final WindowReport window;
    private final SocketReport sockets;
    private final boolean generatorWell;
    private final Optional<ShortQueue> shortQueue;
    private final List<Failure> failures;
    private final int unanswered;

    /**
     * @param name of the target
     * @param calls of its measured burst
     * @param window the evidence
     * @param generatorWell whether the generator was well in the window
     * @param shortQueue its accept queue, where that is too short for the burst
     */
    Attribution(
            String name,
            MeasuredCalls calls,
            WindowReport window,
            boolean generatorWell,
            Optional<ShortQueue> shortQueue) {
        this.shortQueue = shortQueue;
        this.name = name;
        this.calls = calls;
        this.window = window;
        this.sockets = window.sockets();
        this.generatorWell = generatorWell;
        this.failures = calls.failures();
        this.unanswered = failedBy(RESPONSE_TIMEOUT, LATE);
    }

    /** Empty where nothing is to be explained or no cause fits. */
    Optional<Explanation> find() {
        int unconnected = failedBy(CONNECT_TIMEOUT);
        int retried =
                unconnected > 0 || calls.fasterThan(RETRY_MILLIS / 2) == 0 ? 0 : calls.succeededAfter(RETRY_MILLIS);
        int timedOut = unconnected + unanswered;
        int broken = timedOut + failedBy(RESET, CLOSED_EARLY, REFUSED);
        if (isByAcceptQueue(unconnected)) {
            return explain(RootCause.ACCEPT_QUEUE, unconnected);
        }
        if (isByAcceptQueue(retried)) {
            return explain(RootCause.ACCEPT_QUEUE_RETRIES, retried);
        }
        if (failedBy(NO_LOCAL_PORT) > 0) {
            return explain(RootCause.LOCAL_PORTS, failedBy(NO_LOCAL_PORT));
        }
        if (failedBy(NO_DESCRIPTOR) > 0) {
            return explain(RootCause.GENERATOR_DESCRIPTORS, failedBy(NO_DESCRIPTOR));
        }
        if (broken > 0 && isOutOfDescriptors()) {
            return explain(RootCause.TARGET_DESCRIPTORS, broken);
        }
        if (failedBy(REFUSED) > 0) {
            return explain(RootCause.NOBODY_LISTENING, failedBy(REFUSED));
        }
        return timedOut == 0 ? Optional.empty() : explain(slow(), timedOut);
    }

    private RootCause slow() {
        if (!generatorWell) {
            return RootCause.GENERATOR;
        }
        return window.throttled() != null && window.throttled().inMostPeriods()
                ? RootCause.THROTTLED
                : RootCause.SERVER;
    }

    /**
     * A call that a full queue stalls was dropped once at least, so far fewer overflows do not explain them; and where no
     * call was fast the server itself takes so long.
     */
    private boolean isByAcceptQueue(int stalled) {
        return stalled > 0 && 2 * sockets.overflows() >= stalled;
    }

    private boolean isOutOfDescriptors() {
        Long open = sockets.targetOpenFiles();
        Long limit = sockets.targetMaxFiles();
        return open != null && limit != null && open + calls.peakInFlight() >= limit * AT_LIMIT;
    }

    private int failedBy(Cause... causes) {
        return failures.stream()
                .filter(failure -> List.of(causes).contains(failure.cause()))
                .mapToInt(Failure::calls)
                .sum();
    }

    private Optional<Explanation> explain(RootCause cause, int affected) {
        return Optional.of(new Explanation(
                cause,
                name,
                calls.size(),
                affected,
                unanswered,
                calls.peakInFlight(),
                sockets,
                window.limits(),
                window.throttled(),
                shortQueue.filter(queue -> cause.isAcceptQueue())));
    }
}
