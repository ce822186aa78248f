package weighbridge.truth;

/**
 * A time in which no call is answered and no service goes on. Its clock is {@link System#nanoTime} without that time: it
 * stands still while it lasts, and is so much behind afterwards.
 */
final class Freeze {
    private long from;
    private long until;

    /** None yet. */
    Freeze(long nanoTime) {
        from = nanoTime;
        until = nanoTime;
    }

    /** Begins it; there is one at most. */
    void begin(long nanoTime, long nanos) {
        from = nanoTime;
        until = nanoTime + nanos;
    }

    boolean isOn(long nanoTime) {
        return nanoTime - from >= 0 && nanoTime - until < 0;
    }

    long until() {
        return until;
    }

    /** What its clock shows at a moment. */
    long clockAt(long nanoTime) {
        return nanoTime - from < 0 ? nanoTime : from + Math.max(0, nanoTime - until);
    }

    /** When its clock shows this, as far as one knows before the freeze has begun; of the freeze itself the end. */
    long nanoTimeOf(long clock) {
        return clock - from < 0 ? clock : until + (clock - from);
    }
}
