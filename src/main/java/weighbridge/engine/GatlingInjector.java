package weighbridge.engine;

import io.gatling.javaapi.core.Session;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import weighbridge.process.RunClock;

/**
 * Users of Gatling's who make whatever load step comes next: one after the other takes the next call, sleeps until its
 * planned start, calls, and comes back for another. So starts do not wait for answers as long as a user is free. Of users
 * that wait for a call of an open load the one gets it who was free last: its connection has been idle for the shortest
 * time. A user without a call sleeps until the next step.
 */
final class GatlingInjector implements Injector {
    /** Of an open load, from the wake-up of all users to the first start: meanwhile they take their calls and sleep again. */
    private static final long LEAD_NANOS = TimeUnit.MILLISECONDS.toNanos(50);

    /** For users to take the first calls of a closed load; who is later than that begins later. */
    private static final long READY_BOUND_NANOS = TimeUnit.SECONDS.toNanos(5);

    private static final long LOOK_NANOS = TimeUnit.MILLISECONDS.toNanos(20);
    private static final long SWEEP_NANOS = TimeUnit.SECONDS.toNanos(1);
    private static final long NANOS_PER_MILLI = 1_000_000;
    /** Of a call that failed before it was sent: nothing else is said of it. */
    private static final String UNSENT = "the call could not be made";

    private static final RunClock CLOCK = RunClock.OF_THIS_PROCESS;

    private final int users;
    private final Callers callers;

    private final FreeUsers free = new FreeUsers();

    private volatile RunningStep now;
    private volatile Thread runner;
    private volatile int epoch;
    private volatile boolean over;

    /**
     * For so many users.
     *
     * @param processors of the generator, on a thread each: on more threads users wait for each other
     */
    GatlingInjector(int users, int processors) {
        this.users = users;
        this.callers = new Callers(users, processors);
    }

    /** Waits until all users are there; not in a run that is ended, which gets no more of them. */
    void awaitUsers() throws InterruptedException {
        while (!over && !callers.await(LOOK_NANOS)) {
            // asked again and again
        }
    }

