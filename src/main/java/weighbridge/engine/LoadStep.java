package weighbridge.engine;

import java.time.Duration;
import java.util.List;
import weighbridge.server.Assignment;

/**
 * What the users of an {@link Injector} are to do next.
 *
 * @param target whom to call
 * @param pace when calls start
 * @param timeout of a call
 * @param requestNames what calls are called in Gatling's log, by their request; empty where they are not logged
 * @param mostLogged about how many calls are logged at most
 */
record LoadStep(Assignment target, Pace pace, Duration timeout, List<String> requestNames, long mostLogged) {
    /** Of a load over time: Gatling reads a million of them in four seconds, and a run may have dozens of such loads. */
    private static final long MOST_LOGGED = 50_000;

    /** Of a burst beyond the time that its calls may take: only a bound, for all of its calls are made. */
    private static final Duration BURST_BOUND = Duration.ofMinutes(1);

    /** When calls start. */
    sealed interface Pace {
        /** For how long calls are started. */
        Duration length();
    }

    /** At planned times, whatever becomes of the calls before. */
    record Open(Schedule schedule) implements Pace {
        @Override
        public Duration length() {
            return schedule.length();
        }
    }

    /**
     * By users that call again as soon as they are answered.
     *
     * @param callsPerUser the most calls of each of them
     * @param calls the most of all of them
     */
    record Closed(int users, int callsPerUser, long calls, Duration length) implements Pace {
        /** Without a bound but time. */
        Closed(int users, Duration length) {
            this(users, Integer.MAX_VALUE, Long.MAX_VALUE, length);
        }

        /** Users that have a call to make at all. */
        long busyUsers() {
            return Math.min(users, (calls - 1) / callsPerUser + 1);
        }
    }

    /** So many calls at once, by as many users as the target's traffic takes. */
    static LoadStep burst(Assignment target, int calls, Duration timeout, List<String> requestNames) {
        int each = target.target().traffic().callsPerUser();
        int users = target.target().traffic().users(calls);
        Duration length = timeout.multipliedBy(each).plus(BURST_BOUND);
        // The figures of a burst come from the log.
        long logged = requestNames.isEmpty() ? 0 : Long.MAX_VALUE;
        return new LoadStep(target, new Closed(users, each, calls, length), timeout, requestNames, logged);
    }

    /** Over time, at this pace. */
    static LoadStep timed(Assignment target, Pace pace, Duration timeout, List<String> requestNames) {
        return new LoadStep(target, pace, timeout, requestNames, requestNames.isEmpty() ? 0 : MOST_LOGGED);
    }

    /** So many users call once and keep their connections. */
    static LoadStep connections(Assignment target, int users, Duration timeout) {
        return timed(target, new Closed(users, 1, users, timeout.multipliedBy(10)), timeout, List.of());
    }

    /** Calls a second of an open load; null of a closed one. */
    Double callsPerSecond() {
        return pace instanceof Open open ? open.schedule().callsPerSecond() : null;
    }

    /** Users of a closed load; null of an open one. */
    Integer users() {
        return pace instanceof Closed closed ? closed.users() : null;
    }
}
