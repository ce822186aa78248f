package weighbridge.engine;

import static io.gatling.javaapi.core.CoreDsl.atOnceUsers;
import static io.gatling.javaapi.core.CoreDsl.exec;
import static io.gatling.javaapi.core.CoreDsl.onCase;
import static io.gatling.javaapi.core.CoreDsl.scenario;

import io.gatling.javaapi.core.ChainBuilder;
import io.gatling.javaapi.core.Choice;
import io.gatling.javaapi.core.PopulationBuilder;
import io.gatling.javaapi.http.HttpRequestActionBuilder;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import weighbridge.server.Assignment;
import weighbridge.server.Request;

/** What each user of a {@link GatlingInjector} does, in Gatling's language: it waits for a call, makes it, and so on. */
final class UserScript {
    private final GatlingInjector injector;
    private final Duration timeout;

    UserScript(GatlingInjector injector, Duration timeout) {
        this.injector = injector;
        this.timeout = timeout;
    }

    /** Tells the calls of all steps from each other. */
    static String key(Assignment target, int request, boolean logged) {
        return target.target().name() + " " + request
                + (target.target().traffic().keepAlive() ? " kept" : "")
                + (logged ? " logged" : "");
    }

    /** All users at once: they sleep until there is something to do. @param targets that they may be sent to */
    PopulationBuilder population(int users, List<Assignment> targets) {
        Map<String, Choice.WithKey> choices = new LinkedHashMap<>();
        for (Assignment target : targets) {
            for (int request = 0; request < target.target().traffic().requests().size(); request++) {
                for (boolean logged : new boolean[] {true, false}) {
                    String key = key(target, request, logged);
                    choices.put(key, onCase(key).then(call(target, request, logged)));
                }
            }
        }
        return scenario("load")
                .asLongAs(session -> !injector.isOver())
                .on(exec(injector.nextCall()).doSwitch(injector::key).on(List.copyOf(choices.values())))
                .injectOpen(atOnceUsers(users));
    }

    private ChainBuilder call(Assignment target, int index, boolean logged) {
        Request request = target.target().traffic().requests().get(index);
        HttpRequestActionBuilder call = HttpCall.of(target, request, injector::requestName, timeout);
        return exec(logged ? call : call.silent()).exec(session -> injector.end(session, request));
    }
}
