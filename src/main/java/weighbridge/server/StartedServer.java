package weighbridge.server;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Stream;
import weighbridge.process.Children;
import weighbridge.process.Mark;
import weighbridge.process.ProcessTree;

/** A target that was started here: its process, and how long it took to be ready. */
final class StartedServer implements Server {
    /** The JDK waits for an ended child at once, on a thread of its own. */
    private static final long REAPED_MILLIS = 1_000;

    private final Assignment assignment;
    private final Process process;
    private final Mark mark;
    private final BoundedLog log;
    private final String logName;
    private final long startedNanos;
    private final List<String> complaints = new CopyOnWriteArrayList<>();

    private StartedServer(
            Assignment assignment, Process process, Mark mark, BoundedLog log, String logName, long startedNanos) {
        this.assignment = assignment;
        this.process = process;
        this.mark = mark;
        this.log = log;
        this.logName = logName;
        this.startedNanos = startedNanos;
    }

    /**
     * Starts the process.
     *
     * @param log where its output goes
     * @param logName the log's path below the folder of all logs
     * @throws LaunchException where it cannot be started
     */
    static StartedServer start(Assignment assignment, BoundedLog log, String logName, Ledger ledger)
            throws LaunchException {
        try {
            Mark mark = Mark.create();
            ProcessBuilder program = Program.of(
                            assignment.command(),
                            assignment.target().folder(),
                            assignment.target().env())
                    .redirectOutput(log.redirect());
            program.environment().putAll(mark.variable());
            ledger.willStart(assignment.target().name(), mark);
            long startedNanos = System.nanoTime();
            Process process = Children.start(program);
            ledger.started(mark, process.toHandle());
            return new StartedServer(assignment, process, mark, log, logName, startedNanos);
        } catch (IOException e) {
            throw new LaunchException("could not be started: " + e.getMessage());
        }
    }

    @Override
    public Assignment assignment() {
        return assignment;
    }

    /** Of the process that the command started. */
    @Override
    public Optional<Long> pid() {
        return Optional.of(process.pid());
    }

    @Override
    public boolean isAlive() {
        return process.isAlive();
    }

    @Override
    public boolean isOurs() {
        return true;
    }

    @Override
    public List<String> complaints(Path logs) {
        return Stream.of(complaints.stream(), log.complaint().stream(), OutOfMemory.in(logs.resolve(logName)).stream())
                .flatMap(Function.identity())
                .toList();
    }

    ProcessHandle handle() {
        return process.toHandle();
    }

    /** The process and all that came of it, also what has left its tree. */
    Set<ProcessHandle> family() {
        return mark.family(handle());
    }

    /** Ends it with all that came of it. */
    void stop(Duration termBound) {
        stopped(ProcessTree.stop(this::family, termBound), termBound);
    }

    /** It was asked to end, and those who did not do so within the bound were killed. */
    void stopped(Set<ProcessHandle> killed, Duration termBound) {
        if (killed.contains(handle())) {
            complaints.add("ignored TERM for " + Seconds.of(termBound) + " s and was killed");
        }
        try {
            process.waitFor(REAPED_MILLIS, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public String ending(Path logs) {
        return Demise.of(process.exitValue(), left()) + tail(logs);
    }

    private String tail(Path logs) {
        return LogTail.of(assignment.command(), logs, logName);
    }

    /**
     * Waits until the expected answer comes.
     *
     * @return from the start of the process to that answer
     * @throws LaunchException where the process ends first or the deadline passes, with the last cause
     */
    Duration awaitReady() throws LaunchException, InterruptedException {
        try {
            return new ReadinessWait(assignment, startedNanos, this::end).await();
        } catch (LaunchException e) {
            throw new LaunchException(e.getMessage() + elsewhere() + tail(logs()));
        }
    }

    /** The folder of all logs, as long as it has not moved. */
    private Path logs() {
        return log.file()
                .resolveSibling(Path.of(logName).getParent() == null ? "" : "..")
                .normalize();
    }

    private String elsewhere() {
        return process.isAlive() ? Elsewhere.of(assignment, family()) : "";
    }

    private Optional<String> end() {
        if (process.isAlive()) {
            return Optional.empty();
        }
        return Optional.of(Demise.beforeReady(process.exitValue(), left()));
    }

    /** How many of its family go on. */
    private int left() {
        return ProcessTree.running(ProcessTree.tree(family())).size();
    }
}
