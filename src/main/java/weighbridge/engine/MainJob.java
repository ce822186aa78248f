package weighbridge.engine;

import io.gatling.commons.util.GatlingVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import weighbridge.analysis.Analysis;
import weighbridge.analysis.Report;
import weighbridge.process.HostProbe;
import weighbridge.record.Host;
import weighbridge.record.Main;
import weighbridge.record.Recording;
import weighbridge.record.RecordingReader;
import weighbridge.record.RunFolder;
import weighbridge.record.RunFolderClaim;
import weighbridge.record.RunJournal;
import weighbridge.record.SampleWriter;
import weighbridge.record.Samples;
import weighbridge.record.Staging;
import weighbridge.record.WeighbridgeVersion;
import weighbridge.render.ReportPage;
import weighbridge.render.SummaryFiles;
import weighbridge.server.Assignment;
import weighbridge.server.Catalogue;
import weighbridge.server.Chores;
import weighbridge.server.Fleet;
import weighbridge.server.Ledger;
import weighbridge.server.Orphans;
import weighbridge.server.Ports;
import weighbridge.server.Server;
import weighbridge.server.Sink;
import weighbridge.server.Traffic;
import weighbridge.text.Fault;
import weighbridge.text.InputException;
import weighbridge.workload.Settings;
import weighbridge.workload.Workload;

/**
 * A run from its settings to its report, as the steps that a simulation calls in this order: {@link #open}, {@link #turnTo}
 * between the rounds, {@link #close}. Between them the load is the simulation's own, at the {@link #site}.
 */
final class MainJob {
    private static final Path TARGETS = Path.of("targets");

    /** For Gatling to end its users and to write out its log, beyond the time that a call may take. */
    private static final Duration STOP_BOUND = Duration.ofSeconds(10);

    private final String simulation;
    private final Plan plan;
    private final Assignment sink;
    private final Host host;
    private final Instant startedAt = Instant.now();
    private final Console console = new Console();
    private final RunJournal journal;
    private final Scale scale;

    private final CountDownLatch reported = new CountDownLatch(1);
    private final CountDownLatch stopping = new CountDownLatch(1);
    private Chores chores;
    private Fleet ofSink;
    private Server sinkServer;
    private Startup startup;
    private RoundRun now;
    private Instant firstRoundAt;
    private Ending ending;
    private Staging staging;
    private Ledger ledger;
    private RunFolderClaim claim;
    private Archive archive;
    private SampleWriter samples;
    private boolean gatlingRuns;
    private volatile boolean stopped;
    private Runnable onStop = () -> {};

    private MainJob(String simulation, Plan plan, Assignment sink, Host host) {
        this.simulation = simulation;
        this.plan = plan;
        this.sink = sink;
        this.host = host;
        this.journal = new RunJournal(
                simulation,
                startedAt.toString(),
                plan.settings(),
                host,
                new Main(
                        WeighbridgeVersion.read(),
                        GatlingVersion.ThisVersion().fullVersion(),
                        ProcessHandle.current().pid()));
        this.scale = new Scale(journal);
    }

    /** Reads and checks everything that can be wrong before anything is started; a fault ends the process. */
    static MainJob fromSystemProperties(Class<?> simulation, Workload.Kind kind) {
        try {
            Settings settings =
                    Settings.from(kind, System::getProperty).withSeed(System.currentTimeMillis() % Settings.MAX_SEED);
            Ports ports = new Ports();
            Plan plan = Plan.of(
                    settings, Catalogue.of(TARGETS).select(settings.targets(), settings.allowRemote()), ports::free);
            Host host = HostProbe.read();
            plan.requireRoom(host.openFiles(), host.sysctls().get("net.ipv4.ip_local_port_range"));
            endOrphans(settings.results());
            Ports.requireFree(plan.rounds().get(0).assignments());
            return new MainJob(simulation.getName(), plan, Sink.at(ports.free()), host);
        } catch (InputException e) {
            throw Ending.refuse(e);
        }
    }

    /** Before anybody asks for free ports, which they may hold. */
    private static void endOrphans(Path results) {
        try {
            Orphans.of(results).end().ifPresent(System.out::println);
        } catch (IOException e) {
            System.out.println("What a run that was cut off may have left could not be looked for: " + Archive.why(e));
        }
    }

    Plan plan() {
        return plan;
    }

    Assignment sink() {
        return sink;
    }

    /** The sink, called on connections that are kept or not. */
    Assignment sinkOf(boolean keepAlive) {
        return Sink.like(sink, new Traffic(sink.target().traffic().requests(), 1, keepAlive));
    }

    /** The machine that it runs on. */
    Host host() {
        return host;
    }

    /** What is done first where the run is ended before its end. */
    void onStop(Runnable action) {
        onStop = action;
    }

    /** Whether the run is being ended before its end. */
    boolean isStopped() {
        return stopped;
    }

    /** Builds, starts, settles and weighs. */
    void open() {
        stageResults();
        chores = new Chores(ledger);
        ofSink = new Fleet(staging.logs(), "", ledger);
        ending = Ending.install(this::stop, console);
        startup = new Startup(plan, chores, staging.logs(), journal, console);
        startup.prepare();
        if (!begin(plan.rounds().get(0), staging.logs())) {
            exitWithoutLoad();
        }
        startup.startSink(sink, ofSink).ifPresent(server -> sinkServer = server);
        now.weighIdle();
        if (stopped) {
            parkUntilTheEnd();
        }
        handOverToGatling();
    }

