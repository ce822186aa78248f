package weighbridge.engine;

import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import weighbridge.record.Outcome;
import weighbridge.record.RequestRecord;
import weighbridge.record.RoundRecord;
import weighbridge.record.RunJournal;
import weighbridge.record.Secrets;
import weighbridge.record.TargetRecord;
import weighbridge.server.Assignment;
import weighbridge.server.Builds;
import weighbridge.server.Chores;
import weighbridge.server.Fleet;
import weighbridge.server.Server;
import weighbridge.server.Target;
import weighbridge.server.Version;
import weighbridge.server.Versions;

/** Builds all targets of a plan once, starts them in each round, and writes down what came of each. */
final class Startup {
    private final Plan plan;
    private final Chores chores;
    private final Path logs;
    private final RunJournal journal;
    private final Console console;
    private final Map<String, String> unbuilt = new LinkedHashMap<>();
    private final Map<String, String> versions = new LinkedHashMap<>();

    Startup(Plan plan, Chores chores, Path logs, RunJournal journal, Console console) {
        this.plan = plan;
        this.chores = chores;
        this.logs = logs;
        this.journal = journal;
        this.console = console;
    }

    /** Builds where that is needed, and asks for versions. */
    void prepare() {
        Builds builds = new Builds(chores, logs, command -> console.line("Building, for " + Secrets.inText(command)));
        builds.ensure(plan.assignments().stream().map(Assignment::target).toList())
                .forEach((target, reason) -> unbuilt.put(target.name(), reason));
        Versions asked = new Versions(chores);
        // A version that is only written is known of what could not be built, too.
        asked.of(plan.assignments().stream()
                        .map(Assignment::target)
                        .filter(target ->
                                !unbuilt.containsKey(target.name()) || target.version() instanceof Version.Written)
                        .toList())
                .forEach((target, version) -> versions.put(target.name(), version));
        asked.faults().forEach(fault -> console.line(Secrets.inText(fault)));
    }

    /**
     * The servers of this round that are ready, by name, in the order of the plan.
     *
     * @param stopped whether the run was ended meanwhile: who has not started then was ended with it
     */
    Map<String, Server> start(Round round, Fleet fleet, BooleanSupplier stopped) {
        List<Assignment> built = round.assignments().stream()
                .filter(assignment -> !unbuilt.containsKey(origin(assignment, round)))
                .toList();
        Map<Assignment, Fleet.Start> starts = start(built, fleet);
        Map<String, Server> ready = new LinkedHashMap<>();
        for (Assignment assignment : round.assignments()) {
            String name = assignment.target().name();
            String origin = origin(assignment, round);
            String version = versions.getOrDefault(origin, Versions.UNKNOWN);
            Fleet.Start start =
                    starts.getOrDefault(assignment, new Fleet.Start.Failed(unbuilt.getOrDefault(origin, "")));
            if (start instanceof Fleet.Start.Ready up) {
                ready.put(name, up.server());
                Long pid = up.server().pid().orElse(null);
                Long startupMillis = up.startup().map(Duration::toMillis).orElse(null);
                journal.put(record(assignment, version, pid, startupMillis, Outcome.NOT_REACHED));
            } else if (start instanceof Fleet.Start.Failed failed) {
                console.line(name + ": " + Secrets.inText(failed.reason()));
                Outcome outcome = stopped.getAsBoolean() ? Outcome.NOT_REACHED : Outcome.failedToStart(failed.reason());
                journal.put(record(assignment, version, null, null, outcome));
            }
        }
        return ready;
    }

    /** The name under which it was built: that of the target that runs again is the other one's. */
    private static String origin(Assignment assignment, Round round) {
        String name = assignment.target().name();
        return RoundRecord.isAgain(name) ? round.again().orElse(name) : name;
    }

    /** The sink, where it became ready; otherwise the journal says why there is no floor. */
    Optional<Server> startSink(Assignment sink, Fleet fleet) {
        Fleet.Start start = startAll(List.of(sink), fleet).get(sink);
        if (start instanceof Fleet.Start.Ready up) {
            return Optional.of(up.server());
        }
        if (start instanceof Fleet.Start.Failed failed) {
            journal.remark("the sink did not start, so the generator's floor is not known: " + failed.reason());
        }
        return Optional.empty();
    }

    private Map<Assignment, Fleet.Start> start(List<Assignment> built, Fleet fleet) {
        console.begin("Starting:");
        built.forEach(assignment -> console.add(assignment.target().name()));
        Map<Assignment, Fleet.Start> starts = startAll(built, fleet);
        long ready = starts.values().stream()
                .filter(Fleet.Start.Ready.class::isInstance)
                .count();
        console.done(ready == built.size() ? "Done" : ready + " of " + built.size() + " are ready");
        return starts;
    }

    private static Map<Assignment, Fleet.Start> startAll(List<Assignment> assignments, Fleet fleet) {
        try {
            return fleet.start(assignments);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Map.of();
        }
    }

    private TargetRecord record(Assignment assignment, String version, Long pid, Long startupMillis, Outcome outcome) {
        Target target = assignment.target();
        return new TargetRecord(
                target.name(),
                version,
                assignment.command(),
                target.env(),
                target.traffic().requests().stream()
                        .map(request -> new RequestRecord(
                                request.method(),
                                assignment.url(request).toString(),
                                request.expect().status()))
                        .toList(),
                target.traffic().callsPerUser(),
                target.traffic().keepAlive(),
                pid,
                startupMillis,
                outcome,
                List.of());
    }
}
