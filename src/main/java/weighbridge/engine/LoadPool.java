package weighbridge.engine;

import io.gatling.javaapi.core.Session;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.IntFunction;
import weighbridge.record.EarlyEnd;
import weighbridge.record.Latencies;
import weighbridge.server.Request;

/**
 * Users of Gatling's who do whatever stretch of load comes next: one after the other takes the next planned start, waits
 * until then, calls, and comes back for another. So starts do not wait for answers as long as a user is free, and the rate
 * may change while Gatling runs.
 */
final class LoadPool {
    /** What the user has to wait before its call, or before it asks again. */
    static final String PAUSE = "pause";

    /** Which call it makes then: a key of {@link LoadCalls}. */
    static final String CALL = "call";

    private static final String USER = "user";
    private static final String START = "start";
    private static final String STRETCH = "stretch";
    private static final String LATE = "late";
    private static final String STARTED_NANOS = "started";

    /** A user without a call asks again so often. Its next call may be far off: nobody sleeps longer than this at a stretch. */
    private static final long MOST_PAUSE_MILLIS = 500;

    /** All users have asked again before a stretch begins. */
    private static final long LEAD_NANOS = TimeUnit.MILLISECONDS.toNanos(MOST_PAUSE_MILLIS + 100);

    /** A slice is a second, or so much of a long load that there are no more of them than this: each takes memory. */
    private static final long SHORTEST_SLICE_NANOS = TimeUnit.SECONDS.toNanos(1);

    private static final int MOST_SLICES = 100;

    /** Beyond the time in which every call has ended somehow, for users that wait for their turn. */
    private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(30);

    private static final long LOOK_NANOS = TimeUnit.MILLISECONDS.toNanos(20);
    private static final long NANOS_PER_MILLI = 1_000_000;

    private final int users;
    private final BooleanSupplier cancelled;
    private final AtomicInteger numbered = new AtomicInteger();
    private final CountDownLatch arrived;
    private volatile Stretch now;
    private volatile boolean over;

    /** @param cancelled whether the run is being ended before its end */
    LoadPool(int users, BooleanSupplier cancelled) {
        this.users = users;
        this.cancelled = cancelled;
        this.arrived = new CountDownLatch(users);
    }

    /** A new user. */
    Session arrive(Session user) {
        arrived.countDown();
        return user.set(USER, numbered.getAndIncrement());
    }

    /** Whether there is nothing more to do. */
    boolean isOver() {
        return over || cancelled.getAsBoolean();
    }

    /** What the user does next: {@link #PAUSE}, and then {@link #CALL}, which is empty where it only waits. */
    Session take(Session user) {
        Stretch stretch = now;
        long nowNanos = System.nanoTime();
        Stretch.Start start = heldBack(user, stretch);
        boolean late = false;
        if (start == null && stretch != null) {
            start = stretch.take(user.getInt(USER), nowNanos);
            late = start != null && nowNanos - start.atNanos() > 0;
        }
        if (start == null) {
            long wait = stretch == null ? MOST_PAUSE_MILLIS : stretch.millisToAsk(user.getInt(USER), nowNanos);
            return user.remove(STRETCH).set(CALL, "").set(PAUSE, Duration.ofMillis(Math.min(wait, MOST_PAUSE_MILLIS)));
        }
        // Rounded up, for Gatling pauses in whole ms and a call never starts before its time.
        long millis = Math.max(0, (start.atNanos() - nowNanos + NANOS_PER_MILLI - 1) / NANOS_PER_MILLI);
        boolean due = millis <= MOST_PAUSE_MILLIS;
        return user.set(STRETCH, stretch)
                .set(START, start)
                .set(LATE, late)
                .set(CALL, due ? LoadCalls.key(stretch.order(), start.number()) : "")
                .set(PAUSE, Duration.ofMillis(Math.min(millis, MOST_PAUSE_MILLIS)));
    }

    /** The start that the user has taken already, and which was too far off to sleep until then. */
    private static Stretch.Start heldBack(Session user, Stretch now) {
        return now != null && user.contains(STRETCH) && user.get(STRETCH) == now ? user.get(START) : null;
    }

