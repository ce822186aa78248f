package weighbridge.engine;

import static io.gatling.javaapi.http.HttpDsl.http;

import io.gatling.javaapi.core.PopulationBuilder;
import io.gatling.javaapi.http.HttpProtocolBuilder;
import weighbridge.workload.BurstLoad;
import weighbridge.workload.CapacitySearch;
import weighbridge.workload.Steady;
import weighbridge.workload.Workload;

/** A run as a simulation of Gatling's sees it: what it sets up, and what it does before and after its load. */
public final class WeighedRun {
    private final MainJob job;
    private final PopulationBuilder population;
    private final Runnable start;

    private WeighedRun(MainJob job, PopulationBuilder population, Runnable start) {
        this.job = job;
        this.population = population;
        this.start = start;
    }

    /**
     * Reads and checks the system properties and lays out the run; nothing is started yet. A fault of the user's ends the
     * process with status 1.
     *
     * @param simulation whose name the run folder gets
     */
    public static WeighedRun of(Class<?> simulation, Workload.Kind kind) {
        MainJob job = MainJob.fromSystemProperties(simulation, kind);
        LoadRun load = new LoadRun(job);
        Workload workload = job.plan().settings().workload();
        LoadScript script = workload instanceof BurstLoad
                ? new BurstScript(job, load.injector())
                : workload instanceof Steady steady
                        ? new SteadyScript(job, load.injector(), steady)
                        : new CapacityScript(job, load.injector(), (CapacitySearch) workload);
        return new WeighedRun(job, load.population(), script::start);
    }

    /** All users of the run. */
    public PopulationBuilder population() {
        return population;
    }

    /** As plain as it gets: what a server is asked is asked of it each time. */
    public HttpProtocolBuilder protocol() {
        return http.disableWarmUp().disableFollowRedirect().disableCaching().disableUrlEncoding();
    }

    /** Starts the servers and weighs them; Gatling's load follows. */
    public void before() {
        job.open();
        start.run();
    }

    /** Weighs the servers again, ends them, and reports. */
    public void after() {
        job.close();
    }
}
