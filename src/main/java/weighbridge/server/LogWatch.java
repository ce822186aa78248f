package weighbridge.server;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.LockSupport;
import weighbridge.process.Children;

/** Keeps logs bounded, at the cost of one look at each file's size ten times a second. */
final class LogWatch implements AutoCloseable {
    private static final long PAUSE_NANOS = 100_000_000;
    private static final int LOOKS_PER_SECOND = 10;
    private static final Duration END_BOUND = Duration.ofSeconds(5);

    private final List<BoundedLog> logs = new CopyOnWriteArrayList<>();
    private final Thread thread = new Thread(this::run, "watching logs");
    private volatile boolean closed;

    private LogWatch() {}

    /** A watch without logs. */
    static LogWatch start() {
        LogWatch watch = new LogWatch();
        watch.thread.setDaemon(true);
        watch.thread.start();
        return watch;
    }

    void add(BoundedLog log) {
        logs.add(log);
    }

    private void run() {
        for (int look = 1; !closed; look++) {
            LockSupport.parkNanos(PAUSE_NANOS);
            bound();
            if (look % LOOKS_PER_SECOND == 0) {
                Children.reapAll();
            }
        }
        bound();
        for (BoundedLog log : logs) {
            try {
                log.close();
            } catch (IOException e) {
                continue; // nothing is lost: what is in the file was written by others
            }
        }
    }

    private void bound() {
        for (BoundedLog log : logs) {
            try {
                log.bound();
            } catch (IOException e) {
                continue; // a log that cannot be cut now may be so the next time
            }
        }
    }

    /** Looks once more, when everyone who writes has ended. May be called again, from any thread. */
    @Override
    public void close() {
        closed = true;
        LockSupport.unpark(thread);
        try {
            thread.join(END_BOUND.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
