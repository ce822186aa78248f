package weighbridge.simulation;

import io.gatling.javaapi.core.Simulation;
import weighbridge.engine.WeighedRun;
import weighbridge.workload.Workload;

/** Finds the highest rate that each target holds under promises, and confirms it in fresh processes. */
public final class CapacitySimulation extends Simulation {
    private final WeighedRun run = WeighedRun.of(getClass(), Workload.Kind.CAPACITY);

    /** Lays out the whole run; nothing is started yet. */
    public CapacitySimulation() {
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
