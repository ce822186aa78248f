package weighbridge.engine;

import static io.gatling.javaapi.core.CoreDsl.exec;
import static io.gatling.javaapi.core.CoreDsl.onCase;

import io.gatling.javaapi.core.ChainBuilder;
import io.gatling.javaapi.core.Choice;
import io.gatling.javaapi.http.HttpRequestActionBuilder;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import weighbridge.server.Assignment;
import weighbridge.server.Request;

/** What each user of a {@link LoadPool} does, in Gatling's language. */
final class LoadCalls {
    private final LoadPool pool;
    private final Duration timeout;
    private final boolean keepAlive;

    /** @param keepAlive whether a user keeps its connection */
    LoadCalls(LoadPool pool, Duration timeout, boolean keepAlive) {
        this.pool = pool;
        this.timeout = timeout;
        this.keepAlive = keepAlive;
    }

    /** Which call this one is: the requests of a target take turns. */
    static String key(Order order, long number) {
        int requests = order.target().target().traffic().requests().size();
        return key(order.target(), (int) (number % requests), order.requestName() != null);
    }

    private static String key(Assignment target, int request, boolean logged) {
        return target.target().name() + " " + request + (logged ? " logged" : "");
    }

    /** All that a user ever does. @param targets that it may be sent to */
    ChainBuilder of(List<Assignment> targets) {
        List<Choice.WithKey> choices = new ArrayList<>();
        for (Assignment target : targets) {
            List<Request> requests = target.target().traffic().requests();
            for (int request = 0; request < requests.size(); request++) {
                choices.add(choice(target, request, true));
                choices.add(choice(target, request, false));
            }
        }
        return exec(pool::arrive)
                .asLongAs(session -> !pool.isOver())
                .on(exec(pool::take)
                        .pause(session -> session.<Duration>get(LoadPool.PAUSE))
                        .doSwitch("#{" + LoadPool.CALL + "}")
                        .on(choices));
    }

    private Choice.WithKey choice(Assignment target, int index, boolean logged) {
        Request request = target.target().traffic().requests().get(index);
        HttpRequestActionBuilder call =
                HttpCall.of(target, request, session -> pool.requestName(session, index), timeout, keepAlive);
        return onCase(key(target, index, logged))
                .then(exec(pool::start)
                        .doIf(session -> !session.getString(LoadPool.CALL).isEmpty())
                        .then(exec(logged ? call : call.silent()).exec(session -> pool.end(session, request))));
    }
}
