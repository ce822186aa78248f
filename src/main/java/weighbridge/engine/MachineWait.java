package weighbridge.engine;

import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.function.BooleanSupplier;

/**
 * Waits until the machine lets a thread that only sleeps wake up in time. Where others take the CPUs, also beside this system on
 * the same host, calls start late, and nothing can be said of a server.
 */
final class MachineWait {
    private static final Duration SLEEP = Duration.ofMillis(1);

    /** Calls may start as late. */
    private static final Duration MOST_LATE = Duration.ofMillis(10);

    /** No wake-up may be late for this long. */
    private static final Duration STREAK = Duration.ofSeconds(2);

    private static final Duration BOUND = Duration.ofSeconds(60);

    /** After a wait in vain: what did not pass in a minute does not pass in a moment. */
    private static final Duration NEXT_BOUND = Duration.ofSeconds(5);

    /** One wait takes no more than this part of the time that there is. */
    private static final int PART = 10;

    private final MonotonicClock clock;
    private final Duration first;
    private boolean inVain;

    /** @param limit the time that there is for all */
    MachineWait(MonotonicClock clock, Duration limit) {
        this.clock = clock;
        this.first = Collections.min(List.of(BOUND, limit.dividedBy(PART)));
    }

    /**
     * Returns when wake-ups are in time, or after 60 s or a tenth of the time that there is, whichever comes first.
     *
     * @param goesOn whether there is anything to wait for
     * @return how long it took
     */
    Duration await(BooleanSupplier goesOn) {
        Duration bound = inVain ? Collections.min(List.of(first, NEXT_BOUND)) : first;
        long begin = clock.nanos();
        long inTimeSince = begin;
        Duration inTime = Duration.ZERO;
        Duration waited = Duration.ZERO;
        while (inTime.compareTo(STREAK) < 0 && waited.compareTo(bound) < 0 && goesOn.getAsBoolean()) {
            long asleep = clock.nanos();
            clock.sleep(SLEEP);
            if (clock.since(asleep).minus(SLEEP).compareTo(MOST_LATE) > 0) {
                inTimeSince = clock.nanos();
            }
            inTime = clock.since(inTimeSince);
            waited = clock.since(begin);
        }
        if (inTime.compareTo(STREAK) >= 0) {
            inVain = false;
        } else if (waited.compareTo(bound) >= 0) {
            inVain = true; // and not where there was nothing to wait for
        }
        return waited;
    }
}
