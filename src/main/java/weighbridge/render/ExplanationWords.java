package weighbridge.render;

import weighbridge.analysis.Explanation;
import weighbridge.analysis.ShortQueue;
import weighbridge.analysis.SocketReport;

/** What failed calls are due to, in a sentence. */
public final class ExplanationWords {
    private ExplanationWords() {}

    public static String of(Explanation explanation) {
        String affected = explanation.affected() + " of " + explanation.calls();
        return explanation.target() + ": "
                + explanation.shortQueue().map(queue -> of(queue) + ": ").orElse("") + affected + " "
                + rest(explanation, explanation.sockets());
    }

    /** What is wrong with the queue. */
    static String of(ShortQueue queue) {
        return "accept queue " + queue.capacity() + " is shorter than the burst of " + queue.connections()
                + (queue.fittingCalls() == Math.max(1, queue.capacity()) ? "" : " connections");
    }

    private static String fix(ShortQueue queue) {
        return "; fix: raise "
                + (queue.byKernel() ? "net.core.somaxconn, for the kernel allows no longer queue, then " : "")
                + queue.setting().map(known -> "it by " + known.setting()).orElse("the server's backlog")
                + ", or make bursts that fit: -Dcalls=" + queue.fittingCalls();
    }

    private static String rest(Explanation explanation, SocketReport sockets) {
        int unanswered = explanation.unanswered();
        return switch (explanation.cause()) {
            case ACCEPT_QUEUE ->
                "timed out before connecting" + (unanswered > 0 ? " and " + unanswered + " after" : "")
                        + queue(explanation);
            case ACCEPT_QUEUE_RETRIES ->
                "took over 1 s, because a dropped connection request is sent again after 1 s" + queue(explanation);
            case LOCAL_PORTS ->
                "found no free local port: the machine has " + sockets.localPorts() + "; "
                        + sockets.openSockets() + " sockets were open before and " + sockets.timeWaitSockets()
                        + " in TIME_WAIT";
            case GENERATOR_DESCRIPTORS ->
                "could not be made: the generator may open " + sockets.mainMaxFiles() + " files, and "
                        + sockets.mainOpenFiles() + " were open before";
            case TARGET_DESCRIPTORS ->
                "failed: its process may open " + sockets.targetMaxFiles() + " files, " + sockets.targetOpenFiles()
                        + " were open before, and up to " + explanation.inFlight() + " connections were added";
            case NOBODY_LISTENING -> "were refused: no process listened on its port any more";
            case GENERATOR -> "timed out while the generator was overloaded: this says nothing about the server";
            case THROTTLED ->
                "had no complete answer in time: the server was held back by the CPU limit of its control group ("
                        + LimitWords.of(explanation.limits()) + ") for " + LimitWords.of(explanation.throttled());
            case SERVER ->
                "had no complete answer in time, with "
                        + (sockets.overflows() == 0 ? "no connection" : "only " + sockets.overflows() + " connections")
                        + " dropped and a healthy generator: the server was too slow";
        };
    }

    private static String queue(Explanation explanation) {
        SocketReport sockets = explanation.sockets();
        Integer waiting = sockets.acceptQueueLength();
        String overflows = "; " + sockets.overflows() + " overflows"
                + (sockets.acceptQueueDrops() == null ? " on the whole machine" : "");
        return explanation
                .shortQueue()
                .map(queue -> overflows + fix(queue))
                .orElse((sockets.acceptQueueCapacity() == null
                                ? ": an accept queue was full"
                                : ": its accept queue holds " + sockets.acceptQueueCapacity())
                        + (waiting == null || waiting == 0 ? "" : ", " + waiting + " of them taken by earlier bursts")
                        + overflows);
    }
}
