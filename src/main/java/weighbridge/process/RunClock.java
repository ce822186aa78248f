package weighbridge.process;

import java.util.function.LongSupplier;

/**
 * The time of a run: the wall clock at the first look, and from there on the system's clock that only goes forward. The
 * wall clock may be set while a run goes on. Times of this clock then no longer name the time of day, but every duration
 * between two of them is right.
 */
public final class RunClock {
    /** That of this process. */
    public static final RunClock OF_THIS_PROCESS = new RunClock(System::currentTimeMillis, System::nanoTime);

    private static final long NANOS_PER_MILLI = 1_000_000;

    private final LongSupplier nanos;
    private final long firstMillis;
    private final long firstNanos;

    /** @param wallMillis ms since 1970, asked once @param nanos of which only differences mean something */
    RunClock(LongSupplier wallMillis, LongSupplier nanos) {
        this.nanos = nanos;
        this.firstMillis = wallMillis.getAsLong();
        this.firstNanos = nanos.getAsLong();
    }

    /** Now, ms since 1970 as long as nobody sets the wall clock. */
    public long millis() {
        return firstMillis + Math.floorDiv(nanos.getAsLong() - firstNanos, NANOS_PER_MILLI);
    }
}
