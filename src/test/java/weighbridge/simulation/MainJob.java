package weighbridge.simulation;

import io.gatling.commons.util.GatlingVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import weighbridge.analysis.Analysis;
import weighbridge.analysis.Report;
import weighbridge.launch.Chores;
import weighbridge.launch.Fleet;
import weighbridge.launch.Ports;
import weighbridge.launch.Server;
import weighbridge.load.Burst;
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

/**
 * A run from its settings to its report, as the steps that a simulation calls in this order: {@link #open}, {@link
 * #startBurst} and {@link #endBurst} for each burst, {@link #close}.
 */
final class MainJob {
    private static final Path TARGETS = Path.of("targets");

    private final String simulation;
    private final Plan plan;
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
    private volatile boolean up;
    private long burstStartedAtMillis;

    private MainJob(String simulation, Plan plan, Host host) {
        this.simulation = simulation;
        this.plan = plan;
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
            Plan plan = Plan.of(settings, Catalogue.of(TARGETS).select(settings.targets()), new Ports()::free);
            Host host = HostProbe.read();
            plan.requireRoom(host.openFiles(), host.sysctls().get("net.ipv4.ip_local_port_range"));
            Ports.requireFree(plan.assignments());
            return new MainJob(simulation.getName(), plan, host);
        } catch (InputException e) {
            throw Ending.refuse(e);
        }
    }

    Plan plan() {
        return plan;
    }

    /** Whether the target lived when its present burst began: then all its users call it. */
    boolean isUp() {
        return up;
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
        servers = new Startup(plan, chores, fleet, staging.logs(), journal, console).run();
        servers.values().forEach(scale::add);
        if (servers.isEmpty()) {
            reportWithoutLoad();
        }
        settle("weighing idle memory");
        scale.weighAll(Moment.IDLE);
        console.done("Done");
        claim = RunFolderClaim.open(plan.settings().results());
    }

    void startBurst(Assignment assignment, Burst burst) {
        if (folder == null) {
            startHammering();
        }
        Server server = servers.get(assignment.target().name());
        up = server != null && server.isAlive();
        if (up && burst.kind() == Burst.Kind.MEASURED) {
            scale.startWindow(assignment.target().name());
        }
        burstStartedAtMillis = System.currentTimeMillis();
    }

    void endBurst(Assignment assignment, Burst burst) {
        String name = assignment.target().name();
        journal.add(new Phase(name, burst, burstStartedAtMillis, System.currentTimeMillis()));
        if (burst.kind() == Burst.Kind.MEASURED) {
            if (up) {
                scale.endWindow(name);
            }
            folder.write(journal.snapshot(folder.id()));
            console.add(name);
        }
    }

    /** Settles, weighs again, stops everything, and reports. */
    void close() {
        console.done("Done");
        settle("weighing again");
        scale.weighAll(Moment.AFTER);
        scale.close();
        console.done("Done");
        servers.forEach((name, server) -> {
            if (!server.isAlive()) {
                journal.outcome(name, new Outcome.DiedUnderLoad(server.ending(folder.logs())));
            }
        });
        fleet.close();
        report();
    }

    /** Before the first burst: Gatling's folder exists by now. */
    private void startHammering() {
        folder = claim.resolve();
        staging.moveTo(folder);
        folder.write(journal.snapshot(folder.id()));
        scale.startSampling(new SampleWriter(folder.samples()));
        console.begin("Hammering (calls in a burst: " + plan.settings().calls() + ", warm-up bursts: "
                + plan.settings().warmup() + ", then the measured one):");
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
