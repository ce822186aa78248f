package weighbridge.simulation;

import io.gatling.javaapi.core.Simulation;
import weighbridge.load.Workload;

/** One rate (open load), or one number of users (closed load), for a time on each target in turn. */
public final class SteadySimulation extends Simulation {
    private final MainJob job = MainJob.fromSystemProperties(getClass(), Workload.STEADY);
    private final LoadRun run = new LoadRun(job);

    /** Lays out the whole run; nothing is started yet. */
    public SteadySimulation() {
        setUp(run.population()).protocols(LoadRun.protocol());
    }

    @Override
    public void before() {
        job.open();
        new SteadyScript(job, run.pool()).start();
    }

    @Override
    public void after() {
        job.close();
    }
}
