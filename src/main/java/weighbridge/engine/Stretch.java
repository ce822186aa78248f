package weighbridge.engine;

import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAccumulator;
import org.HdrHistogram.Recorder;
import weighbridge.record.EarlyEnd;
import weighbridge.record.Latencies;

/** A stretch of load while it goes on: which calls are still to be made, and how long those took that were. */
final class Stretch {
    private static final int DIGITS = 3;
    private static final long NANOS_PER_MICRO = 1000;
    private static final double NANOS_PER_MILLI = 1e6;

    private final Order order;
    private final long beginNanos;
    private final long endNanos;
    private final long timeoutNanos;
    private final AtomicIntegerArray callsOfUser;
    private final AtomicLong taken = new AtomicLong();
    private final AtomicLong started = new AtomicLong();
    private final AtomicLong ended = new AtomicLong();
    private final AtomicLong succeeded = new AtomicLong();
    private final AtomicLong dry = new AtomicLong();
    private final LongAccumulator lastStartNanos = new LongAccumulator(Math::max, 0);
    private final LongAccumulator lastEndNanos = new LongAccumulator(Math::max, 0);
    private final Recorder actual = new Recorder(DIGITS);
    private final Recorder planned = new Recorder(DIGITS);
    private final Recorder lag = new Recorder(DIGITS);
    private final Recorder dryLag = new Recorder(DIGITS);
    private final Recorder failed = new Recorder(DIGITS);
    private volatile EarlyEnd stopped;
    private volatile boolean sealed;

    /** @param beginNanos planned start of the first call, as {@link System#nanoTime} */
    Stretch(Order order, int pool, long beginNanos) {
        this.order = order;
        this.beginNanos = beginNanos;
        this.endNanos = beginNanos + order.length().toNanos();
        this.timeoutNanos = order.timeout().toNanos();
        this.callsOfUser = new AtomicIntegerArray(pool);
    }

    Order order() {
        return order;
    }

    /**
     * When the next call of a user is to start.
     *
     * @param number which it is, counted from 0
     * @param atNanos as {@link System#nanoTime}; of a closed load at once
     */
    record Start(long number, long atNanos) {}

    /** The user's next call; null where it has none in this stretch. */
    Start take(int user, long nowNanos) {
        if (stopped != null) {
            return null;
        }
        if (order.schedule() == null) {
            return takeClosed(user, nowNanos);
        }
        Schedule schedule = order.schedule();
        if (taken.get() >= schedule.calls()) {
            return null;
        }
        long number = taken.getAndIncrement();
        if (number >= schedule.calls()) {
            return null;
        }
        long at = beginNanos + schedule.startNanos(number);
        if (nowNanos - at > 0) {
            dry.incrementAndGet();
        }
        return new Start(number, at);
    }

    private Start takeClosed(int user, long nowNanos) {
        boolean due = user < order.concurrency()
                && nowNanos - beginNanos >= 0
                && nowNanos - endNanos < 0
                && callsOfUser.getAndIncrement(user) < order.callsPerUser();
        return due ? new Start(taken.getAndIncrement(), nowNanos) : null;
    }

    /** How long a user without a call waits before it asks again: the users of a closed load are all there when it begins. */
    long millisToAsk(int user, long nowNanos) {
        boolean awaited = order.schedule() == null && user < order.concurrency() && nowNanos - beginNanos < 0;
        return awaited ? (long) Math.ceil((beginNanos - nowNanos) / NANOS_PER_MILLI) : Long.MAX_VALUE;
    }

    /** A call starts now. @return false where the stretch has ended before */
    boolean start() {
        started.incrementAndGet(); // before looking, so that whoever ends it meanwhile waits for this call
        if (stopped != null || sealed) {
            started.decrementAndGet();
            return false;
        }
        return true;
    }

    /** A call has ended. @param late whether it was taken after its planned start, for no user was free */
    void end(Start start, long startNanos, long endNanos, boolean right, boolean late) {
        long latency = endNanos - startNanos;
        if (right && latency <= timeoutNanos) {
            succeeded.incrementAndGet();
            actual.recordValue(micros(latency));
            if (order.schedule() != null) {
                planned.recordValue(micros(endNanos - start.atNanos()));
            }
        } else {
            failed.recordValue(micros(latency));
        }
        if (order.schedule() != null) {
            (late ? dryLag : lag).recordValue(micros(startNanos - start.atNanos()));
        }
        lastStartNanos.accumulate(startNanos - beginNanos);
        lastEndNanos.accumulate(endNanos - beginNanos);
        ended.incrementAndGet();
    }

    /** Rounded up: a latency of 0 is none. */
    private static long micros(long nanos) {
        return Math.max(0, (nanos + NANOS_PER_MICRO - 1) / NANOS_PER_MICRO);
    }

    /** No further call is started. */
    void stop(EarlyEnd why) {
        stopped = why;
    }

    /** Why it was stopped; null where it was not. */
    EarlyEnd stopped() {
        return stopped;
    }

    /** Whether no call is in flight and none will be. */
    boolean isOver(long nowNanos) {
        if (!sealed && isTaken(nowNanos)) {
            sealed = true;
        }
        return sealed && started.get() == ended.get();
    }

    /** By the calls that were started: one that was only taken may still be refused. */
    private boolean isTaken(long nowNanos) {
        if (stopped != null) {
            return true;
        }
        if (order.schedule() != null) {
            return started.get() >= order.schedule().calls();
        }
        return nowNanos - endNanos >= 0 || started.get() == (long) order.concurrency() * order.callsPerUser();
    }

    long beginNanos() {
        return beginNanos;
    }

    long started() {
        return started.get();
    }

    long ended() {
        return ended.get();
    }

    long succeeded() {
        return succeeded.get();
    }

    /** From the planned start of the first call to the actual start of the last that has ended, and one interval more; ms. */
    double startMillis() {
        double interval = order.schedule() == null ? 0 : order.schedule().startNanos(1);
        return (lastStartNanos.get() + interval) / NANOS_PER_MILLI;
    }

    /** From the planned start of the first call to the end of the last; ms. */
    long millis() {
        return Math.round(lastEndNanos.get() / NANOS_PER_MILLI);
    }

    long dry() {
        return dry.get();
    }

    /** The calls that ended since this was asked for the last time. */
    Latencies.Slice slice(long fromMillis, long toMillis) {
        return new Latencies.Slice(
                fromMillis,
                toMillis,
                actual.getIntervalHistogram(),
                planned.getIntervalHistogram(),
                lag.getIntervalHistogram(),
                dryLag.getIntervalHistogram(),
                failed.getIntervalHistogram());
    }
}
