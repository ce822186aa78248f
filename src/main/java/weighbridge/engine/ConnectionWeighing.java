package weighbridge.engine;

import java.util.List;
import weighbridge.capacity.Search;
import weighbridge.process.ConnectionsProbe;
import weighbridge.server.Assignment;
import weighbridge.workload.Purpose;
import weighbridge.workload.TimedLoad;

/** Opens more and more connections, each with one call, leaves them open, and weighs the server. */
final class ConnectionWeighing {
    /** Of the pool. */
    private static final List<Double> SHARES = List.of(0.2, 0.4, 0.6, 0.8, 1.0);

    /** So many call before: what the first calls of a server cost once is no connection's. */
    private static final int WARM_UP_USERS = 8;

    private ConnectionWeighing() {}

    /** Weighs a server that is fresh; not one whose connections nobody counts, or that is not here. */
    static void weigh(LoadSteps steps, RoundRun run, Assignment target, TimedLoad load) {
        String name = target.target().name();
        if (!run.isUp(name) || run.server(name).pid().isEmpty() || !target.isLocal()) {
            return;
        }
        run.console().begin(name + ": weighing open connections:");
        int few = Math.min(WARM_UP_USERS, load.pool());
        LoadStep.Closed first = new LoadStep.Closed(few, Search.bracketing(load.duration()));
        steps.run(run, target, Purpose.CONNECTIONS, first, Injector.Watch.NONE);
        for (double share : SHARES) {
            int users = Math.max(1, (int) Math.round(share * load.pool()));
            if (run.isUp(name)) {
                LoadSteps.Made made = steps.connections(run, target, users, () -> {
                    run.scale().collectGarbage(run.server(name));
                    return ConnectionsProbe.ofPort(target.port());
                });
                Integer connections = made.record().connections();
                run.console().add(connections == null ? "unknown" : connections.toString());
            }
        }
        // The JDK's server keeps 200 idle connections. As long as others are idle it closes each one after an answer.
        steps.dropConnections();
        run.console().done("Done");
    }
}