    /** The user's call begins; a stretch that was ended meanwhile has none. */
    Session start(Session user) {
        Stretch stretch = user.get(STRETCH);
        if (!stretch.start()) {
            return user.remove(STRETCH).set(CALL, "");
        }
        return user.set(STARTED_NANOS, System.nanoTime());
    }

    /** The user's call was answered, or was not. */
    Session end(Session user, Request request) {
        long endNanos = System.nanoTime();
        Stretch stretch = user.get(STRETCH);
        stretch.end(
                user.get(START),
                user.getLong(STARTED_NANOS),
                endNanos,
                HttpCall.succeeded(user, request),
                user.getBoolean(LATE));
        return HttpCall.forget(user).remove(STRETCH).markAsSucceeded();
    }

    /** What the user's call is called in the log. @param request which of the target's it makes, counted from 0 */
    String requestName(Session user, int request) {
        IntFunction<String> name = user.<Stretch>get(STRETCH).order().requestName();
        return name == null ? "unlogged" : name.apply(request);
    }

    /** Waits until all users are there. */
    void awaitUsers() throws InterruptedException {
        while (!cancelled.getAsBoolean() && !arrived.await(LOOK_NANOS, TimeUnit.NANOSECONDS)) {
            // Asked again and again, for a run that is ended gets no more users.
        }
    }

    /** Sends everyone home. */
    void close() {
        over = true;
    }

    /** Whether a stretch is to be ended before its end, as it goes on. */
    interface Watch {
        /** Why it is to be ended; null where it is to go on. @param soFar of all calls that have ended */
        EarlyEnd stop(List<Latencies.Slice> soFar);
    }

    /**
     * Does a stretch of load from its beginning to the end of its last call.
     *
     * @param begun called when everything is ready for the first call
     */
    Done run(Order order, Watch watch, Runnable begun) {
        long beginNanos = System.nanoTime() + LEAD_NANOS;
        Stretch stretch = new Stretch(order, users, beginNanos);
        now = stretch;
        LockSupport.parkNanos(beginNanos - System.nanoTime() - LOOK_NANOS);
        begun.run();
        long startedAtMillis = System.currentTimeMillis() + (beginNanos - System.nanoTime()) / NANOS_PER_MILLI;
        List<Latencies.Slice> slices = new ArrayList<>();
        long fromNanos = beginNanos;
        long nowNanos = System.nanoTime();
        long sliceNanos = Math.max(SHORTEST_SLICE_NANOS, order.length().toNanos() / MOST_SLICES);
        long lateNanos = beginNanos + order.length().plus(order.timeout()).toNanos();
        long lastNanos = lateNanos + order.timeout().toNanos() + PATIENCE_NANOS;
        while (!stretch.isOver(nowNanos) && !cancelled.getAsBoolean() && nowNanos - lastNanos < 0) {
            LockSupport.parkNanos(LOOK_NANOS);
            nowNanos = System.nanoTime();
            if (nowNanos - lateNanos > 0 && stretch.stopped() == null) {
                stretch.stop(EarlyEnd.NOT_ALL_STARTED);
            }
            if (nowNanos - fromNanos >= sliceNanos) {
                slices.add(slice(stretch, startedAtMillis, fromNanos, nowNanos));
                fromNanos = nowNanos;
                EarlyEnd why = watch.stop(slices);
                if (why != null) {
                    stretch.stop(why);
                }
            }
        }
        if (cancelled.getAsBoolean()) {
            stretch.stop(EarlyEnd.RUN_ENDED);
        } else if (!stretch.isOver(nowNanos)) {
            stretch.stop(EarlyEnd.CALLS_HANG);
        }
        now = null;
        slices.add(slice(stretch, startedAtMillis, fromNanos, nowNanos));
        return new Done(stretch, startedAtMillis, slices);
    }

    /** A stretch that has ended. @param startedAtMillis planned start of its first call, wall clock, ms since 1970 */
    record Done(Stretch stretch, long startedAtMillis, List<Latencies.Slice> slices) {}

    private static Latencies.Slice slice(Stretch stretch, long startedAtMillis, long fromNanos, long toNanos) {
        long from = startedAtMillis + (fromNanos - stretch.beginNanos()) / NANOS_PER_MILLI;
        long to = startedAtMillis + (toNanos - stretch.beginNanos()) / NANOS_PER_MILLI;
        return stretch.slice(from, to);
    }
}
