package weighbridge.engine;

import java.time.Duration;
import java.util.function.IntFunction;
import weighbridge.server.Assignment;
import weighbridge.workload.Purpose;

/**
 * What a pool of users is to do next.
 *
 * @param target whom to call
 * @param purpose what for
 * @param schedule when calls start; null of a closed load
 * @param concurrency users of a closed load; 0 of an open one
 * @param callsPerUser the most calls of each user of a closed load
 * @param length for how long calls are started
 * @param timeout of a call
 * @param requestName what a call is called in the log by its request, counted from 0; null where they are not logged
 */
record Order(
        Assignment target,
        Purpose purpose,
        Schedule schedule,
        int concurrency,
        int callsPerUser,
        Duration length,
        Duration timeout,
        IntFunction<String> requestName) {

    /** Calls at planned times. */
    static Order open(
            Assignment target, Purpose purpose, Schedule schedule, Duration timeout, IntFunction<String> requestName) {
        return new Order(target, purpose, schedule, 0, 0, schedule.length(), timeout, requestName);
    }

    /** Users that call again as soon as they are answered. */
    static Order closed(
            Assignment target,
            Purpose purpose,
            int users,
            Duration length,
            Duration timeout,
            IntFunction<String> requestName) {
        return new Order(target, purpose, null, users, Integer.MAX_VALUE, length, timeout, requestName);
    }

    /** So many users call once, and keep their connections. */
    static Order connections(Assignment target, int users, Duration timeout) {
        return new Order(target, Purpose.CONNECTIONS, null, users, 1, timeout.multipliedBy(10), timeout, null);
    }
}
