package weighbridge.engine;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAccumulator;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;
import weighbridge.engine.LoadStep.Closed;
import weighbridge.engine.LoadStep.Open;
import weighbridge.record.EarlyEnd;

/**
 * A load step while it goes on: which calls are still to be made, and how long those took that were. Users take, start and
 * end calls on their own threads; one thread looks from time to time whether it goes on.
 */
final class RunningStep {
    private static final double NANOS_PER_MILLI = 1e6;

    /** A slice is a second, or so much of a long load that there are no more of them than this: each takes memory. */
    private static final long SHORTEST_SLICE_NANOS = TimeUnit.SECONDS.toNanos(1);

    private static final int MOST_SLICES = 100;

    /**
     * So long before its start a call is given to a user; the next call always is. A shorter stall of one thread does not delay
     * the calls of others. A longer time would need more users, each with a connection of its own: with 50 ms and 4,500 calls/s
     * they were more than the JDK's server keeps, and it closed one after each answer.
     */
    private static final long AHEAD_NANOS = TimeUnit.MILLISECONDS.toNanos(5);

    /** Beyond the time in which every call has ended somehow, for users that wait for their turn. */
    private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(30);

    private final LoadStep step;
    private final LongSupplier clock;
    private final int pool;
    private final long timeoutNanos;
    private final long lengthNanos;
    private final int requests;
    private final AtomicIntegerArray callsOfUser;
    private final AtomicLong taken = new AtomicLong();
    private final AtomicLong waiting = new AtomicLong();
    private final AtomicLong admitted = new AtomicLong();
    private final AtomicLong started = new AtomicLong();
    private final AtomicLong ended = new AtomicLong();
    private final AtomicLong dry = new AtomicLong();
    private final LongAccumulator lastStartNanos = new LongAccumulator(Math::max, 0);
    private final LongAccumulator lastEndNanos = new LongAccumulator(Math::max, 0);
    private final StepLatencies latencies = new StepLatencies();
    private final StepCounts counts;
    private final LogShare logged;
    private long startedAtMillis;
    private long beginNanos;
    private long sliceFromNanos;
    private volatile boolean begun;
    private volatile EarlyEnd stopped;
    private volatile boolean sealed;

    /**
     * A step that has not begun.
     *
     * @param pool how many users there are
     * @param clock ns, as {@link System#nanoTime}
     */
    RunningStep(LoadStep step, int pool, LongSupplier clock) {
        this.step = step;
        this.pool = pool;
        this.clock = clock;
        this.timeoutNanos = step.timeout().toNanos();
        this.lengthNanos = step.pace().length().toNanos();
        this.requests = step.target().target().traffic().requests().size();
        this.callsOfUser = new AtomicIntegerArray(pool);
        this.counts = new StepCounts(requests);
        this.logged = new LogShare(step);
    }

    /**
     * From now on calls are started.
     *
     * @param nanos planned start of the first call, by the clock of the step
     * @param millis the same by the time of the run, ms since 1970
     */
    void begin(long nanos, long millis) {
        beginNanos = nanos;
        sliceFromNanos = nanos;
        startedAtMillis = millis;
        begun = true;
    }

    /** A user that has taken a call sleeps until it is due. @return whether that is when the step begins */
    boolean waitsForBegin() {
        if (begun) {
            return false;
        }
        waiting.incrementAndGet();
        return !begun;
    }

    /** Whether all users of a closed load wait for it to begin; those of an open load take their calls after that. */
    boolean isReady() {
        return !(step.pace() instanceof Closed closed) || waiting.get() >= Math.min(pool, closed.busyUsers());
    }

    LoadStep step() {
        return step;
    }

    /**
     * A call that a user is to make.
     *
     * @param request which of the target's requests, counted from 0
     * @param atNanos when it is to start
     * @param late whether that was past already when it was taken, for no user was free
     * @param logged whether it is to be in Gatling's log
     */
    record Call(int request, long atNanos, boolean late, boolean logged) {}

    /** Whether calls start at planned times, whoever of the users makes them. */
    boolean isOpen() {
        return step.pace() instanceof Open;
    }

    /** Whether a user that is free is to take a call now. */
    boolean needsUser() {
        if (!(step.pace() instanceof Open open)) {
            return true; // its own next one
        }
        long number = taken.get();
        return number < open.schedule().calls()
                && (number <= admitted.get()
                        || beginNanos + open.schedule().startNanos(number) - clock.getAsLong() <= AHEAD_NANOS);
    }

    /**
     * The next call of a user; null where it has none in this step. Of an open load after its begin.
     *
     * @param user counted from 0
     * @param othersFree whether a user was free before, so that a call that should have started was not late for want of one
     */
    Call take(int user, boolean othersFree) {
        if (stopped != null) {
            return null;
        }
        return step.pace() instanceof Open open
                ? takeOpen(open.schedule(), othersFree)
                : takeClosed((Closed) step.pace(), user);
    }

