package weighbridge.process;

import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import weighbridge.record.GeneratorHealth;

/**
 * Watches this very JVM: a thread that wants to wake every 25 ms and notes how late it did, and the pauses of the
 * collectors. What it keeps is a few sums for each open window.
 */
public final class GeneratorWatch implements AutoCloseable {
    // A quarter of a stall. A shorter one would find little more, and each time costs some 60 µs of CPU.
    private static final long PERIOD_NANOS = 25_000_000;

    private final Thread thread = new Thread(this::run, "generator-watch");
    private final GcPauses pauses = new GcPauses();
    private final Set<Slips> open = new HashSet<>();
    private long dueNanos = System.nanoTime() + PERIOD_NANOS;
    private volatile boolean closed;

    private GeneratorWatch() {}

    /** Starts watching, on a thread of its own. */
    public static GeneratorWatch start() {
        GeneratorWatch watch = new GeneratorWatch();
        watch.thread.setDaemon(true);
        watch.thread.start();
        return watch;
    }

    /** A window from now on. Any number of them may be open at once. */
    public Window open() {
        return new Window(pauses.open(), begin());
    }

    private synchronized Slips begin() {
        Slips slips = new Slips(System.nanoTime());
        open.add(slips);
        return slips;
    }

    /** A delay that goes on at this moment counts as far as it has come. */
    private synchronized long end(Slips slips) {
        long now = System.nanoTime();
        if (open.remove(slips)) {
            slips.add(dueNanos, now);
        }
        return now;
    }

    private void run() {
        while (!closed) {
            LockSupport.parkNanos(wake() - System.nanoTime());
        }
    }

    /** When to wake next. From now and not from the plan: so delays never overlap, and their sum is a share. */
    private synchronized long wake() {
        long now = System.nanoTime();
        if (now >= dueNanos) {
            open.forEach(slips -> slips.add(dueNanos, now));
            dueNanos = now + PERIOD_NANOS;
        }
        return dueNanos;
    }

    /** Ends the watching; windows that are still open see nothing more. */
    @Override
    public void close() {
        closed = true;
        LockSupport.unpark(thread);
        pauses.close();
    }

    /** A stretch of time. */
    public final class Window {
        private final GcPauses.Window collections;
        private final Slips slips;

        private Window(GcPauses.Window collections, Slips slips) {
            this.collections = collections;
            this.slips = slips;
        }

        /** Ends the window, once, and says what happened in it. */
        public GeneratorHealth close() {
            long now = end(slips);
            collections.close();
            return new GeneratorHealth(
                    slips.longestMillis(),
                    slips.stalls(),
                    slips.stalledMillis(),
                    slips.shareUntil(now),
                    collections.count(),
                    collections.totalMillis(),
                    collections.longestMillis());
        }
    }
}
