package weighbridge.simulation;

import io.gatling.javaapi.core.Session;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import weighbridge.load.Burst;
import weighbridge.load.Phase;
import weighbridge.target.Target;

/**
 * Bursts made by the same users one after the other. Each user arrives here before every burst, and the last to arrive
 * ends the burst that was and begins the next while all others wait. A population of its own for every burst would cost
 * a second each: Gatling starts the next population only on the next whole second of its clock.
 */
final class BurstLoop {
    /** Set in a user's session where the status was the expected one. */
    static final String RIGHT_STATUS = "right status";

    /** Set in a user's session where the body was the expected one. */
    static final String RIGHT_BODY = "right body";

    private final Target target;
    private final Target sink;
    private final int users;
    private final Function<List<Phase>, Optional<Burst>> next;
    private final AtomicInteger arrived = new AtomicInteger();
    private final AtomicInteger succeeded = new AtomicInteger();
    private final List<Phase> done = new ArrayList<>();
    private volatile Burst burst;
    private long startedAtMillis;

    /**
     * @param target whose turn it is
     * @param sink who is called between
     * @param users how many have to arrive
     * @param next the burst after these, and whatever has to happen before it
     */
    BurstLoop(Target target, Target sink, int users, Function<List<Phase>, Optional<Burst>> next) {
        this.target = target;
        this.sink = sink;
        this.users = users;
        this.next = next;
    }

    /** The user has nothing to do until the next burst; forgets cookies and all else that its call has left. */
    Session arrive(Session user) {
        if (user.contains(RIGHT_STATUS) && (expectsNoBody() || user.contains(RIGHT_BODY))) {
            succeeded.incrementAndGet();
        }
        if (arrived.incrementAndGet() == users) {
            arrived.set(0);
            turn(System.currentTimeMillis());
        }
        return user.reset();
    }

    private void turn(long atMillis) {
        if (burst != null) {
            done.add(new Phase(target.name(), burst, startedAtMillis, atMillis, succeeded.getAndSet(0)));
        }
        burst = null; // so that the loop ends where what comes next fails
        burst = next.apply(List.copyOf(done)).orElse(null);
        startedAtMillis = System.currentTimeMillis();
    }

    private boolean expectsNoBody() {
        Target called = burst != null && burst.atSink() ? sink : target;
        return called.request().expect().body().isEmpty();
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

    /** What the calls of the present burst are called in the log. */
    String requestName() {
        return burst.requestName(target.name());
    }
}
