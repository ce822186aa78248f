package weighbridge.engine;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import weighbridge.process.CpuAffinity;
import weighbridge.process.JavaOptions;
import weighbridge.record.Outcome;
import weighbridge.record.RequestRecord;
import weighbridge.record.RoundRecord;
import weighbridge.record.Secrets;
import weighbridge.record.TargetRecord;
import weighbridge.server.Assignment;
import weighbridge.server.Builds;
import weighbridge.server.CommandRunner;
import weighbridge.server.Fleet;
import weighbridge.server.Ports;
import weighbridge.server.Server;
import weighbridge.server.Target;
import weighbridge.server.Version;
import weighbridge.server.Versions;
import weighbridge.text.CpuList;
import weighbridge.workload.Cores;

/** Builds all targets of a plan once, starts them in each round, and the sink for all; writes down what came of each. */
final class Startup implements AutoCloseable {
    private final RunInput input;
    private final RunContext context;
    private final CommandRunner commands;
    private final Fleet ofSink;
    private final Map<String, String> unbuilt = new LinkedHashMap<>();
    private final Map<String, String> versions = new LinkedHashMap<>();
    private Server sink;

    Startup(RunInput input, RunContext context) {
        this.input = input;
        this.context = context;
        this.commands = new CommandRunner(context.archive().ledger());
        this.ofSink = fleet("");
    }

    /** Without servers yet. @param folder of its logs, below that of all logs */
    Fleet fleet(String folder) {
        return new Fleet(context.archive().logs(), folder, context.archive().ledger(), cpus());
    }

    /** Which processors servers and generator have. */
    Cores cores() {
        return input.settings().cores();
    }

    private Optional<CpuList> cpus() {
        return cores().ofServers();
    }

    /** Builds where that is needed, and asks for versions. */
    void build() {
        // On the console alone, for what is remarked to the journal makes a run not valid.
        Ports.ofOutgoingConnections(input.plan().rounds().get(0).assignments())
                .ifPresent(remark -> context.console().line("Remark: " + remark));
        EventLoops.remark().ifPresent(remark -> context.console().line("Remark: " + remark));
        JavaOptions.remark(System.getenv())
                .ifPresent(remark -> context.console().line("Remark: " + remark));
        List<Target> targets =
                input.plan().assignments().stream().map(Assignment::target).toList();
        new Builds(
                        commands,
                        context.archive().logs(),
                        command -> context.console().line("Building, because " + Secrets.inText(command)))
                .ensure(targets)
                .forEach((target, reason) -> unbuilt.put(target.name(), reason));
        Versions asked = new Versions(commands);
        // A version that is only written is known of what could not be built, too.
        asked.of(targets.stream()
                        .filter(target ->
                                !unbuilt.containsKey(target.name()) || target.version() instanceof Version.Written)
                        .toList())
                .forEach((target, version) -> versions.put(target.name(), version));
        asked.faults().forEach(fault -> context.console().line(Secrets.inText(fault)));
    }

    /** The servers of this round that are ready, by name, in the order of the plan. */
    Map<String, Server> start(Round round, Fleet fleet) {
        List<Assignment> built = round.assignments().stream()
                .filter(assignment -> !unbuilt.containsKey(origin(assignment, round)))
                .toList();
        context.console().begin("Starting:");
        built.forEach(assignment -> context.console().add(assignment.target().name()));
        Map<Assignment, Fleet.Start> starts = start(built, fleet);
        long ready = starts.values().stream()
                .filter(Fleet.Start.Ready.class::isInstance)
                .count();
        context.console().done(ready == built.size() ? "Done" : ready + " of " + built.size() + " are ready");
        Map<String, Server> servers = new LinkedHashMap<>();
        for (Assignment assignment : round.assignments()) {
            String origin = origin(assignment, round);
            Fleet.Start start = starts.get(assignment);
            if (start == null) {
                start = new Fleet.Start.Failed(unbuilt.getOrDefault(origin, ""));
            }
            context.journal().put(record(assignment, versions.getOrDefault(origin, Versions.UNKNOWN), start));
            if (start instanceof Fleet.Start.Ready up) {
                up.server()
                        .atReady()
                        .ifPresent(listener ->
                                context.journal().listener(assignment.target().name(), listener));
                context.journal()
                        .javaOptions(assignment.target().name(), up.server().javaOptions());
                servers.put(assignment.target().name(), up.server());
            } else if (start instanceof Fleet.Start.Failed failed) {
                context.console().line(assignment.target().name() + ": " + Secrets.inText(failed.reason()));
            }
        }
        return servers;
    }

    /** The name under which it was built: that of the target that runs again is the other one's. */
    private static String origin(Assignment assignment, Round round) {
        String name = assignment.target().name();
        return RoundRecord.isAgain(name) ? round.again().orElse(name) : name;
    }

    private static Map<Assignment, Fleet.Start> start(List<Assignment> assignments, Fleet fleet) {
        try {
            return fleet.start(assignments);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Map.of();
        }
    }

    private TargetRecord record(Assignment assignment, String version, Fleet.Start start) {
        Target target = assignment.target();
        Optional<Fleet.Start.Ready> ready = start instanceof Fleet.Start.Ready up ? Optional.of(up) : Optional.empty();
        // Who has not started in a run that was stopped meanwhile was ended with it.
        Outcome outcome = start instanceof Fleet.Start.Failed failed && !context.isStopped()
                ? Outcome.failedToStart(failed.reason())
                : Outcome.NOT_REACHED;
        TargetRecord plain = new TargetRecord(
                target.name(),
                version,
                assignment.command(),
                assignment.env(),
                target.traffic().requests().stream()
                        .map(request -> new RequestRecord(
                                request.method(),
                                assignment.url(request).toString(),
                                request.expect().status()))
                        .toList(),
                target.traffic().callsPerUser(),
                target.traffic().keepAlive(),
                ready.flatMap(up -> up.server().pid()).orElse(null),
                ready.flatMap(Fleet.Start.Ready::startup)
                        .map(Duration::toMillis)
                        .orElse(null),
                outcome,
                List.of());
        return plain.in(
                target.limits().areNone() ? null : target.limits(),
                ready.filter(up -> cpus().isPresent())
                        .flatMap(up -> up.server().pid())
                        .flatMap(CpuAffinity::of)
                        .map(cores -> List.copyOf(cores.numbers()))
                        .orElse(null));
    }

    /** Starts the sink; where it does not become ready the journal says why there is no floor. */
    void startSink() {
        Fleet.Start start = start(List.of(input.sink()), ofSink).get(input.sink());
        if (start instanceof Fleet.Start.Ready up) {
            sink = up.server();
        } else if (start instanceof Fleet.Start.Failed failed) {
            context.journal()
                    .remark("the do-nothing server did not start, so the generator floor is unknown: "
                            + failed.reason());
        }
    }

    /** The server that does nothing; null where it did not start. */
    Server sink() {
        return sink;
    }

    /** Writes down where the sink ended by itself. */
    void checkSink() {
        if (sink != null && !sink.isAlive()) {
            context.journal()
                    .remark("the do-nothing server ended by itself, so the generator floor may be missing: "
                            + sink.ending(context.archive().folder().logs()));
        }
    }

    /** Ends builds and the sink, the last of all that was started. May be called again, from any thread. */
    @Override
    public void close() {
        commands.close();
        ofSink.close();
        context.archive().closeLedger().ifPresent(context.console()::line);
    }
}
