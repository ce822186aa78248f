package weighbridge.engine;

import java.time.Duration;
import java.util.function.LongUnaryOperator;

/** Time that goes forward only where somebody waits, and every sleep is late by what a test says. */
final class SimulatedClock implements MonotonicClock {
    private long nanos = 1_000_000_000_000L;
    private LongUnaryOperator lateMillis = second -> 0;

    /** How late a sleep wakes up, ms, by the second in which it began, counted from now. */
    SimulatedClock late(LongUnaryOperator bySecond) {
        long begin = nanos;
        lateMillis = now -> bySecond.applyAsLong((now - begin) / 1_000_000_000);
        return this;
    }

    @Override
    public long nanos() {
        return nanos;
    }

    @Override
    public void sleep(Duration time) {
        advance(time.plusMillis(lateMillis.applyAsLong(nanos)));
    }

    void advance(Duration time) {
        nanos += time.toNanos();
    }
}
