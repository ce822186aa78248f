package weighbridge.engine;

import io.gatling.javaapi.core.PopulationBuilder;
import java.util.ArrayList;
import java.util.List;
import weighbridge.server.Assignment;
import weighbridge.server.Sink;

/** The users of a run, laid out for all that its script may ask of them. */
final class LoadRun {
    private final MainJob job;
    private final GatlingInjector injector;

    LoadRun(MainJob job) {
        this.job = job;
        this.injector = new GatlingInjector(job.plan().mostUsers(), job::isStopped);
    }

    GatlingInjector injector() {
        return injector;
    }

    PopulationBuilder population() {
        List<Assignment> called = new ArrayList<>(List.of(job.sink()));
        for (Round round : job.plan().rounds()) {
            for (Assignment target : round.assignments()) {
                called.add(target);
                called.add(Sink.like(job.sink(), target.target().traffic()));
            }
        }
        return new UserScript(injector, job.plan().settings().timeout())
                .population(job.plan().mostUsers(), called);
    }
}
