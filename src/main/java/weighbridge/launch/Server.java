package weighbridge.launch;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import weighbridge.target.Assignment;

/** A started target: its process, and how long it took to be ready. */
public final class Server {
    private final Assignment assignment;
    private final Process process;
    private final Mark mark;
    private final Path log;
    private final long startedNanos;

    private Server(Assignment assignment, Process process, Mark mark, Path log, long startedNanos) {
        this.assignment = assignment;
        this.process = process;
        this.mark = mark;
        this.log = log;
        this.startedNanos = startedNanos;
    }

    /** Starts the process, its output going to {@code log}. @throws LaunchException where it cannot be started */
    static Server start(Assignment assignment, Path log) throws LaunchException {
        try {
            Mark mark = Mark.create();
            ProcessBuilder program = Program.of(
                            assignment.command(),
                            assignment.target().folder(),
                            assignment.target().env())
                    .redirectOutput(log.toFile());
            program.environment().putAll(mark.variable());
            long startedNanos = System.nanoTime();
            return new Server(assignment, program.start(), mark, log, startedNanos);
        } catch (IOException e) {
            throw new LaunchException("could not be started: " + e.getMessage());
        }
    }

    /** What was started, and where it listens. */
    public Assignment assignment() {
        return assignment;
    }

    /** The id of the process that the command started. */
    public long pid() {
        return process.pid();
    }

    /** Whether that process still runs. */
    public boolean isAlive() {
        return process.isAlive();
    }

    ProcessHandle handle() {
        return process.toHandle();
    }

    /** The process and all that came of it, also what has left its tree. */
    Collection<ProcessHandle> family() {
        Set<ProcessHandle> family = new LinkedHashSet<>(mark.bearers());
        family.add(handle());
        return family;
    }

    /** How the process ended, with the end of its output. @param logs the folder in which its log lies by now */
    public String ending(Path logs) {
        return "exited with " + process.exitValue() + tail(logs);
    }

    private String tail(Path logs) {
        String name = log.getFileName().toString();
        return LogTail.of(assignment.command(), logs, name);
    }

    /**
     * Waits until the expected answer comes.
     *
     * @return from the start of the process to that answer
     * @throws LaunchException where the process ends first or the deadline passes, with the last cause
     */
    Duration awaitReady() throws LaunchException, InterruptedException {
        Duration timeout = assignment.target().ready().timeout();
        ReadinessProbe probe = new ReadinessProbe(
                assignment.readyUrl(), assignment.target().ready().expect());
        String cause = "no complete answer";
        while (since().compareTo(timeout) < 0) {
            Optional<String> fault = ask(probe, timeout.minus(since()), cause);
            // An answer counts only while our process lives: otherwise somebody else answers on its port.
            if (!process.isAlive()) {
                throw new LaunchException(ending(log.getParent()));
            }
            if (fault.isEmpty()) {
                return since();
            }
            cause = fault.get();
            Thread.sleep(ReadinessProbe.PAUSE.toMillis());
        }
        throw new LaunchException("not ready after " + timeout.toMillis() + " ms: " + assignment.readyUrl() + " gave "
                + cause + tail(log.getParent()));
    }

    /**
     * Asks on a thread that can be left behind: an answer that drips in byte by byte has no end of its own. A question that
     * the limit cut short tells nothing new, so its answer is the one before.
     */
    private Optional<String> ask(ReadinessProbe probe, Duration limit, String before) throws InterruptedException {
        FutureTask<Optional<String>> question = new FutureTask<>(probe::ask);
        Thread asking = new Thread(question, "asking " + assignment.target().name());
        asking.setDaemon(true);
        asking.start();
        try {
            return question.get(Math.max(1, limit.toMillis()), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            return Optional.of(before);
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        }
    }

    private Duration since() {
        return Duration.ofNanos(System.nanoTime() - startedNanos);
    }
}
