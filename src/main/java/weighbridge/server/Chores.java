package weighbridge.server;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import weighbridge.process.Children;
import weighbridge.process.Mark;
import weighbridge.process.ProcessTree;

/**
 * The programs of a run that end by themselves: builds, and commands that print a version. They are stopped with it, and
 * what they leave behind is ended with them.
 */
public final class Chores implements AutoCloseable {
    private final Ledger ledger;
    private final Map<ProcessHandle, Mark> running = new HashMap<>();
    private boolean closed;

    /** None yet. @param ledger knows all that is started */
    public Chores(Ledger ledger) {
        this.ledger = ledger;
    }

    /**
     * Runs a program to its end.
     *
     * @param output where it writes to; closed after this
     * @return its exit status; empty where it took longer than the limit and was stopped
     */
    OptionalInt run(ProcessBuilder program, BoundedLog output, Duration limit)
            throws IOException, InterruptedException {
        try (LogWatch watch = LogWatch.start()) {
            watch.add(output);
            return run(program, limit);
        }
    }

    OptionalInt run(ProcessBuilder program, Duration limit) throws IOException, InterruptedException {
        Mark mark = Mark.create();
        Process process = start(program, mark);
        try {
            boolean ended = process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS);
            return ended ? OptionalInt.of(process.exitValue()) : OptionalInt.empty();
        } finally {
            ProcessTree.stop(() -> mark.family(process.toHandle()), ProcessTree.TERM_BOUND);
            ended(process.toHandle());
        }
    }

    /** Under the lock of {@link #close}, so that no program is started behind its back. */
    private synchronized Process start(ProcessBuilder program, Mark mark) throws IOException {
        if (closed) {
            throw new IOException("the run was stopped");
        }
        Children.begin(this);
        program.environment().putAll(mark.variable());
        ledger.willStart(Path.of(program.command().get(0)).getFileName().toString(), mark);
        Process process = Children.start(program);
        ledger.started(mark, process.toHandle());
        running.put(process.toHandle(), mark);
        return process;
    }

    private synchronized void ended(ProcessHandle process) {
        running.remove(process);
        if (running.isEmpty()) {
            Children.end(this, ProcessTree.TERM_BOUND);
        }
    }

    /** Stops what still runs. */
    @Override
    public synchronized void close() {
        closed = true;
        ProcessTree.stop(this::families, ProcessTree.TERM_BOUND);
        Children.end(this, ProcessTree.TERM_BOUND);
    }

    private Set<ProcessHandle> families() {
        Set<ProcessHandle> families = new LinkedHashSet<>();
        running.forEach((process, mark) -> families.addAll(mark.family(process)));
        return families;
    }
}
