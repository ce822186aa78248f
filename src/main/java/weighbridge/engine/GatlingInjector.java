package weighbridge.engine;

import io.gatling.javaapi.core.ActionBuilder;
import io.gatling.javaapi.core.Session;
import java.util.Deque;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAccumulator;
import java.util.concurrent.locks.LockSupport;
import weighbridge.process.RunClock;
import weighbridge.server.Request;

/**
 * Users of Gatling's who make whatever load step comes next: one after the other takes the next call, sleeps until its
 * planned start, calls, and comes back for another. So starts do not wait for answers as long as a user is free. Of users
 * that wait for a call of an open load the one gets it who was free last: its connection has been idle for the shortest
 * time. A user without a call sleeps until the next step.
 */
final class GatlingInjector implements Injector {
    private static final String USER = "user";
    private static final String STEP = "step";
    private static final String CALL = "call";
    private static final String EPOCH = "epoch";
    private static final String STARTED_NANOS = "started";

    /** Of an open load, from the wake-up of all users to the first start: meanwhile they take their calls and sleep again. */
    private static final long LEAD_NANOS = TimeUnit.MILLISECONDS.toNanos(20);

    /** For users to take the first calls of a closed load; who is later than that begins later. */
    private static final long READY_BOUND_NANOS = TimeUnit.SECONDS.toNanos(5);

    private static final long LOOK_NANOS = TimeUnit.MILLISECONDS.toNanos(20);
    private static final long NANOS_PER_MILLI = 1_000_000;
    private static final RunClock CLOCK = RunClock.OF_THIS_PROCESS;

    private final int users;
    private final AtomicInteger numbered = new AtomicInteger();
    private final CountDownLatch arrived;
    private final Set<Sleeper> sleepers = ConcurrentHashMap.newKeySet();

    /** Those of an open load without a call, who was free last first. Some may have left it: who sleeps is in {@link #sleepers}. */
    private final Deque<Sleeper> free = new ConcurrentLinkedDeque<>();

    private volatile RunningStep now;
    private volatile Thread runner;
    private volatile int epoch;
    private volatile boolean over;

    /** The greatest of all users: where the thread pauses between the two looks at a clock, the difference is too small. */
    private final LongAccumulator logOffsetMillis = new LongAccumulator(Math::max, Long.MIN_VALUE);

    GatlingInjector(int users) {
        this.users = users;
        this.arrived = new CountDownLatch(users);
    }

    /** Waits until all users are there; not in a run that is ended, which gets no more of them. */
    void awaitUsers() throws InterruptedException {
        while (!over && !arrived.await(LOOK_NANOS, TimeUnit.NANOSECONDS)) {
            // asked again and again
        }
    }

    /**
     * What the times of Gatling's log lack to be times of this run, ms. Gatling has a clock like ours, which it has made a
     * moment earlier: a wall clock that was set between the two makes them differ. Known once a user is there, and 0 before.
     */
    long logOffsetMillis() {
        return arrived.getCount() == users ? 0 : logOffsetMillis.get();
    }

    @Override
    public Done run(LoadStep step, Watch watch, Runnable begun) {
        runner = Thread.currentThread();
        free.clear();
        RunningStep running = new RunningStep(step, users, System::nanoTime);
        if (step.pace() instanceof LoadStep.Open) {
            begun.run();
            running.begin(System.nanoTime() + LEAD_NANOS, CLOCK.millis() + LEAD_NANOS / NANOS_PER_MILLI);
            now = running;
            wakeAll();
        } else {
            now = running;
            wakeAll();
            awaitReady(running);
            begun.run();
            running.begin(System.nanoTime(), CLOCK.millis());
            sleepers.forEach(Sleeper::release);
        }
        while (running.look(watch, () -> over)) {
            LockSupport.parkNanos(LOOK_NANOS); // the last call of the step ends it
        }
        now = null;
        wakeAll();
        return running.done();
    }

    /** So that the users of a closed load begin together and not one after the other, as they wake up. */
    private void awaitReady(RunningStep step) {
        long deadlineNanos = System.nanoTime() + READY_BOUND_NANOS;
        while (!over && !step.isReady() && System.nanoTime() < deadlineNanos) {
            LockSupport.parkNanos(NANOS_PER_MILLI);
        }
    }

    @Override
    public void dropConnections() {
        epoch++;
        wakeAll(); // each user forgets its own
        Connections.closeAll();
    }

    @Override
    public void close() {
        over = true;
        wakeAll();
        Connections.closeAll();
    }

    /** Whether there is nothing more to do for any user. */
    boolean isOver() {
        return over;
    }

    /** In a user's script: it sleeps here until its next call, or for good until there is nothing more to do. */
    ActionBuilder nextCall() {
        return Sleep.action(this::arrive);
    }

