package weighbridge.engine;

import java.util.Deque;
import java.util.Iterator;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.TimeUnit;

/**
 * Users of an open load without a call. Who was free last gets the next one, so that few connections are used and each of them
 * often. Some may have left the load, and sleep no more.
 */
final class FreeUsers {
    /** A connection that was not used for so long is one more than the load needs. */
    private static final long LEAST_IDLE_NANOS = TimeUnit.SECONDS.toNanos(1);

    /** Nor while so many calls were made by others. */
    private static final int LEAST_CALLS = 20;

    private static final double NANOS_PER_SECOND = 1e9;

    private final Deque<Free> users = new ConcurrentLinkedDeque<>();

    private record Free(GatlingInjector.Sleeper user, long sinceNanos) {}

    void add(GatlingInjector.Sleeper user, long nowNanos) {
        users.push(new Free(user, nowNanos));
    }

    /** Who was free last; null where nobody is. */
    GatlingInjector.Sleeper next() {
        Free free = users.poll();
        return free == null ? null : free.user;
    }

    boolean isEmpty() {
        return users.isEmpty();
    }

    void clear() {
        users.clear();
    }

    /**
     * Closes the connections that the load does not need any more, after a moment in which it needed them. A server may keep only so
     * many idle ones, and close those that are in use after each answer: the JDK's keeps 200.
     */
    void closeIdle(double callsPerSecond, long nowNanos) {
        double mostNanos = Math.max(LEAST_IDLE_NANOS, LEAST_CALLS * NANOS_PER_SECOND / callsPerSecond);
        Iterator<Free> longestFirst = users.descendingIterator();
        while (longestFirst.hasNext()) {
            Free free = longestFirst.next();
            if (nowNanos - free.sinceNanos < mostNanos) {
                return;
            }
            free.user.closeConnection();
        }
    }
}
