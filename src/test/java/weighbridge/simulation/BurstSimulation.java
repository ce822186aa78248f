package weighbridge.simulation;

import io.gatling.javaapi.core.Simulation;
import weighbridge.engine.WeighedRun;
import weighbridge.workload.Workload;

/** Many users at once, at one target after the other: the main job. */
public final class BurstSimulation extends Simulation {
    private final WeighedRun run = WeighedRun.of(getClass(), Workload.Kind.BURST);

    /** Lays out the whole run; nothing is started yet. */
    public BurstSimulation() {
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
