package weighbridge.engine;

import static io.gatling.javaapi.core.CoreDsl.atOnceUsers;
import static io.gatling.javaapi.core.CoreDsl.scenario;

import io.gatling.javaapi.core.PopulationBuilder;
import java.util.ArrayList;
import java.util.List;
import weighbridge.server.Assignment;
import weighbridge.workload.LoadSettings;

/** The pool of users of a load run, laid out for all that its script may ask of them. */
final class LoadRun {
    private final MainJob job;
    private final LoadPool pool;

    LoadRun(MainJob job) {
        this.job = job;
        this.pool = new LoadPool(job.plan().settings().load().pool(), job::isStopped);
    }

    LoadPool pool() {
        return pool;
    }

    /** All users at once: they wait until there is something to do. */
    PopulationBuilder population() {
        LoadSettings settings = job.plan().settings().load();
        List<Assignment> called = new ArrayList<>();
        called.add(job.sinkOf(settings.keepAlive()));
        job.plan().rounds().stream()
                .map(Round::assignments)
                .flatMap(List::stream)
                .filter(assignment -> called.stream()
                        .noneMatch(other ->
                                other.target().name().equals(assignment.target().name())))
                .forEach(called::add);
        LoadCalls calls = new LoadCalls(pool, job.plan().settings().timeout(), settings.keepAlive());
        return scenario("load").exec(calls.of(called)).injectOpen(atOnceUsers(settings.pool()));
    }
}
