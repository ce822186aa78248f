package weighbridge.simulation;

import io.gatling.javaapi.core.Simulation;
import weighbridge.load.Workload;

/** Finds the highest rate that each target holds under promises, and confirms it in fresh processes. */
public final class CapacitySimulation extends Simulation {
    private final MainJob job = MainJob.fromSystemProperties(getClass(), Workload.CAPACITY);
    private final LoadRun run = new LoadRun(job);

    /** Lays out the whole run; nothing is started yet. */
    public CapacitySimulation() {
        setUp(run.population()).protocols(LoadRun.protocol());
    }

    @Override
    public void before() {
        job.open();
        new CapacityScript(job, run.pool()).start();
    }

    @Override
    public void after() {
        job.close();
    }
}
