package weighbridge.simulation;

import io.gatling.commons.util.GatlingVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import weighbridge.analysis.Analysis;
import weighbridge.analysis.Report;
import weighbridge.launch.Chores;
import weighbridge.launch.Fleet;
import weighbridge.launch.Ports;
import weighbridge.launch.Server;
import weighbridge.launch.Sink;
import weighbridge.load.Burst;
import weighbridge.load.Course;
import weighbridge.load.Phase;
import weighbridge.load.Plan;
import weighbridge.load.Settings;
import weighbridge.recording.Main;
import weighbridge.recording.Outcome;
import weighbridge.recording.RecordingReader;
import weighbridge.recording.RunFolder;
import weighbridge.recording.RunFolderClaim;
import weighbridge.recording.RunJournal;
import weighbridge.recording.SampleWriter;
import weighbridge.recording.SettingsRecord;
import weighbridge.recording.Staging;
import weighbridge.recording.WeighbridgeVersion;
import weighbridge.recording.Weighing.Moment;
import weighbridge.report.ConsoleSummary;
import weighbridge.report.SummaryJson;
import weighbridge.sample.Host;
import weighbridge.sample.HostProbe;
import weighbridge.target.Assignment;
import weighbridge.target.Catalogue;
import weighbridge.target.InputException;
import weighbridge.target.Target;

/**
 * A run from its settings to its report, as the steps that a simulation calls in this order: {@link #open}, {@link #next}
 * between the bursts, {@link #close}.
 */
final class MainJob {
    private static final Path TARGETS = Path.of("targets");

    private final String simulation;
    private final Plan plan;
    private final Assignment sink;
    private final Instant startedAt = Instant.now();
    private final Console console = new Console();
    private final RunJournal journal;
    private final Scale scale;

    private Fleet fleet;
    private Map<String, Server> servers = Map.of();
    private Ending ending;
    private Staging staging;
    private RunFolderClaim claim;
    private RunFolder folder;
    private Hammering hammering;

    private MainJob(String simulation, Plan plan, Assignment sink, Host host) {
        this.simulation = simulation;
        this.plan = plan;
        this.sink = sink;
        this.journal = new RunJournal(
                simulation,
                startedAt.toString(),
                SettingsRecord.of(plan.settings()),
                host,
                new Main(
                        WeighbridgeVersion.read(),
                        GatlingVersion.ThisVersion().fullVersion(),
                        ProcessHandle.current().pid()));
        this.scale = new Scale(journal);
    }

    /** Reads and checks everything that can be wrong before anything is started; a fault ends the process. */
    static MainJob fromSystemProperties(Class<?> simulation) {
        try {
            Settings settings = Settings.from(System::getProperty);
            Ports ports = new Ports();
            Plan plan = Plan.of(settings, Catalogue.of(TARGETS).select(settings.targets()), ports::free);
            Host host = HostProbe.read();
            plan.requireRoom(host.openFiles(), host.sysctls().get("net.ipv4.ip_local_port_range"));
            Ports.requireFree(plan.assignments());
            return new MainJob(simulation.getName(), plan, Sink.at(ports.free()), host);
        } catch (InputException e) {
            throw Ending.refuse(e);
        }
    }

    Plan plan() {
        return plan;
    }

    Assignment sink() {
        return sink;
    }

    /** Builds, starts, settles and weighs. */
    void open() {
        try {
            staging = Staging.create(plan.settings().results());
        } catch (IOException e) {
            throw Ending.refuse(
                    new InputException(List.of("results: " + plan.settings().results() + " cannot be written (" + e
                            + "); fix: choose another folder with -Dresults=/path/to/it")));
        }
        Chores chores = new Chores();
        fleet = new Fleet(staging.logs());
        ending = Ending.install(List.of(chores, fleet, scale), staging, console);
        Startup startup = new Startup(plan, chores, fleet, staging.logs(), journal, console);
        servers = startup.run();
        servers.values().forEach(scale::add);
        if (servers.isEmpty()) {
            reportWithoutLoad();
        }
        startup.startSink(sink).ifPresent(server -> servers.put(Target.SINK, server));
        settle("weighing idle memory");
        scale.weighAll(Moment.IDLE);
        console.done("Done");
        claim = RunFolderClaim.open(plan.settings().results());
    }

    /** Ends the last of these bursts and begins the one that comes next, which is empty after the last. */
    Optional<Burst> next(Assignment assignment, Course course, List<Phase> done) {
        try {
            if (hammering == null) {
                hammering = startHammering();
            }
            return hammering.next(assignment.target(), course, done);
        } catch (RuntimeException e) {
            // Gatling would only log it, and the run would look whole.
            journal.remark(
                    assignment.target().name() + ": its bursts ended early, for something failed between them: " + e);
            return Optional.empty();
        }
    }

    /** Settles, weighs again, stops everything, and reports. */
    void close() {
        settle("weighing again");
        scale.weighAll(Moment.AFTER);
        console.done("Done");
        console.begin("Letting JVMs collect their garbage, then weighing what is settled");
        scale.weighHeaps(Moment.SETTLED);
        scale.weighAll(Moment.SETTLED);
        scale.close();
        console.done("Done");
        Server sinkServer = servers.remove(Target.SINK);
        if (sinkServer != null && !sinkServer.isAlive()) {
            journal.remark("the sink ended by itself, so there may be no floor: " + sinkServer.ending(folder.logs()));
        }
        servers.forEach((name, server) -> {
            if (!server.isAlive()) {
                journal.outcome(name, new Outcome.DiedUnderLoad(server.ending(folder.logs())));
            }
        });
        fleet.close();
        report();
    }

    /** Before the first burst: Gatling's folder exists by now. */
    private Hammering startHammering() {
        folder = claim.resolve();
        staging.moveTo(folder);
        scale.startSampling(new SampleWriter(folder.samples()));
        console.line("Now hammering, " + plan.settings().calls() + " calls in a burst:");
        return new Hammering(servers, scale, journal, folder, console);
    }

    private void reportWithoutLoad() {
        try {
            folder = RunFolder.create(plan.settings().results(), simulation, startedAt);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        staging.moveTo(folder);
        report();
        System.exit(0); // the ending puts in the right status
    }

    private void report() {
        journal.complete();
        folder.write(journal.snapshot(folder.id()));
        Report report = Analysis.of(RecordingReader.read(folder));
        folder.write("summary.json", SummaryJson.format(report));
        folder.write("summary.txt", ConsoleSummary.format(report));
        ending.report(folder, report);
    }

    private void settle(String why) {
        Duration settle = plan.settings().settle();
        console.begin("Waiting " + settle.toMillis() / 1000.0 + " s, then " + why);
        try {
            Thread.sleep(settle.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
