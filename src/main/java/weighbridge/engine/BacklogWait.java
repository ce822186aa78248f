package weighbridge.engine;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import weighbridge.process.ProcessTreeProbe;
import weighbridge.record.AcceptQueue;
import weighbridge.record.Reading;
import weighbridge.server.Server;

/**
 * Waits until a server has worked off earlier load. Calls that gave up leave their connections behind, in its accept queue or
 * in queues of its own, and a slow server works on them long after: that work must not count for the next load.
 */
final class BacklogWait {
    private static final Duration BOUND = Duration.ofSeconds(5);
    private static final Duration PAUSE = Duration.ofMillis(20);
    private static final Duration LOOK = Duration.ofMillis(50);

    private BacklogWait() {}

    /**
     * Returns when nothing is left, or after 5 s with what a reader has to know; in a box of less than a core after as many
     * times as long.
     *
     * @param leftWork whether calls before gave up; otherwise a server that takes CPU time is a JVM that compiles, which nobody
     *     waits for
     */
    static Optional<String> await(Server server, boolean leftWork) {
        Optional<ProcessTreeProbe> processes = leftWork ? server.processes() : Optional.empty();
        processes.ifPresent(ProcessTreeProbe::findProcesses);
        Double limit = server.assignment().target().limits().cpus();
        double cpus = limit == null ? 1 : Math.min(1, limit);
        long deadlineNanos = System.nanoTime() + Math.round(BOUND.toNanos() / cpus);
        int waiting = waiting(server);
        boolean busy = isBusy(processes, cpus);
        while ((waiting > 0 || busy) && System.nanoTime() < deadlineNanos) {
            LockSupport.parkNanos(PAUSE.toNanos());
            waiting = waiting(server);
            busy = isBusy(processes, cpus);
        }
        if (waiting == 0 && !busy) {
            return Optional.empty();
        }
        String left = waiting > 0
                ? waiting + " connections of earlier bursts still waited in its accept queue"
                : "it was still at work on earlier bursts";
        return Optional.of(server.assignment().target().name() + ": " + left + " when it was to be measured");
    }

    private static int waiting(Server server) {
        return OpenWindow.acceptQueue(server.assignment())
                .map(AcceptQueue::length)
                .orElse(0);
    }

    private static boolean isBusy(Optional<ProcessTreeProbe> processes, double cpus) {
        return processes.isPresent()
                && RestWait.isBusy(() -> cpuSeconds(processes.get()), LOOK, cpus, MonotonicClock.SYSTEM);
    }

    private static double cpuSeconds(ProcessTreeProbe processes) {
        return processes.read().map(Reading::cpuSeconds).orElse(0.0);
    }
}
