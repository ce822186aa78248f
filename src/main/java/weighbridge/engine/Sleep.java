package weighbridge.engine;

import io.gatling.commons.util.Clock;
import io.gatling.core.action.Action;
import io.gatling.core.action.SessionHook;
import io.gatling.core.stats.StatsEngine;
import io.gatling.javaapi.core.ActionBuilder;
import io.gatling.javaapi.core.Session;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;

/** A place in a user's script where it stays, taking no processor time, until somebody sends it on. */
final class Sleep extends SessionHook {
    private final BiConsumer<Session, Sleep> arrive;
    private final Clock clock;

    private Sleep(BiConsumer<Session, Sleep> arrive, Clock clock, StatsEngine stats, Action next) {
        super(null, "sleep", stats, next);
        this.arrive = arrive;
        this.clock = clock;
    }

    /** Such a place. @param arrive what is done with each user that comes to it, on the user's own thread */
    static ActionBuilder action(BiConsumer<Session, Sleep> arrive) {
        return () -> (context, next) -> new Sleep(
                arrive,
                context.coreComponents().clock(),
                context.coreComponents().statsEngine(),
                next);
    }

    @Override
    public void execute(io.gatling.core.session.Session user) {
        arrive.accept(new Session(user), this);
    }

    /** Now by the clock of Gatling's log, ms since 1970. */
    long gatlingMillis() {
        return clock.nowMillis();
    }

    /** Sends a user on. */
    void leave(Session user) {
        next().$bang(user.asScala());
    }

    /** Does something on the user's own thread. */
    void in(long nanos, Session user, Runnable task) {
        if (nanos == 0) {
            user.asScala().eventLoop().execute(task);
        } else {
            user.asScala().eventLoop().schedule(task, nanos, TimeUnit.NANOSECONDS);
        }
    }

    /** Closes the connections that Gatling keeps for a user: what it does where a user ends. */
    void dropConnections(Session user) {
        user.asScala().exit();
    }
}
