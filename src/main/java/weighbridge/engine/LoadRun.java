package weighbridge.engine;

import io.gatling.javaapi.core.PopulationBuilder;
import java.util.ArrayList;
import java.util.List;
import weighbridge.server.Assignment;
import weighbridge.workload.TimedLoad;

/** The pool of users of a load run, laid out for all that its script may ask of them. */
final class LoadRun {
    private final MainJob job;
    private final TimedLoad load;
    private final GatlingInjector injector;

    LoadRun(MainJob job, TimedLoad load) {
        this.job = job;
        this.load = load;
        this.injector = new GatlingInjector(load.pool(), job::isStopped);
    }

    GatlingInjector injector() {
        return injector;
    }

    /** All users at once: they wait until there is something to do. */
    PopulationBuilder population() {
        List<Assignment> called = new ArrayList<>();
        called.add(job.sinkOf(load.keepAlive()));
        job.plan().rounds().stream()
                .map(Round::assignments)
                .flatMap(List::stream)
                .filter(assignment -> called.stream()
                        .noneMatch(other ->
                                other.target().name().equals(assignment.target().name())))
                .forEach(called::add);
        return new UserScript(injector, job.plan().settings().timeout()).population(load.pool(), called);
    }
}
