package weighbridge.engine;

import static io.gatling.javaapi.core.CoreDsl.atOnceUsers;
import static io.gatling.javaapi.core.CoreDsl.scenario;
import static io.gatling.javaapi.http.HttpDsl.http;

import io.gatling.core.protocol.Protocol;
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
    private UserScript() {}

    /** All users at once: they sleep until there is something to do. @param targets that they may be sent to */
    static PopulationBuilder population(
            GatlingInjector injector, int users, List<Assignment> targets, Duration timeout) {
        Map<CallLoop.Key, HttpRequestActionBuilder> calls = new LinkedHashMap<>();
        for (Assignment target : targets) {
            List<Request> requests = target.target().traffic().requests();
            boolean keepAlive = target.target().traffic().keepAlive();
            for (int index = 0; index < requests.size(); index++) {
                String name = target.target().name();
                Request request = requests.get(index);
                calls.put(
                        new CallLoop.Key(name, keepAlive, index),
                        HttpCall.of(http(GatlingInjector::requestName), target, request, timeout));
            }
        }
        return scenario("load")
                .exec(CallLoop.action(injector, protocol(), calls))
                .injectOpen(atOnceUsers(users));
    }

    /** As plain as it gets: what a server is asked is asked of it each time. */
    private static Protocol protocol() {
        return http.disableWarmUp()
                .disableFollowRedirect()
                .disableCaching()
                .disableUrlEncoding()
                .disableAutoReferer()
                .disableAutoOrigin()
                .protocol();
    }
}
