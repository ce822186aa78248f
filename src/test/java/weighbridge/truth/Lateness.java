package weighbridge.truth;

import java.util.concurrent.TimeUnit;

/** When calls were due, and how much later they were answered: by whole µs, rounded up. */
final class Lateness {
    private static final int MOST_MICROS = 100_000;

    private final int[] calls = new int[MOST_MICROS + 1];
    private final long start;
    private int count;
    private int worst;
    private long lastDue;
    private long lastAnswered;

    /** All moments are those of {@link System#nanoTime}. */
    Lateness(long start) {
        this.start = start;
        lastDue = start;
        lastAnswered = start;
    }

    void add(long due, long answered) {
        lastDue = due;
        lastAnswered = answered;
        int micros = (int) Math.min(MOST_MICROS, TimeUnit.NANOSECONDS.toMicros(answered - due + 999));
        calls[micros]++;
        count++;
        worst = Math.max(worst, micros);
    }

    /** After the start. */
    long lastDueMicros() {
        return TimeUnit.NANOSECONDS.toMicros(lastDue - start);
    }

    /** After the start. */
    long lastAnsweredMicros() {
        return TimeUnit.NANOSECONDS.toMicros(lastAnswered - start);
    }

    /** Half of the calls were at most so late, the lower one of an even number; 0 when there were none. */
    int medianMicros() {
        int micros = 0;
        for (int sum = calls[0]; sum < (count + 1) / 2; sum += calls[micros]) {
            micros++;
        }
        return micros;
    }

    /** At most {@value #MOST_MICROS}. */
    int worstMicros() {
        return worst;
    }
}