    /** Which call a user makes now; empty where it makes none any more. */
    String key(Session user) {
        if (!user.contains(CALL)) {
            return "";
        }
        LoadStep step = user.<RunningStep>get(STEP).step();
        return UserScript.key(step.target(), user.<RunningStep.Call>get(CALL).request(), step.isLogged());
    }

    /** What it is called in the log. */
    String requestName(Session user) {
        LoadStep step = user.<RunningStep>get(STEP).step();
        return step.isLogged()
                ? step.requestNames().get(user.<RunningStep.Call>get(CALL).request())
                : "unlogged";
    }

    /** The user's call was answered, or was not. */
    Session end(Session user, Request request) {
        RunningStep step = user.get(STEP);
        if (step.end(user.get(CALL), user.getLong(STARTED_NANOS), HttpCall.succeeded(user, request))) {
            LockSupport.unpark(runner);
        }
        return HttpCall.forget(user).remove(CALL).markAsSucceeded();
    }

    /** A user that has nothing to do. */
    private void arrive(Session user, Sleep sleep) {
        RunningStep step = now;
        Session fresh = fresh(user, step, sleep);
        RunningStep.Call call =
                over || step == null || !step.needsUser() ? null : step.take(fresh.getInt(USER), !free.isEmpty());
        if (over) {
            sleep.leave(fresh);
            return;
        }
        Sleeper sleeper = new Sleeper(fresh, call, sleep);
        sleepers.add(sleeper);
        if (step != now || over) {
            sleeper.wake(); // nobody else would: it fell asleep too late
        } else if (call == null) {
            waitForCall(sleeper, step);
        } else if (!step.waitsForBegin()) {
            long nanos = call.atNanos() - System.nanoTime();
            if (nanos <= 0) {
                sleeper.run();
            } else {
                sleep.in(nanos, fresh, sleeper);
            }
        }
    }

    private void waitForCall(Sleeper sleeper, RunningStep step) {
        if (step != null && step.isOpen()) {
            free.push(sleeper);
            handOut(step); // a call may have come to need a user just before
        }
    }

    /** Gives the calls of an open load that need a user to those that are free. */
    private void handOut(RunningStep step) {
        while (step == now && step.isOpen() && step.needsUser()) {
            Sleeper user = free.poll();
            if (user == null) {
                return;
            }
            user.take(step);
        }
    }

    /** Between two steps a user forgets cookies and all else that its calls have left. */
    private Session fresh(Session user, RunningStep step, Sleep sleep) {
        Session fresh = user;
        if (!user.contains(USER)) {
            logOffsetMillis.accumulate(CLOCK.millis() - sleep.gatlingMillis());
            arrived.countDown();
            fresh = user.set(USER, numbered.getAndIncrement()).set(EPOCH, epoch);
        }
        if (step != null && fresh.<RunningStep>get(STEP) != step) {
            fresh = fresh.reset()
                    .set(USER, fresh.getInt(USER))
                    .set(EPOCH, fresh.getInt(EPOCH))
                    .set(STEP, step);
        }
        if (fresh.getInt(EPOCH) != epoch) {
            sleep.dropConnections(fresh);
            fresh = fresh.set(EPOCH, epoch);
        }
        return fresh;
    }

    private void wakeAll() {
        sleepers.forEach(Sleeper::wake);
    }

    /** A user asleep, who wakes up for its call or because something has changed, whichever comes first. */
    private final class Sleeper implements Runnable {
        private final Session user;
        private final RunningStep.Call call;
        private final Sleep sleep;

        Sleeper(Session user, RunningStep.Call call, Sleep sleep) {
            this.user = user;
            this.call = call;
            this.sleep = sleep;
        }

        /** Its call is due. */
        @Override
        public void run() {
            if (!sleepers.remove(this)) {
                return;
            }
            RunningStep step = user.get(STEP);
            if (step.start()) {
                sleep.leave(user.set(CALL, call).set(STARTED_NANOS, System.nanoTime()));
                handOut(step);
            } else {
                arrive(user, sleep);
            }
        }

        /** It was free, and gets the next call of a step, if that is its own. */
        void take(RunningStep step) {
            if (user.get(STEP) != step || !sleepers.remove(this)) {
                return;
            }
            Sleeper busy = new Sleeper(user, step.take(user.getInt(USER), true), sleep);
            sleepers.add(busy);
            if (step != now || over) {
                busy.wake();
            } else if (busy.call != null) {
                sleep.in(Math.max(0, busy.call.atNanos() - System.nanoTime()), user, busy);
            }
        }

        /** The step that it waited for has begun. */
        void release() {
            if (call != null) {
                sleep.in(0, user, this);
            }
        }

        /** Not where it waits for a call of the step that goes on, or for the start of one. */
        void wake() {
            RunningStep step = now;
            boolean waits = step != null && user.get(STEP) == step && !over;
            if (!waits && sleepers.remove(this)) {
                sleep.in(0, user, () -> arrive(user, sleep));
            }
        }
    }
}
