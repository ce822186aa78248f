package weighbridge.simulation;

import static io.gatling.javaapi.core.CoreDsl.atOnceUsers;
import static io.gatling.javaapi.core.CoreDsl.bodyString;
import static io.gatling.javaapi.core.CoreDsl.exec;
import static io.gatling.javaapi.core.CoreDsl.scenario;
import static io.gatling.javaapi.http.HttpDsl.http;
import static io.gatling.javaapi.http.HttpDsl.status;

import io.gatling.javaapi.core.PopulationBuilder;
import io.gatling.javaapi.core.Simulation;
import io.gatling.javaapi.http.HttpRequestActionBuilder;
import java.util.ArrayList;
import java.util.List;
import weighbridge.load.Burst;
import weighbridge.target.Assignment;

/**
 * The main job: the targets one after the other, each with unlogged warm-up bursts and then the measured one. A burst is
 * {@code calls} users at once, one GET each, on a connection of its own.
 */
public final class BurstSimulation extends Simulation {
    private final MainJob job = MainJob.fromSystemProperties(getClass());

    /** Lays out the whole run; nothing is started yet. */
    public BurstSimulation() {
        List<PopulationBuilder> steps = new ArrayList<>();
        for (Assignment assignment : job.plan().assignments()) {
            for (Burst burst : job.plan().bursts()) {
                steps.add(population(assignment, burst));
            }
        }
        setUp(inTurn(steps))
                .protocols(http.disableWarmUp()
                        .disableFollowRedirect()
                        .disableCaching()
                        .disableUrlEncoding());
    }

    @Override
    public void before() {
        job.open();
    }

    @Override
    public void after() {
        job.close();
    }

    private PopulationBuilder population(Assignment assignment, Burst burst) {
        int calls = job.plan().settings().calls();
        BurstGate gate =
                new BurstGate(calls, () -> job.startBurst(assignment, burst), () -> job.endBurst(assignment, burst));
        return scenario(name(assignment, burst))
                .exec(gate.enter())
                .doIf(session -> job.isUp())
                .then(exec(call(assignment, burst)))
                .exec(gate.leave())
                .injectOpen(atOnceUsers(calls));
    }

    private HttpRequestActionBuilder call(Assignment assignment, Burst burst) {
        HttpRequestActionBuilder call = http(assignment.target().name())
                .get(assignment.url().toString())
                .requestTimeout(job.plan().settings().timeout())
                .check(status().is(assignment.target().expect().status()));
        if (assignment.target().expect().body().isPresent()) {
            String body = assignment.target().expect().body().get();
            // As a function, for a plain text would be read as Gatling's expression language.
            call = call.check(bodyString().is(session -> body));
        }
        return burst.kind() == Burst.Kind.MEASURED ? call : call.silent();
    }

    private static String name(Assignment assignment, Burst burst) {
        String target = assignment.target().name();
        return burst.kind() == Burst.Kind.MEASURED ? target : target + " warm-up " + burst.number();
    }

    private static PopulationBuilder inTurn(List<PopulationBuilder> steps) {
        PopulationBuilder chain = steps.get(steps.size() - 1);
        for (int index = steps.size() - 2; index >= 0; index--) {
            chain = steps.get(index).andThen(chain);
        }
        return chain;
    }
}
