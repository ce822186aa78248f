package weighbridge.truth;

import java.util.PriorityQueue;
import java.util.concurrent.TimeUnit;

/**
 * What is to be done at a moment of {@link System#nanoTime}, never before it: roughly, up to a ms late, for which nobody
 * has to stay awake, or exactly, for which the last ms is waited awake.
 */
final class Timers {
    /** How much later than asked a selector wakes at least: what the kernel needs, with the 50 µs it allows itself. */
    private static final long LATE_NANOS = 150_000;

    /** Of equal moments the first planned is the first. */
    private record Timer(long nanoTime, long order, Runnable task) implements Comparable<Timer> {
        @Override
        public int compareTo(Timer other) {
            int byTime = Long.signum(nanoTime - other.nanoTime);
            return byTime != 0 ? byTime : Long.compare(order, other.order);
        }
    }

    private final PriorityQueue<Timer> rough = new PriorityQueue<>();
    private final PriorityQueue<Timer> exact = new PriorityQueue<>();
    private long planned;

    void at(long nanoTime, Runnable task) {
        rough.add(new Timer(nanoTime, planned++, task));
    }

    void exactlyAt(long nanoTime, Runnable task) {
        exact.add(new Timer(nanoTime, planned++, task));
    }

    void runDue() {
        while (isDue(exact)) {
            exact.poll().task().run();
        }
        while (isDue(rough)) {
            rough.poll().task().run();
        }
    }

    private static boolean isDue(PriorityQueue<Timer> timers) {
        return !timers.isEmpty() && timers.peek().nanoTime() - System.nanoTime() <= 0;
    }

    /** For how long one may sleep, for a rough timer rounded up; 0 when one must stay awake. */
    long sleepMillis() {
        return Math.min(
                rough.isEmpty() ? Long.MAX_VALUE : Math.max(1, millisUntil(rough, 0) + 1),
                exact.isEmpty() ? Long.MAX_VALUE : Math.max(0, millisUntil(exact, LATE_NANOS)));
    }

    private static long millisUntil(PriorityQueue<Timer> timers, long earlierNanos) {
        return TimeUnit.NANOSECONDS.toMillis(timers.peek().nanoTime() - System.nanoTime() - earlierNanos);
    }
}