    /** Ends the round before this one, and starts this one's servers. */
    void turnTo(Round round) {
        if (stopped) {
            return;
        }
        try {
            endRound();
            if (begin(round, archive().folder().logs())) {
                now.weighIdle();
            }
        } catch (RuntimeException e) {
            // Gatling would only log it, and the run would look whole.
            journal.remark("something failed between the rounds: " + e);
        }
    }

    /** Starts the servers of a round. @return whether any of them became ready */
    private boolean begin(Round round, Path logs) {
        RoundRun next = new RoundRun(
                round,
                plan.settings().settle(),
                new Fleet(logs, round.logFolder(), ledger),
                scale,
                journal,
                console,
                stopping);
        synchronized (this) {
            if (stopped) {
                return false; // whoever stops the run ends the servers of the round that it knows
            }
            now = next;
        }
        if (plan.rounds().size() > 1) {
            firstRoundAt = firstRoundAt == null ? Instant.now() : firstRoundAt;
            Duration elapsed = Duration.between(firstRoundAt, Instant.now());
            console.line(Progress.line(round, plan.settings().seed(), elapsed));
        }
        return next.start(startup);
    }

    private void endRound() {
        now.weighAgain(archive());
        now.close(archive());
        archive().save(journal);
    }

    /** What a load needs of the round that goes on. Gatling's folder has to exist by now. */
    synchronized Site site() {
        if (samples == null) {
            samples = new SampleWriter(archive().folder().samples());
        }
        return now.site(sinkServer, samples, archive());
    }

    /** Settles, weighs again, stops everything, and reports. */
    void close() {
        if (!stopped) {
            now.weighAgain(archive());
        }
        if (!stopped && sinkServer != null && !sinkServer.isAlive()) {
            journal.remark("the sink ended by itself, so there may be no floor: "
                    + sinkServer.ending(archive().folder().logs()));
        }
        report();
        if (stopped) {
            parkUntilTheEnd();
        }
        if (!archive.losses().isEmpty()) {
            System.exit(0); // Gatling could not read its log; the ending puts in the right status
        }
    }

    /**
     * Ends the run before its end, on the thread of the JVM's shutdown. The servers are ended, so that the calls under way
     * end too; then Gatling writes out its log and comes to {@link #close}.
     */
    private void stop() {
        if (reported.getCount() == 0) {
            return;
        }
        boolean loading;
        synchronized (this) {
            stopped = true;
            loading = gatlingRuns;
        }
        stopping.countDown();
        onStop.run();
        console.stop();
        chores.close();
        if (now != null) {
            now.stop();
        }
        ofSink.close();
        closeLedger();
        if (loading) {
            awaitReport();
        }
        if (reported.getCount() > 0 && journal.hasWeighings()) {
            report(); // before Gatling's part of the run, or Gatling did not come to its end: what lies there already
        } else {
            staging.discard();
        }
    }

    private void awaitReport() {
        try {
            reported.await(plan.settings().timeout().plus(STOP_BOUND).toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void stageResults() {
        try {
            staging = Staging.create(plan.settings().results());
            ledger = Ledger.open(plan.settings().results());
        } catch (IOException e) {
            throw Ending.refuse(InputException.of(List.of(new Fault(
                    "results",
                    "",
                    "\"" + plan.settings().results() + "\", which cannot be written (" + Archive.why(e) + ")",
                    "a folder that can be written",
                    "choose another one with -Dresults=/path/to/it"))));
        }
    }

    private void handOverToGatling() {
        claim = RunFolderClaim.open(plan.settings().results());
        synchronized (this) {
            gatlingRuns = !stopped;
        }
        if (stopped) {
            parkUntilTheEnd();
        }
    }

    private void exitWithoutLoad() {
        if (stopped) {
            parkUntilTheEnd();
        }
        report();
        System.exit(0); // the ending puts in the right status
    }

    /** Stops everything and reports what there is; once. */
    private synchronized void report() {
        if (reported.getCount() == 0) {
            return;
        }
        now.close(archive());
        scale.close();
        ofSink.close();
        closeLedger();
        boolean logged = !gatlingRuns || archive().hasLog();
        if (logged && archive().losses().isEmpty() && !stopped) {
            journal.complete();
        }
        archive.save(journal);
        RunFolder folder = archive.folder();
        Recording recording = RecordingReader.read(journal.snapshot(folder.id()), folder);
        Report report = Analysis.of(recording);
        SummaryFiles.of(report).forEach(archive::write);
        ending.report(archive, report);
        try {
            // Last, for it is the most work and the least that would be missed.
            archive.write(ReportPage.FILE, SummaryFiles.page(report, recording, Samples.read(folder)));
        } finally {
            reported.countDown(); // from here on the JVM may end
        }
    }

    /** All that was started has been ended; a ledger that stays says nothing else. */
    private void closeLedger() {
        try {
            ledger.close();
        } catch (IOException e) {
            console.line("The list of started programs could not be removed: " + Archive.why(e));
        }
    }

    /** Where everything of the run goes: the folder that Gatling made, or one of our own where it makes none. */
    private synchronized Archive archive() {
        if (archive == null) {
            archive = new Archive(Optional.ofNullable(gatlingRuns ? claim : null)
                    .flatMap(RunFolderClaim::resolve)
                    .orElseGet(this::ownFolder));
            archive.attempt("logs", () -> staging.moveTo(archive.folder()));
        }
        return archive;
    }

    private RunFolder ownFolder() {
        try {
            return RunFolder.create(plan.settings().results(), simulation, startedAt);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The JVM is going down, and nothing that Gatling would do next is of any use. */
    private static void parkUntilTheEnd() {
        while (true) {
            LockSupport.park();
        }
    }
}
