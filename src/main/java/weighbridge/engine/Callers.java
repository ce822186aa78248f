package weighbridge.engine;

import io.gatling.javaapi.core.Session;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAccumulator;
import java.util.function.Consumer;
import weighbridge.process.RunClock;
import weighbridge.record.Transport;

/** All users of a {@link GatlingInjector} who have arrived, and what they tell of Gatling. */
final class Callers {
    private final int users;
    private final int threads;
    private final AtomicInteger numbered = new AtomicInteger();
    private final CountDownLatch arrived;
    private final Queue<Caller> all = new ConcurrentLinkedQueue<>();

    /** The greatest of all users: where the thread pauses between the two looks at a clock, the difference is too small. */
    private final LongAccumulator logOffsetMillis = new LongAccumulator(Math::max, Long.MIN_VALUE);

    private volatile Transport transport;

    /**
     * For so many users.
     *
     * @param processors of the generator, on a thread each: on more threads users wait for each other
     */
    Callers(int users, int processors) {
        this.users = users;
        this.threads = processors;
        this.arrived = new CountDownLatch(users);
    }

    /** Takes in a user of this epoch, who has just arrived. @return the same, on the thread that it is to go on with */
    Session enter(Session newcomer, CallLoop loop, int epoch) {
        Caller caller = new Caller(numbered.getAndIncrement(), epoch);
        all.add(caller);
        logOffsetMillis.accumulate(RunClock.OF_THIS_PROCESS.millis() - loop.gatlingMillis());
        transport = CallLoop.transport(newcomer);
        arrived.countDown();
        return CallLoop.onThread(newcomer.set(Caller.KEY, caller), caller.number % threads);
    }

    /** Waits for all of them, but no longer than this. @return whether they are there */
    boolean await(long nanos) throws InterruptedException {
        return arrived.await(nanos, TimeUnit.NANOSECONDS);
    }

    /**
     * What the times of Gatling's log lack to be times of this run, ms. Gatling has a clock like ours, which it has made a
     * moment earlier: a wall clock that was set between the two makes them differ. Known once a user is there, and 0 before.
     */
    long logOffsetMillis() {
        return arrived.getCount() == users ? 0 : logOffsetMillis.get();
    }

    /** How all of them learn of their answers; null as long as none is there. */
    Transport transport() {
        return transport;
    }

    /** Does this with all that are asleep. */
    void forSleepers(Consumer<GatlingInjector.Sleeper> action) {
        for (Caller caller : all) {
            GatlingInjector.Sleeper sleeper = caller.asleep.get();
            if (sleeper != null) {
                action.accept(sleeper);
            }
        }
    }
}
