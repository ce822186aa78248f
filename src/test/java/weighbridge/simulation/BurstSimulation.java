package weighbridge.simulation;

import static io.gatling.javaapi.core.CoreDsl.atOnceUsers;
import static io.gatling.javaapi.core.CoreDsl.bodyString;
import static io.gatling.javaapi.core.CoreDsl.exec;
import static io.gatling.javaapi.core.CoreDsl.scenario;
import static io.gatling.javaapi.http.HttpDsl.http;
import static io.gatling.javaapi.http.HttpDsl.status;

import io.gatling.javaapi.core.ChainBuilder;
import io.gatling.javaapi.core.PopulationBuilder;
import io.gatling.javaapi.core.Simulation;
import io.gatling.javaapi.http.HttpRequestActionBuilder;
import java.util.ArrayList;
import java.util.List;
import weighbridge.load.Course;
import weighbridge.target.Assignment;
import weighbridge.target.Expectation;

/**
 * The main job: first the sink, then the targets one after the other, each with as many bursts as its course has. A burst
 * is {@code calls} users at once, one GET each, on a connection of its own.
 */
public final class BurstSimulation extends Simulation {
    private final MainJob job = MainJob.fromSystemProperties(getClass());

    /** Lays out the whole run; nothing is started yet. */
    public BurstSimulation() {
        List<PopulationBuilder> steps = new ArrayList<>();
        steps.add(population(job.sink(), Course.ofSink()));
        for (Assignment assignment : job.plan().assignments()) {
            steps.add(population(assignment, job.plan().course()));
        }
        setUp(inTurn(steps))
                .protocols(http.disableWarmUp()
                        .disableFollowRedirect()
                        .disableCaching()
                        .disableUrlEncoding()
                        // Gatling closes a connection after such a call instead of keeping it for the user's next.
                        .connectionHeader("close"));
    }

    @Override
    public void before() {
        job.open();
    }

    @Override
    public void after() {
        job.close();
    }

    private PopulationBuilder population(Assignment assignment, Course course) {
        int users = job.plan().settings().calls();
        BurstLoop loop = new BurstLoop(
                assignment.target(), job.sink().target(), users, done -> job.next(assignment, course, done));
        ChainBuilder chain = exec(loop::arrive);
        // Unrolled and not repeated: a rendez-vous of Gatling's holds its users back only once.
        for (int bursts = 0; bursts < course.mostBursts(); bursts++) {
            chain = chain.rendezVous(users)
                    .exitHereIf(session -> loop.isOver())
                    .doIf(session -> loop.isAtSink())
                    .then(exec(call(job.sink(), loop).silent()))
                    .doIf(session -> !loop.isAtSink() && loop.isLogged())
                    .then(exec(call(assignment, loop)))
                    .doIf(session -> !loop.isAtSink() && !loop.isLogged())
                    .then(exec(call(assignment, loop).silent()))
                    .exec(loop::arrive);
        }
        return scenario(assignment.target().name()).exec(chain).injectOpen(atOnceUsers(users));
    }

    private HttpRequestActionBuilder call(Assignment assignment, BurstLoop loop) {
        Expectation expect = assignment.target().request().expect();
        HttpRequestActionBuilder call = http(session -> loop.requestName())
                .get(assignment.url().toString())
                .requestTimeout(job.plan().settings().timeout());
        call = call.check(status().is(expect.status()).saveAs(BurstLoop.RIGHT_STATUS));
        if (expect.body().isEmpty()) {
            return call;
        }
        String body = expect.body().get();
        // As a function, for a plain text would be read as Gatling's expression language.
        return call.check(bodyString().is(session -> body).saveAs(BurstLoop.RIGHT_BODY));
    }

    private static PopulationBuilder inTurn(List<PopulationBuilder> steps) {
        PopulationBuilder chain = steps.get(steps.size() - 1);
        for (int index = steps.size() - 2; index >= 0; index--) {
            chain = steps.get(index).andThen(chain);
        }
        return chain;
    }
}
