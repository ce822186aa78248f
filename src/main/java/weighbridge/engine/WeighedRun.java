package weighbridge.engine;

import io.gatling.javaapi.core.PopulationBuilder;
import weighbridge.workload.Setting;
import weighbridge.workload.Workload;

/** A run as a simulation of Gatling's sees it: what it sets up, and what it does before and after its load. */
public final class WeighedRun {
    private final RunInput input;
    private final GatlingInjector injector;
    private Lifecycle lifecycle;

    private WeighedRun(RunInput input) {
        this.input = input;
        this.injector = new GatlingInjector(
                input.plan().mostUsers(),
                CoreChoice.ofGenerator(input.settings().cores()));
    }

    /**
     * Reads and checks the system properties and lays out the run; nothing is started yet. A fault of the user's ends the
     * process with status 1.
     *
     * @param simulation whose name the run folder gets
     */
    public static WeighedRun of(Class<?> simulation, Workload.Kind kind) {
        Ending.forgetLatest(System.getProperty(Setting.RESULTS.key(), Setting.RESULTS.usual(kind)));
        return Ending.orRefuse(() -> {
            GatlingStart.requireOptions();
            return new WeighedRun(RunInput.read(simulation, kind));
        });
    }

    /** All users of the run. */
    public PopulationBuilder population() {
        return UserScript.population(
                injector,
                input.plan().mostUsers(),
                input.called(),
                input.settings().timeout());
    }

    /** Starts the servers and weighs them; Gatling's load follows. */
    public void before() {
        lifecycle = Ending.orRefuse(() -> new Lifecycle(input, injector));
        lifecycle.open();
        LoadScript.start(lifecycle, injector);
    }

    /** Weighs the servers again, ends them, and reports. */
    public void after() {
        lifecycle.close();
    }
}
