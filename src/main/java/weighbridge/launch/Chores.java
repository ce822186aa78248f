package weighbridge.launch;

import java.io.IOException;
import java.time.Duration;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

/** The programs of a run that end by themselves: builds, and commands that print a version. They are stopped with it. */
public final class Chores implements AutoCloseable {
    private final Set<ProcessHandle> running = ConcurrentHashMap.newKeySet();
    private boolean closed;

    /**
     * Runs a program to its end.
     *
     * @return its exit status; empty where it took longer than the limit and was stopped
     */
    OptionalInt run(ProcessBuilder program, Duration limit) throws IOException, InterruptedException {
        Process process = start(program);
        try {
            boolean ended = process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS);
            return ended ? OptionalInt.of(process.exitValue()) : OptionalInt.empty();
        } finally {
            ProcessTree.stop(Set.of(process.toHandle()));
            running.remove(process.toHandle());
        }
    }

    /** Under the lock of {@link #close}, so that no program is started behind its back. */
    private synchronized Process start(ProcessBuilder program) throws IOException {
        if (closed) {
            throw new IOException("the run was stopped");
        }
        Process process = program.start();
        running.add(process.toHandle());
        return process;
    }

    /** Stops what still runs. */
    @Override
    public synchronized void close() {
        closed = true;
        ProcessTree.stop(Set.copyOf(running));
    }
}