    /** All that have arrived. */
    Callers callers() {
        return callers;
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
            callers.forSleepers(Sleeper::release);
        }
        long swept = System.nanoTime();
        while (running.look(watch, () -> over)) {
            LockSupport.parkNanos(LOOK_NANOS); // the last call of the step ends it
            if (step.pace() instanceof LoadStep.Open open && System.nanoTime() - swept >= SWEEP_NANOS) {
                swept = System.nanoTime();
                free.closeIdle(open.schedule().callsPerSecond(), swept);
            }
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

    /** What the call of a user is called in the log. */
    static String requestName(Session user) {
        return user.<Caller>get(Caller.KEY).requestName();
    }

    /** The user's call was answered, or was not. */
    void end(Session user, CallLoop loop) {
        Caller caller = user.get(Caller.KEY);
        String message = CallLog.failure();
        String failure = !user.isFailed() ? null : message == null ? UNSENT : message;
        if (caller.step.end(caller.call, caller.startedNanos, failure)) {
            LockSupport.unpark(runner);
        }
        caller.call = null;
        Session free = user.markAsSucceeded();
        if (caller.sending) {
            CallLoop.in(0, free, () -> arrive(free, loop)); // the stack would grow with each call that cannot be sent
        } else {
            arrive(free, loop);
        }
    }

    /** A user that has nothing to do. */
    void arrive(Session user, CallLoop loop) {
        if (!user.contains(Caller.KEY)) {
            Session known = callers.enter(user, loop, epoch);
            CallLoop.in(0, known, () -> arrive(known, loop));
            return;
        }
        RunningStep step = now;
        Caller caller = user.get(Caller.KEY);
        Session fresh = fresh(user, caller, step, loop);
        RunningStep.Call call =
                over || step == null || !step.needsUser() ? null : step.take(caller.number, !free.isEmpty());
        if (over) {
            loop.leave(fresh);
            return;
        }
        Sleeper sleeper = new Sleeper(fresh, caller, step, call, loop);
        caller.asleep.set(sleeper);
        if (step != now || over) {
            sleeper.wake(); // nobody else would: it fell asleep too late
        } else if (call == null) {
            waitForCall(sleeper, step);
        } else if (!step.waitsForBegin()) {
            long nanos = call.atNanos() - System.nanoTime();
            if (nanos <= 0) {
                sleeper.run();
            } else {
                CallLoop.in(nanos, fresh, sleeper);
            }
        }
    }

    private void waitForCall(Sleeper sleeper, RunningStep step) {
        if (step != null && step.isOpen()) {
            free.add(sleeper, System.nanoTime());
            handOut(step); // a call may have come to need a user just before
        }
    }

    /** Gives the calls of an open load that need a user to those that are free. */
    private void handOut(RunningStep step) {
        while (step == now && step.isOpen() && step.needsUser()) {
            Sleeper user = free.next();
            if (user == null) {
                return;
            }
            user.take(step);
        }
    }

    /** Between two steps a user forgets cookies and all else that its calls have left. */
    private Session fresh(Session user, Caller caller, RunningStep step, CallLoop loop) {
        Session fresh = user;
        if (step != null && caller.step != step) {
            caller.step = step;
            caller.calls = loop.of(step.step());
            fresh = CallLoop.forget(fresh).set(Caller.KEY, caller);
        }
        int wanted = epoch;
        if (caller.epoch != wanted) {
            CallLoop.dropConnections(fresh);
            caller.epoch = wanted;
        }
        return fresh;
    }

    private void wakeAll() {
        callers.forSleepers(Sleeper::wake);
    }

    /** A user asleep, who wakes up for its call or because something has changed, whichever comes first. */
    final class Sleeper implements Runnable {
        private final Session user;
        private final Caller caller;
        private final RunningStep step;
        private final RunningStep.Call call;
        private final CallLoop loop;

        private Sleeper(Session user, Caller caller, RunningStep step, RunningStep.Call call, CallLoop loop) {
            this.user = user;
            this.caller = caller;
            this.step = step;
            this.call = call;
            this.loop = loop;
        }

        /** Its call is due. */
        @Override
        public void run() {
            if (!isFirst()) {
                return;
            }
            if (!step.start()) {
                arrive(user, loop);
                return;
            }
            caller.call = call;
            caller.connected = true;
            caller.startedNanos = System.nanoTime();
            caller.sending = true;
            try {
                CallLoop.call(user, caller.calls.get(call.request()));
            } finally {
                caller.sending = false;
            }
            handOut(step);
        }

        /** Whoever wakes it first may say what it does next. */
        private boolean isFirst() {
            return caller.asleep.compareAndSet(this, null);
        }

        /** It was free, and gets the next call of a step, if that is its own. */
        void take(RunningStep other) {
            if (step != other || !isFirst()) {
                return;
            }
            Sleeper busy = new Sleeper(user, caller, step, step.take(caller.number, true), loop);
            caller.asleep.set(busy);
            if (step != now || over) {
                busy.wake();
            } else if (busy.call != null) {
                CallLoop.in(Math.max(0, busy.call.atNanos() - System.nanoTime()), user, busy);
            }
        }

        /** Nobody needs its connection for now. */
        void closeConnection() {
            if (caller.connected) {
                CallLoop.in(0, user, () -> {
                    if (caller.asleep.get() == this && caller.connected) {
                        caller.connected = false;
                        CallLoop.dropConnections(user);
                        Connections.forget(user.userId());
                    }
                });
            }
        }

        /** The step that it waited for has begun. */
        void release() {
            if (call != null) {
                CallLoop.in(0, user, this);
            }
        }

        /** Not where it waits for a call of the step that goes on, or for the start of one. */
        void wake() {
            RunningStep current = now;
            boolean waits = current != null && step == current && !over;
            if (!waits && isFirst()) {
                CallLoop.in(0, user, () -> arrive(user, loop));
            }
        }
    }
}
