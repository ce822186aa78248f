package weighbridge.engine;

import java.time.Duration;

/**
 * When the calls of an open load are to start: evenly spaced, whatever becomes of those before.
 *
 * @param callsPerSecond the rate, above 0
 * @param calls how many
 */
public record Schedule(double callsPerSecond, long calls) {
    private static final double NANOS_PER_SECOND = 1e9;

    /** @throws IllegalArgumentException where there is no rate or no call */
    public Schedule {
        if (!(callsPerSecond > 0) || calls < 1) {
            throw new IllegalArgumentException(calls + " calls at " + callsPerSecond + " a second");
        }
    }

    /** As many calls at this rate as fill this time, at least one. */
    public static Schedule of(double callsPerSecond, Duration time) {
        return new Schedule(
                callsPerSecond, Math.max(1, Math.round(callsPerSecond * time.toNanos() / NANOS_PER_SECOND)));
    }

    /** The planned start of a call. @param call counted from 0 @return ns after that of the first; no error adds up */
    public long startNanos(long call) {
        return Math.round(call * NANOS_PER_SECOND / callsPerSecond);
    }

    /** From the planned start of the first call to that of the one that would come after the last. */
    public Duration length() {
        return Duration.ofNanos(startNanos(calls));
    }
}
