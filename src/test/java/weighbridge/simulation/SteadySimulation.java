package weighbridge.simulation;

import io.gatling.javaapi.core.Simulation;
import weighbridge.engine.WeighedRun;
import weighbridge.workload.Workload;

/** One rate (open load), or one number of users (closed load), for a time on each target in turn. */
public final class SteadySimulation extends Simulation {
    private final WeighedRun run = WeighedRun.of(getClass(), Workload.Kind.STEADY);

    /** Lays out the whole run; nothing is started yet. */
    public SteadySimulation() {
        setUp(run.population());
    }

    @Override
    public void before() {
        run.before();
    }

    @Override
    public void after() {
        run.after();
    }
}
