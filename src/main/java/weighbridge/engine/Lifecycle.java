package weighbridge.engine;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import weighbridge.process.CpuAffinity;
import weighbridge.process.RunClock;
import weighbridge.record.RunJournal;
import weighbridge.workload.Cores;

/**
 * A run from its first process to its report, in stages: {@link #open} before Gatling's load, {@link #turnTo} between two
 * rounds, {@link #close} after the load. {@link #stop} ends it at any time before.
 */
final class Lifecycle {
    /** For Gatling to end its users and to write its log, beyond the time that a call may take. */
    private static final Duration STOP_BOUND = Duration.ofSeconds(10);

    private static final RunClock CLOCK = RunClock.OF_THIS_PROCESS;

    private final RunInput input;
    private final Injector injector;
    private final CountDownLatch stopping = new CountDownLatch(1);
    private final CountDownLatch reported = new CountDownLatch(1);
    private final RunContext context;
    private final Startup startup;
    private final Ending ending;
    private RoundRun round;
    private Long firstRoundAtMillis;
    private boolean gatlingRuns;

    /** A run of which nothing is started yet. @param injector that is closed where the run is stopped */
    Lifecycle(RunInput input, Injector injector) {
        this.input = input;
        this.injector = injector;
        Instant startedAt = Instant.ofEpochMilli(CLOCK.millis());
        RunJournal journal = input.journal(startedAt);
        Archive archive = Archive.open(input.settings().results(), input.simulation(), startedAt);
        Console console = new Console(input.detailed());
        Sampling sampling = new Sampling(journal);
        this.context = new RunContext(journal, archive, console, new Scale(journal, sampling), sampling, stopping);
        this.startup = new Startup(input, context);
        this.ending = new Ending(console);
    }

    /** Builds and starts the servers and weighs them; Gatling's load follows. */
    void open() {
        ending.install(this::stop);
        startup.build(); // which may have all processors
        takeOwnProcessors();
        if (!begin(input.plan().rounds().get(0))) {
            endWithoutLoad();
        }
        startup.startSink();
        round.weighIdle();
        handOverToGatling();
    }

    private void takeOwnProcessors() {
        if (input.settings().cores() instanceof Cores.Listed split) {
            String generator = split.generator().text();
            context.console().line("Processors: servers " + split.servers().text() + ", generator " + generator);
            if (!keepOnOwnProcessors()) {
                context.journal().remark("the generator could not be kept on processors " + generator);
            }
        }
    }

    /** Threads to come inherit them from those that start them. @return whether all are on them */
    boolean keepOnOwnProcessors() {
        return !(input.settings().cores() instanceof Cores.Listed split) || CpuAffinity.keepOn(split.generator());
    }

    /** The generator may use those of the servers as well. */
    void shareProcessors() {
        if (input.settings().cores() instanceof Cores.Listed split) {
            CpuAffinity.keepOn(split.generator().or(split.servers()));
        }
    }

    /** Ends the servers of one round, and starts those of the next. */
    void turnTo(Round next) {
        if (context.isStopped()) {
            return;
        }
        betweenRounds(() -> {
            injector.dropConnections(); // as after the last round, whose users are gone
            round.weighAgain();
        });
        betweenRounds(() -> {
            round.close();
            context.save();
        });
        betweenRounds(() -> {
            if (begin(next)) {
                round.weighIdle();
            }
        });
    }

    /** Whatever fails, the next round has servers of its own: Gatling would only log it, and the run would look whole. */
    private void betweenRounds(Runnable part) {
        try {
            part.run();
        } catch (RuntimeException e) {
            context.journal().remark("something failed between the rounds: " + e);
        }
    }

    /** Weighs the servers again, ends them, and reports. */
    void close() {
        try {
            if (!context.isStopped()) {
                round.weighAgain();
                startup.checkSink();
            }
        } catch (RuntimeException e) {
            // Gatling would only log it, and nothing would be reported.
            context.journal().remark("something failed after the load: " + e);
        }
        report();
        if (context.isStopped()) {
            parkUntilTheEnd();
        }
        if (!context.archive().losses().isEmpty()) {
            System.exit(0); // Gatling could not read its log; the ending sets the right status
        }
    }

    /**
     * Ends the run before its end, on the thread of the JVM's shutdown. The servers are ended, so that the calls in flight
     * end too; then Gatling writes its log and comes to {@link #close}.
     */
    private void stop() {
        if (reported.getCount() == 0) {
            return;
        }
        boolean loading;
        synchronized (this) {
            stopping.countDown();
            loading = gatlingRuns;
        }
        injector.close();
        context.console().stop();
        if (round != null) {
            round.stop();
        }
        startup.close();
        // An event loop that ends the JVM ends no call any more, and Gatling waits for all of them.
        if (loading && !FatalEnd.isNow()) {
            awaitReport();
        }
        if (reported.getCount() > 0 && context.journal().hasWeighings()) {
            report(); // before Gatling's part of the run, or Gatling did not come to its end: what there is already
        } else {
            context.archive().discard();
        }
    }

    /** Starts the servers of a round. @return whether any of them became ready */
    private boolean begin(Round next) {
        RoundRun starting = new RoundRun(next, input.settings().settle(), context, startup);
        synchronized (this) {
            if (context.isStopped()) {
                return false; // whoever stops the run ends the servers of the round that it knows
            }
            round = starting;
        }
        if (input.plan().rounds().size() > 1) {
            long nowMillis = CLOCK.millis();
            firstRoundAtMillis = firstRoundAtMillis == null ? Long.valueOf(nowMillis) : firstRoundAtMillis;
            Duration elapsed = Duration.ofMillis(nowMillis - firstRoundAtMillis);
            context.console().line(next.progress(input.settings().seed(), elapsed));
        }
        return starting.start();
    }

    private void endWithoutLoad() {
        if (context.isStopped()) {
            parkUntilTheEnd();
        }
        report();
        System.exit(0); // the ending sets the right status
    }

    private void handOverToGatling() {
        context.archive().expectFolder();
        synchronized (this) {
            gatlingRuns = !context.isStopped();
        }
        if (!gatlingRuns) {
            parkUntilTheEnd();
        }
    }

    /** Ends what still runs, and reports what there is; once. */
    private synchronized void report() {
        if (reported.getCount() == 0) {
            return;
        }
        try {
            round.close();
            context.scale().close();
            context.sampling().close();
            startup.close();
            boolean logged = !gatlingRuns || context.archive().hasLog();
            if (logged && context.archive().losses().isEmpty() && !context.isStopped()) {
                context.journal().complete();
            }
            context.save();
            ending.report(context);
        } finally {
            reported.countDown(); // from here on the JVM may end
        }
    }

    private void awaitReport() {
        try {
            long millis = input.settings().timeout().plus(STOP_BOUND).toMillis();
            reported.await(millis, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** The JVM is going down, and nothing that Gatling would do next is of any use. */
    private static void parkUntilTheEnd() {
        while (true) {
            LockSupport.park();
        }
    }

    Plan plan() {
        return input.plan();
    }

    RunInput input() {
        return input;
    }

    RunContext context() {
        return context;
    }

    boolean isStopped() {
        return context.isStopped();
    }

    /** The round that goes on, sampled from the first time on that a load asks for it: Gatling's folder has to exist by now. */
    synchronized RoundRun round() {
        round.sample();
        return round;
    }
}
