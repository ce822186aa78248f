package weighbridge.engine;

import io.gatling.commons.stats.OK$;
import io.gatling.commons.stats.Status;
import io.gatling.core.CoreComponents;
import io.gatling.core.actor.ActorRef;
import io.gatling.core.controller.Controller;
import io.gatling.core.protocol.Protocol;
import io.gatling.core.protocol.ProtocolComponentsRegistries;
import io.gatling.core.session.GroupBlock;
import io.gatling.core.stats.StatsEngine;
import io.gatling.core.structure.ScenarioContext;
import io.netty.util.concurrent.FastThreadLocal;
import scala.Option;
import scala.collection.immutable.List;
import scala.collection.immutable.Map;
import scala.collection.immutable.Map$;

/**
 * Gatling's log without the calls that are named {@link #UNLOGGED}. Gatling would leave out the calls of a silent request by
 * itself, but on another way through its code. At the first call that it logs, the JVM would have to compile most of that
 * code anew, and the generator would stand still for a second.
 */
record CallLog(StatsEngine log) implements StatsEngine {
    /** What was said of the last call of each thread: Gatling tells nobody but its log. */
    private static final FastThreadLocal<String> FAILURE = new FastThreadLocal<>();

    /** The name of calls that are not logged. */
    static final String UNLOGGED = "unlogged";

    /** The same, for actions whose calls come here instead of to Gatling's log. @param protocol which they speak */
    static ScenarioContext in(ScenarioContext context, Protocol protocol) {
        CoreComponents gatling = context.coreComponents();
        CoreComponents own = new CoreComponents(
                gatling.actorSystem(),
                gatling.eventLoopGroup(),
                gatling.controller(),
                gatling.throttler(),
                new CallLog(gatling.statsEngine()),
                gatling.clock(),
                gatling.exit(),
                gatling.configuration());
        Map<Class<? extends Protocol>, Protocol> none = Map$.MODULE$.empty();
        return new ScenarioContext(
                own,
                new ProtocolComponentsRegistries(own, none.updated(protocol.getClass(), protocol))
                        .scenarioRegistry(none),
                context.pauseType(),
                context.throttled());
    }

    /** Why the call has failed that has just ended on this thread. @return null where no message says so */
    static String failure() {
        String failure = FAILURE.get();
        FAILURE.set(null);
        return failure;
    }

    @Override
    public void start() {
        log.start();
    }

    @Override
    public void stop(ActorRef<Controller.Command> controller, Option<Exception> exception) {
        log.stop(controller, exception);
    }

    @Override
    public void logUserStart(String scenario) {
        log.logUserStart(scenario);
    }

    @Override
    public void logUserEnd(String scenario) {
        log.logUserEnd(scenario);
    }

    @Override
    public void logResponse(
            String scenario,
            List<String> groups,
            String requestName,
            long startMillis,
            long endMillis,
            Status status,
            Option<String> responseCode,
            Option<String> message) {
        FAILURE.set(status instanceof OK$ ? null : message.isEmpty() ? "" : message.get());
        if (!requestName.equals(UNLOGGED)) {
            log.logResponse(scenario, groups, requestName, startMillis, endMillis, status, responseCode, message);
        }
    }

    @Override
    public void logGroupEnd(String scenario, GroupBlock group, long endMillis) {
        log.logGroupEnd(scenario, group, endMillis);
    }

    @Override
    public void logRequestCrash(String scenario, List<String> groups, String requestName, String error) {
        if (!requestName.equals(UNLOGGED)) {
            log.logRequestCrash(scenario, groups, requestName, error);
        }
    }
}
