package weighbridge.simulation;

import io.gatling.javaapi.core.Session;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;

/**
 * What has to happen right before the first call of a burst and right after the last one. A population of its own for
 * each would cost seconds: Gatling starts the next population only on the next whole second of its clock.
 */
final class BurstGate {
    private final Runnable first;
    private final Runnable last;
    private final AtomicInteger left;
    private boolean opened;

    BurstGate(int calls, Runnable first, Runnable last) {
        this.left = new AtomicInteger(calls);
        this.first = first;
        this.last = last;
    }

    /** For every user before its call: nobody passes until the first one has done what comes first. */
    Function<Session, Session> enter() {
        return session -> {
            open();
            return session;
        };
    }

    /** For every user after its call. */
    Function<Session, Session> leave() {
        return session -> {
            if (left.decrementAndGet() == 0) {
                last.run();
            }
            return session;
        };
    }

    private synchronized void open() {
        if (!opened) {
            opened = true;
            first.run();
        }
    }
}
