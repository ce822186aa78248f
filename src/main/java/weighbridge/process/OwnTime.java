package weighbridge.process;

import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * A bound for somebody else, of which only the time counts in which this process could look. While it stands still, as after
 * Ctrl-Z or in a paused container, so may the other, and what the other does meanwhile it cannot see. Not thread-safe.
 */
public final class OwnTime {
    /** More than this between two looks is no time of ours. */
    private static final long MAX_STEP_NANOS = 1_000_000_000;

    private final LongSupplier nanoTime;
    private long leftNanos;
    private long lastNanos;

    OwnTime(Duration bound, LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
        this.leftNanos = bound.toNanos();
        this.lastNanos = nanoTime.getAsLong();
    }

    /** From now on. */
    public static OwnTime of(Duration bound) {
        return new OwnTime(bound, System::nanoTime);
    }

    /** What is left of the bound; zero or less where it has passed. To be asked again and again, each second at least. */
    public Duration left() {
        long now = nanoTime.getAsLong();
        leftNanos -= Math.min(now - lastNanos, MAX_STEP_NANOS);
        lastNanos = now;
        return Duration.ofNanos(leftNanos);
    }

    /** Whether it has passed. To be asked likewise. */
    public boolean isOver() {
        return left().compareTo(Duration.ZERO) <= 0;
    }
}
