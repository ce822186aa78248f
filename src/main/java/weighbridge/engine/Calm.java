package weighbridge.engine;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/**
 * Waits until the machine lets a thread that only sleeps wake up in time. Where others take the processors, be it beside this
 * system on the same host, calls start late, and nothing can be told of a server.
 */
final class Calm {
    /** As late as calls may start. */
    private static final long LATE_NANOS = TimeUnit.MILLISECONDS.toNanos(10);

    private static final long SLEEP_NANOS = TimeUnit.MILLISECONDS.toNanos(1);

    /** So long nobody may be late. */
    private static final long STREAK_NANOS = TimeUnit.SECONDS.toNanos(2);

    private static final Duration BOUND = Duration.ofSeconds(60);

    /** The same after a wait that was in vain: what did not pass in a minute is no moment. */
    private static final Duration NEXT_BOUND = Duration.ofSeconds(5);

    /** Of the time that there is no more than this part is waited for at once. */
    private static final int PART = 10;

    private final Duration first;
    private boolean inVain;

    /** @param limit the time that there is for all */
    Calm(Duration limit) {
        this.first = shorter(BOUND, limit.dividedBy(PART));
    }

    /**
     * Returns when it is calm, or after 60 s or a tenth of the time that there is, whichever comes first.
     *
     * @param goesOn whether there is anything to wait for
     * @return how long it took
     */
    Duration await(BooleanSupplier goesOn) {
        long boundNanos = (inVain ? shorter(first, NEXT_BOUND) : first).toNanos();
        long beginNanos = System.nanoTime();
        long calmSince = beginNanos;
        long now = beginNanos;
        while (now - calmSince < STREAK_NANOS && now - beginNanos < boundNanos && goesOn.getAsBoolean()) {
            long wakeNanos = System.nanoTime() + SLEEP_NANOS;
            LockSupport.parkNanos(SLEEP_NANOS);
            now = System.nanoTime();
            if (now - wakeNanos > LATE_NANOS) {
                calmSince = now;
            }
        }
        if (now - calmSince >= STREAK_NANOS) {
            inVain = false;
        } else if (now - beginNanos >= boundNanos) {
            inVain = true; // and not where there was nothing to wait for
        }
        return Duration.ofNanos(now - beginNanos);
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }
}