    private Call takeOpen(Schedule schedule, boolean othersFree) {
        if (taken.get() >= schedule.calls()) {
            return null;
        }
        long number = taken.getAndIncrement();
        if (number >= schedule.calls()) {
            return null;
        }
        long at = beginNanos + schedule.startNanos(number);
        boolean late = !othersFree && clock.getAsLong() - at > 0;
        if (late) {
            dry.incrementAndGet();
        }
        return new Call((int) (number % requests), at, late, logged.includes(number, 0));
    }

    private Call takeClosed(Closed closed, int user) {
        long now = begun ? clock.getAsLong() - beginNanos : 0;
        if (user >= closed.users() || now >= lengthNanos) {
            return null;
        }
        int made = callsOfUser.get(user);
        long share = Math.min(closed.callsPerUser(), closed.calls() - (long) user * closed.callsPerUser());
        if (made >= share) {
            return null;
        }
        callsOfUser.set(user, made + 1);
        return new Call(made % requests, beginNanos + Math.max(0, now), false, logged.includes(made, user));
    }

    /** A call starts now. @return false where the step has ended before */
    boolean start() {
        started.incrementAndGet(); // before looking, so that whoever ends it meanwhile waits for this call
        if (stopped != null || sealed) {
            started.decrementAndGet();
            return false;
        }
        counts.inFlight(admitted.incrementAndGet() - ended.get());
        return true;
    }

    /** A call has ended. @param failure what Gatling said of it; null where it was answered as expected @return whether it was the last */
    boolean end(Call call, long startNanos, String failure) {
        long endNanos = clock.getAsLong();
        long latency = endNanos - startNanos;
        boolean open = step.pace() instanceof Open;
        if (call.logged()) {
            counts.logged();
        }
        if (failure == null && latency <= timeoutNanos) {
            counts.succeeded(call.request());
            latencies.succeeded(latency);
            if (open) {
                latencies.succeededFromPlan(endNanos - call.atNanos());
            }
        } else {
            latencies.failed(latency);
            counts.failed(call.request(), failure == null ? "" : failure);
        }
        if (open) {
            latencies.started(startNanos - call.atNanos(), call.late());
        }
        lastStartNanos.accumulate(startNanos - beginNanos);
        lastEndNanos.accumulate(endNanos - beginNanos);
        ended.incrementAndGet();
        return isOver();
    }

    /** No further call is started. */
    void stop(EarlyEnd reason) {
        stopped = reason;
    }

    /** Whether it goes on; ends it where it is time. @param cancelled whether the run is being ended */
    boolean look(Injector.Watch watch, BooleanSupplier cancelled) {
        long now = clock.getAsLong() - beginNanos;
        if (cancelled.getAsBoolean()) {
            stop(EarlyEnd.RUN_ENDED); // also where all calls have ended: what made them end may be the end of the run
            return false;
        }
        if (isOver()) {
            return false;
        }
        if (now >= lengthNanos + 2 * timeoutNanos + PATIENCE_NANOS) {
            stop(EarlyEnd.CALLS_HANG);
            return false;
        }
        if (now > lengthNanos + timeoutNanos && stopped == null) {
            stop(EarlyEnd.NOT_ALL_STARTED);
        }
        logged.look(ended.get(), now);
        if (now + beginNanos - sliceFromNanos >= Math.max(SHORTEST_SLICE_NANOS, lengthNanos / MOST_SLICES)) {
            slice();
            EarlyEnd reason = watch.stop(latencies.slices());
            if (reason != null) {
                stop(reason);
            }
        }
        return true;
    }

    /** Whether no call is in flight and none will be. */
    private boolean isOver() {
        if (!sealed && isTaken()) {
            sealed = true;
        }
        return sealed && started.get() == ended.get();
    }

    /** By the calls that were admitted: one that was only taken may still be refused. */
    private boolean isTaken() {
        if (stopped != null) {
            return true;
        }
        if (step.pace() instanceof Open open) {
            return admitted.get() >= open.schedule().calls();
        }
        Closed closed = (Closed) step.pace();
        long calls = Math.min(closed.calls(), (long) closed.users() * closed.callsPerUser());
        return clock.getAsLong() - beginNanos >= lengthNanos || admitted.get() >= calls;
    }

    /** What became of it; to be asked once, when it has ended. */
    Injector.Done done() {
        slice();
        double interval = step.pace() instanceof Open open ? open.schedule().startNanos(1) : 0;
        return new Injector.Done(
                step,
                startedAtMillis,
                (lastStartNanos.get() + interval) / NANOS_PER_MILLI,
                Math.round(lastEndNanos.get() / NANOS_PER_MILLI),
                admitted.get(),
                counts.allSucceeded(),
                dry.get(),
                stopped,
                latencies.slices(),
                counts.total());
    }

    /** The calls that ended since the slice before. */
    private void slice() {
        long now = clock.getAsLong();
        latencies.slice(millis(sliceFromNanos), millis(now));
        sliceFromNanos = now;
    }

    private long millis(long nanos) {
        return startedAtMillis + (long) ((nanos - beginNanos) / NANOS_PER_MILLI);
    }
}
