package weighbridge.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import weighbridge.process.Children;
import weighbridge.process.ProcessTree;
import weighbridge.text.CpuList;

/**
 * The servers of a run. They are started one after the other, so that none takes CPU time from the start of another. Those
 * that ran already are only asked: they are never ended and never sent a signal.
 */
public final class Fleet implements AutoCloseable {
    private final Path logs;
    private final String folder;
    private final Ledger ledger;
    private final Optional<CpuList> cpus;
    private final Duration termBound;
    private final List<StartedServer> started = new ArrayList<>();
    private LogWatch watch;
    private volatile boolean closed;

    /**
     * A fleet without servers.
     *
     * @param logs where their output goes, as {@code <target>.log}
     * @param folder below that, where several fleets of a run share their logs; otherwise empty
     * @param ledger knows all that is started
     * @param cpus processors that the servers are kept on; empty where they have all
     */
    public Fleet(Path logs, String folder, Ledger ledger, Optional<CpuList> cpus) {
        this(logs, folder, ledger, cpus, ProcessTree.TERM_BOUND);
    }

    Fleet(Path logs, Ledger ledger) {
        this(logs, ledger, ProcessTree.TERM_BOUND);
    }

    Fleet(Path logs, Ledger ledger, Duration termBound) {
        this(logs, "", ledger, Optional.empty(), termBound);
    }

    private Fleet(Path logs, String folder, Ledger ledger, Optional<CpuList> cpus, Duration termBound) {
        this.logs = logs;
        this.folder = folder;
        this.ledger = ledger;
        this.cpus = cpus;
        this.termBound = termBound;
    }

    /** How a start went. */
    public sealed interface Start {
        /**
         * The expected answer came.
         *
         * @param startup from the start of the process to the answer; empty where the server ran already, and where others
         *     were started meanwhile
         */
        record Ready(Server server, Optional<Duration> startup) implements Start {
            /** The same without a start-up time. */
            Ready untimed() {
                return new Ready(server, Optional.empty());
            }
        }

        /** It did not, and why in words for the user; what was started of it has been stopped. */
        record Failed(String reason) implements Start {}
    }

    /** Starts all of these, each in its {@link StartTurn}, and waits for each; in their order. */
    public Map<Assignment, Start> start(List<Assignment> assignments) throws InterruptedException {
        ReadinessProbe.prepare();
        ExecutorService threads = Executors.newFixedThreadPool(Math.max(1, assignments.size()));
        try {
            Map<Assignment, Future<Start>> pending = new LinkedHashMap<>();
            Set<Assignment> overtaken = new HashSet<>();
            Set<Future<Start>> takeLong = new HashSet<>();
            for (Assignment assignment : assignments) {
                if (!takeLong.stream().allMatch(Future::isDone)) {
                    overtaken.add(assignment); // others are still at work beside it
                }
                Future<Start> start = threads.submit(() -> start(assignment));
                pending.put(assignment, start);
                boolean isLast = pending.size() == assignments.size();
                StartTurn.End end = isLast
                        ? StartTurn.End.STARTED
                        : StartTurn.await(
                                () -> closed || start.isDone(), cpus(assignment), () -> cpuSeconds(assignment));
                if (end != StartTurn.End.STARTED) {
                    overtaken.add(assignment);
                }
                if (end == StartTurn.End.TAKES_LONG) {
                    takeLong.add(start);
                }
            }
            Map<Assignment, Start> starts = new LinkedHashMap<>();
            for (Map.Entry<Assignment, Future<Start>> entry : pending.entrySet()) {
                Start start = result(entry.getValue());
                boolean alone = !overtaken.contains(entry.getKey());
                starts.put(entry.getKey(), alone || !(start instanceof Start.Ready ready) ? start : ready.untimed());
            }
            return starts;
        } finally {
            threads.shutdownNow();
        }
    }

    /** Processors' worth of CPU time that it may use at least to start: it has one of its own, or less by its limit. */
    private static double cpus(Assignment assignment) {
        Double limit = assignment.target().limits().cpus();
        return limit == null ? 1 : Math.min(1, limit);
    }

    /** Of what was started; of what ran already none is used for a start. */
    private synchronized OptionalDouble cpuSeconds(Assignment assignment) {
        if (assignment.target().serving() instanceof Serving.Running) {
            return OptionalDouble.of(0);
        }
        return started.stream()
                .filter(server -> server.assignment().equals(assignment))
                .findFirst()
                .map(StartedServer::cpuSeconds)
                .orElse(OptionalDouble.empty());
    }

    private Start start(Assignment assignment) throws InterruptedException {
        try {
            return assignment.target().serving() instanceof Serving.Running running
                    ? join(assignment, running)
                    : launch(assignment);
        } catch (LaunchException e) {
            return new Start.Failed(e.getMessage());
        }
    }

    private Start join(Assignment assignment, Serving.Running running) throws LaunchException, InterruptedException {
        new ReadinessWait(
                        assignment,
                        System.nanoTime(),
                        this::stopped,
                        reply -> NotReadyHint.of(assignment, reply, Set.of()))
                .await();
        return new Start.Ready(RunningServer.find(assignment, running), Optional.empty());
    }

    private Optional<String> stopped() {
        return closed ? Optional.of("not waited for: the run was stopped") : Optional.empty();
    }

    private Start launch(Assignment assignment) throws LaunchException, InterruptedException {
        StartedServer server = begin(assignment);
        try {
            return new Start.Ready(server, Optional.of(server.awaitReady()));
        } catch (LaunchException e) {
            server.stop(termBound);
            throw e;
        }
    }

    /** Under the lock of {@link #close}, so that no process is started behind its back. */
    private synchronized StartedServer begin(Assignment assignment) throws LaunchException {
        if (closed) {
            throw new LaunchException("not started: the run was stopped");
        }
        String log = Path.of(folder, assignment.target().name() + ".log").toString();
        StartedServer server = StartedServer.start(assignment, create(log), log, ledger, cpus);
        started.add(server);
        return server;
    }

    /** Made before anything is started, and watched from then on. */
    private BoundedLog create(String name) throws LaunchException {
        try {
            Files.createDirectories(logs.resolve(folder));
            BoundedLog log = BoundedLog.create(logs.resolve(name));
            if (watch == null) {
                watch = LogWatch.start();
                Children.begin(this);
            }
            watch.add(log);
            return log;
        } catch (IOException e) {
            throw new LaunchException("its log cannot be written: " + e);
        }
    }

    private static Start result(Future<Start> future) throws InterruptedException {
        try {
            return future.get();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        }
    }

    /** Stops every process that the fleet started with everything that came of it. May be called again, from any thread. */
    @Override
    public synchronized void close() {
        closed = true;
        Set<ProcessHandle> killed = ProcessTree.stop(this::families, termBound);
        started.forEach(server -> server.stopped(killed, termBound));
        Children.end(this, termBound);
        if (watch != null) {
            watch.close();
        }
    }

    /** All that came of its servers, and what can have come of nobody else. */
    private Set<ProcessHandle> families() {
        Set<ProcessHandle> families = Children.strays(this);
        started.forEach(server -> families.addAll(server.family()));
        return families;
    }
}
