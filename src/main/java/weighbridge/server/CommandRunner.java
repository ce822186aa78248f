package weighbridge.server;

import java.io.IOException;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import weighbridge.process.Children;
import weighbridge.process.ProcessTree;

/**
 * The programs of a run that end by themselves: builds, and commands that print a version. They are stopped with it, and
 * what they leave behind is ended with them.
 */
public final class CommandRunner implements AutoCloseable {
    private final Ledger ledger;
    private final Set<Family> running = new LinkedHashSet<>();
    private boolean closed;

    /** None yet. @param ledger knows all that is started */
    public CommandRunner(Ledger ledger) {
        this.ledger = ledger;
    }

    /**
     * Runs a program to its end.
     *
     * @param outputs where it writes to; closed after this
     * @return its exit status; empty where it took longer than the limit and was stopped
     */
    OptionalInt run(ProcessBuilder program, List<BoundedLog> outputs, Duration limit)
            throws IOException, InterruptedException {
        try (LogWatch watch = LogWatch.start()) {
            outputs.forEach(watch::add);
            return run(program, limit);
        }
    }

    OptionalInt run(ProcessBuilder program, Duration limit) throws IOException, InterruptedException {
        Family family = start(program);
        try {
            boolean ended = family.process().waitFor(limit.toMillis(), TimeUnit.MILLISECONDS);
            return ended ? OptionalInt.of(family.process().exitValue()) : OptionalInt.empty();
        } finally {
            family.stop(ProcessTree.TERM_BOUND);
            ended(family);
        }
    }

    /** Under the lock of {@link #close}, so that no program is started behind its back. */
    private synchronized Family start(ProcessBuilder program) throws IOException {
        if (closed) {
            throw new IOException("the run was stopped");
        }
        Children.begin(this);
        Family family = Family.start(ProcessGroup.programName(program.command()), program, ledger, Optional.empty());
        running.add(family);
        return family;
    }

    private synchronized void ended(Family family) {
        running.remove(family);
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
        return running.stream()
                .flatMap(family -> family.members().stream())
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }
}
