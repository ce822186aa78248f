package weighbridge.process;

import java.util.concurrent.TimeUnit;

/** Delays within a window, from the moment something was due to the moment it came, as sums. Not thread-safe. */
final class Slips {
    private static final long STALL_NANOS = 100_000_000;

    private final long fromNanos;
    private long slipNanos;
    private long longestNanos;
    private long stalledNanos;
    private int stalls;

    Slips(long fromNanos) {
        this.fromNanos = fromNanos;
    }

    /** The part of a delay that lies before the window does not count. */
    void add(long dueNanos, long atNanos) {
        // Differences only: nanoTime may be negative or wrap.
        long slip = Math.min(atNanos - dueNanos, atNanos - fromNanos);
        if (slip <= 0) {
            return;
        }
        slipNanos += slip;
        longestNanos = Math.max(longestNanos, slip);
        if (slip > STALL_NANOS) {
            stalledNanos += slip;
            stalls++;
        }
    }

    long longestMillis() {
        return TimeUnit.NANOSECONDS.toMillis(longestNanos);
    }

    long stalledMillis() {
        return TimeUnit.NANOSECONDS.toMillis(stalledNanos);
    }

    int stalls() {
        return stalls;
    }

    /** Delays as a share of a window that ends at this moment; 0 for a window without length. */
    double shareUntil(long toNanos) {
        return toNanos == fromNanos ? 0 : (double) slipNanos / (toNanos - fromNanos);
    }
}
