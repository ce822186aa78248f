package weighbridge.engine;

import io.gatling.javaapi.core.Session;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import weighbridge.server.Request;
import weighbridge.server.Target;
import weighbridge.workload.Burst;
import weighbridge.workload.Phase;

/**
 * Bursts made by the same users one after the other. Each user arrives here before every burst, and the last to arrive
 * ends the burst that was and begins the next while all others wait. A population of its own for every burst would cost
 * a second each: Gatling starts the next population only on the next whole second of its clock.
 */
final class BurstLoop {
    private static final String PLACE = "place";

    private final Target target;
    private final int calls;
    private final int users;
    private final String suffix;
    private final Function<List<Phase>, Optional<Burst>> next;
    private final AtomicInteger arrived = new AtomicInteger();
    private final AtomicInteger succeeded = new AtomicInteger();
    private final List<Phase> done = new ArrayList<>();
    private volatile Burst burst;
    private long startedAtMillis;

    /**
     * @param target whose turn it is
     * @param calls of one burst
     * @param suffix of the names of its requests
     * @param next the burst after these, and whatever has to happen before it
     */
    BurstLoop(Target target, int calls, String suffix, Function<List<Phase>, Optional<Burst>> next) {
        this.target = target;
        this.calls = calls;
        this.users = target.traffic().users(calls);
        this.suffix = suffix;
        this.next = next;
    }

    /** The user has nothing to do until the next burst; forgets cookies and all else that its calls have left. */
    Session arrive(Session user) {
        int place = arrived.incrementAndGet();
        if (place == users) {
            arrived.set(0);
            turn(System.currentTimeMillis());
        }
        return user.reset().set(PLACE, place);
    }

    /** How many calls the user makes in the present burst: the last one makes what the others leave. */
    int callsOf(Session user) {
        int each = target.traffic().callsPerUser();
        return Math.max(0, Math.min(each, calls - (user.getInt(PLACE) - 1) * each));
    }

    /** The call was answered, or was not; its marks are taken away for the user's next. */
    Session ended(Session user, Request request) {
        if (HttpCall.succeeded(user, request)) {
            succeeded.incrementAndGet();
        }
        return HttpCall.forget(user);
    }

    private void turn(long atMillis) {
        if (burst != null) {
            done.add(new Phase(target.name(), burst, startedAtMillis, atMillis, succeeded.getAndSet(0)));
        }
        burst = null; // so that the loop ends where what comes next fails
        burst = next.apply(List.copyOf(done)).orElse(null);
        startedAtMillis = System.currentTimeMillis();
    }

    /** Whether the calls of the present burst go to the sink. */
    boolean isAtSink() {
        return burst.atSink();
    }

    /** Whether there is no burst any more. */
    boolean isOver() {
        return burst == null;
    }

    /** Whether the calls of the present burst are logged. */
    boolean isLogged() {
        return burst.logged();
    }

    /** What the calls of the present burst are called in the log. @param request which of the target's, counted from 0 */
    String requestName(int request) {
        return burst.requestName(target.name(), request) + suffix;
    }
}
