package weighbridge.engine;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import weighbridge.process.ProcessTreeProbe;
import weighbridge.record.AcceptQueue;
import weighbridge.record.Reading;
import weighbridge.server.Server;

/**
 * Waits until a server has done with earlier bursts. Calls that gave up leave their connections behind, in its accept
 * queue or in queues of its own, and a server that is slow works on them long after: that work is not the next burst's.
 */
final class BacklogWait {
    private static final Duration BOUND = Duration.ofSeconds(5);
    private static final Duration PAUSE = Duration.ofMillis(20);
    private static final Duration LOOK = Duration.ofMillis(50);

    /** Above this part of one core over a look it is at work. */
    private static final double BUSY_CORES = 0.5;

    private final Server server;
    private final boolean leftWork;
    private final Optional<ProcessTreeProbe> probe;

    private BacklogWait(Server server, boolean leftWork) {
        this.server = server;
        this.leftWork = leftWork;
        this.probe = server.pid().map(ProcessTreeProbe::ofTree);
        probe.ifPresent(ProcessTreeProbe::findProcesses);
    }

    /**
     * Returns when it is quiet, or after 5 s with what a reader has to know.
     *
     * @param leftWork whether calls of the burst before gave up; otherwise a server that takes processor time is a JVM that
     *     compiles, and nothing to wait for
     */
    static Optional<String> await(Server server, boolean leftWork) {
        return new BacklogWait(server, leftWork).await();
    }

    private Optional<String> await() {
        long deadlineNanos = System.nanoTime() + BOUND.toNanos();
        int waiting = waiting();
        boolean busy = isBusy();
        while ((waiting > 0 || busy) && System.nanoTime() < deadlineNanos) {
            LockSupport.parkNanos(PAUSE.toNanos());
            waiting = waiting();
            busy = isBusy();
        }
        if (waiting > 0) {
            return said(waiting + " connections of earlier bursts still waited in its accept queue");
        }
        return busy ? said("it was still at work on earlier bursts") : Optional.empty();
    }

    private Optional<String> said(String what) {
        return Optional.of(server.assignment().target().name() + ": " + what + " when it was to be measured");
    }

    private int waiting() {
        return WindowScale.acceptQueue(server.assignment())
                .map(AcceptQueue::length)
                .orElse(0);
    }

    /** Looks for 50 ms. */
    private boolean isBusy() {
        if (!leftWork) {
            return false;
        }
        double before = cpuSeconds();
        long beforeNanos = System.nanoTime();
        LockSupport.parkNanos(LOOK.toNanos());
        double seconds = (System.nanoTime() - beforeNanos) / 1e9;
        return (cpuSeconds() - before) / seconds > BUSY_CORES;
    }

    private double cpuSeconds() {
        return probe.flatMap(ProcessTreeProbe::read).map(Reading::cpuSeconds).orElse(0.0);
    }
}
