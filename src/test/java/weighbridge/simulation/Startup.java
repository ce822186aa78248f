package weighbridge.simulation;

import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import weighbridge.launch.Builds;
import weighbridge.launch.Chores;
import weighbridge.launch.Fleet;
import weighbridge.launch.Server;
import weighbridge.launch.Versions;
import weighbridge.load.Plan;
import weighbridge.recording.Outcome;
import weighbridge.recording.RequestRecord;
import weighbridge.recording.RunJournal;
import weighbridge.recording.Secrets;
import weighbridge.recording.TargetRecord;
import weighbridge.target.Assignment;
import weighbridge.target.Target;
import weighbridge.target.Version;

/** Builds and starts all targets of a plan, and writes down what came of each. */
final class Startup {
    private final Plan plan;
    private final Chores chores;
    private final Fleet fleet;
    private final Path logs;
    private final RunJournal journal;
    private final Console console;
    private final Map<Target, String> unbuilt = new LinkedHashMap<>();

    Startup(Plan plan, Chores chores, Fleet fleet, Path logs, RunJournal journal, Console console) {
        this.plan = plan;
        this.chores = chores;
        this.fleet = fleet;
        this.logs = logs;
        this.journal = journal;
        this.console = console;
    }

    /** The servers that are ready, by name, in the order of the plan. */
    Map<String, Server> run() {
        build();
        List<Assignment> built = plan.assignments().stream()
                .filter(assignment -> !unbuilt.containsKey(assignment.target()))
                .toList();
        Versions asked = new Versions(chores);
        // A version that is only written is known of what could not be built, too.
        Map<Target, String> versions = asked.of(plan.assignments().stream()
                .map(Assignment::target)
                .filter(target -> !unbuilt.containsKey(target) || target.version() instanceof Version.Written)
                .toList());
        asked.faults().forEach(fault -> console.line(Secrets.inText(fault)));
        Map<Assignment, Fleet.Start> starts = start(built);
        Map<String, Server> ready = new LinkedHashMap<>();
        for (Assignment assignment : plan.assignments()) {
            Target target = assignment.target();
            String version = versions.getOrDefault(target, Versions.UNKNOWN);
            Fleet.Start start =
                    starts.getOrDefault(assignment, new Fleet.Start.Failed(unbuilt.getOrDefault(target, "")));
            if (start instanceof Fleet.Start.Ready up) {
                ready.put(target.name(), up.server());
                Long pid = up.server().pid().orElse(null);
                Long startupMillis = up.startup().map(Duration::toMillis).orElse(null);
                journal.put(record(assignment, version, pid, startupMillis, new Outcome.NotReached()));
            } else if (start instanceof Fleet.Start.Failed failed) {
                console.line(target.name() + ": " + Secrets.inText(failed.reason()));
                journal.put(record(assignment, version, null, null, new Outcome.FailedToStart(failed.reason())));
            }
        }
        return ready;
    }

    /** The sink, where it became ready; otherwise the journal says why there is no floor. */
    Optional<Server> startSink(Assignment sink) {
        Fleet.Start start = startAll(List.of(sink)).get(sink);
        if (start instanceof Fleet.Start.Ready up) {
            return Optional.of(up.server());
        }
        if (start instanceof Fleet.Start.Failed failed) {
            journal.remark("the sink did not start, so the generator's floor is not known: " + failed.reason());
        }
        return Optional.empty();
    }

    private void build() {
        Builds builds = new Builds(chores, logs, command -> console.line("Building, for " + Secrets.inText(command)));
        unbuilt.putAll(builds.ensure(
                plan.assignments().stream().map(Assignment::target).toList()));
    }

    private Map<Assignment, Fleet.Start> start(List<Assignment> built) {
        console.begin("Starting:");
        built.forEach(assignment -> console.add(assignment.target().name()));
        Map<Assignment, Fleet.Start> starts = startAll(built);
        long ready = starts.values().stream()
                .filter(Fleet.Start.Ready.class::isInstance)
                .count();
        console.done(ready == built.size() ? "Done" : ready + " of " + built.size() + " are ready");
        return starts;
    }

    private Map<Assignment, Fleet.Start> startAll(List<Assignment> assignments) {
        try {
            return fleet.start(assignments);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Map.of();
        }
    }

    private static TargetRecord record(
            Assignment assignment, String version, Long pid, Long startupMillis, Outcome outcome) {
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
