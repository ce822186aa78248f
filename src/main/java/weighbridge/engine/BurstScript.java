package weighbridge.engine;

import static io.gatling.javaapi.core.CoreDsl.atOnceUsers;
import static io.gatling.javaapi.core.CoreDsl.exec;
import static io.gatling.javaapi.core.CoreDsl.scenario;

import io.gatling.javaapi.core.ChainBuilder;
import io.gatling.javaapi.core.PopulationBuilder;
import java.util.ArrayList;
import java.util.List;
import weighbridge.server.Assignment;
import weighbridge.server.Sink;
import weighbridge.server.Traffic;
import weighbridge.workload.Course;

/**
 * Bursts: first at the sink, then at the targets one after the other, each with as many as its course has. A burst is
 * {@code calls} calls, by as many users at once as its traffic takes.
 */
final class BurstScript {
    private final MainJob job;
    private final Bursts bursts;

    BurstScript(MainJob job) {
        this.job = job;
        this.bursts = new Bursts(job);
    }

    /** Lays out the whole run; nothing is started yet. */
    PopulationBuilder population() {
        List<PopulationBuilder> steps = new ArrayList<>();
        steps.add(population(job.sink(), job.plan().mostUsers(), Course.ofSink(), ""));
        for (Round round : job.plan().rounds()) {
            if (round.number() > 1) {
                steps.add(turnTo(round));
            }
            for (Assignment assignment : round.order()) {
                steps.add(population(
                        assignment, job.plan().bursts().calls(), job.plan().course(), round.suffix()));
            }
        }
        return inTurn(steps);
    }

    /** A user who calls nobody: while all others wait, the servers of one round are ended and those of the next started. */
    private PopulationBuilder turnTo(Round round) {
        return scenario("to" + round.suffix())
                .exec(session -> {
                    job.turnTo(round);
                    return session;
                })
                .injectOpen(atOnceUsers(1));
    }

    private PopulationBuilder population(Assignment assignment, int calls, Course course, String suffix) {
        Traffic traffic = assignment.target().traffic();
        int users = traffic.users(calls);
        BurstLoop loop =
                new BurstLoop(assignment.target(), calls, suffix, done -> bursts.next(assignment, course, done));
        UserCalls user = new UserCalls(loop, job.plan().settings().timeout());
        Assignment sink = Sink.like(job.sink(), traffic);
        ChainBuilder chain = exec(loop::arrive);
        // Unrolled and not repeated: a rendez-vous of Gatling's holds its users back only once.
        for (int bursts = 0; bursts < course.mostBursts(); bursts++) {
            chain = chain.rendezVous(users)
                    .stopLoadGeneratorIf("the run was stopped", session -> job.isStopped())
                    .exitHereIf(session -> loop.isOver())
                    .doIf(session -> loop.isAtSink())
                    .then(user.at(sink, false))
                    .doIf(session -> !loop.isAtSink() && loop.isLogged())
                    .then(user.at(assignment, true))
                    .doIf(session -> !loop.isAtSink() && !loop.isLogged())
                    .then(user.at(assignment, false))
                    .exec(loop::arrive);
        }
        return scenario(assignment.target().name() + suffix).exec(chain).injectOpen(atOnceUsers(users));
    }

    private static PopulationBuilder inTurn(List<PopulationBuilder> steps) {
        PopulationBuilder chain = steps.get(steps.size() - 1);
        for (int index = steps.size() - 2; index >= 0; index--) {
            chain = steps.get(index).andThen(chain);
        }
        return chain;
    }
}
