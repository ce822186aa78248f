package weighbridge.engine;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import weighbridge.record.Outcome;
import weighbridge.record.RunJournal;
import weighbridge.record.SampleWriter;
import weighbridge.record.Weighing.Moment;
import weighbridge.server.Fleet;
import weighbridge.server.Server;

/** One round of a run: its servers, from their start to their end. */
final class RoundRun {
    private final Round round;
    private final Duration settle;
    private final Fleet fleet;
    private final Scale scale;
    private final RunJournal journal;
    private final Console console;
    private final CountDownLatch stopping;
    private volatile Map<String, Server> servers = Map.of();
    private Site site;

    /**
     * @param fleet of this round alone
     * @param stopping counted down where the run is ended before its end
     */
    RoundRun(
            Round round,
            Duration settle,
            Fleet fleet,
            Scale scale,
            RunJournal journal,
            Console console,
            CountDownLatch stopping) {
        this.round = round;
        this.settle = settle;
        this.fleet = fleet;
        this.scale = scale;
        this.journal = journal;
        this.console = console;
        this.stopping = stopping;
    }

    /** Starts its servers. @return whether any of them became ready */
    boolean start(Startup startup) {
        journal.begin(round.number(), round.names(), round.again().orElse(null));
        servers = startup.start(round, fleet, this::isStopped);
        servers.values().forEach(scale::add);
        return !servers.isEmpty();
    }

    /** Settles and weighs everyone for the first time. */
    void weighIdle() {
        settle("weighing idle memory");
        if (isStopped()) {
            return;
        }
        scale.weighAll(Moment.IDLE);
        console.done("Done");
    }

    /**
     * What a load needs of it; from the first time on that it is asked for, everyone is sampled.
     *
     * @param sink the server that does nothing; null where there is none
     */
    synchronized Site site(Server sink, SampleWriter samples, Archive archive) {
        if (site == null) {
            scale.startSampling(samples);
            site = new Site(round, servers, sink, scale, journal, archive, console);
        }
        return site;
    }

    /** Settles and weighs everyone again. */
    void weighAgain(Archive archive) {
        settle("weighing again");
        if (isStopped()) {
            return; // whoever is dead was ended by us, here and below
        }
        scale.weighAll(Moment.AFTER);
        console.done("Done");
        console.begin("Letting JVMs collect their garbage, then weighing what is settled");
        scale.weighHeaps(Moment.SETTLED);
        if (isStopped()) {
            return;
        }
        scale.weighAll(Moment.SETTLED);
        console.done("Done");
        if (isStopped()) {
            return;
        }
        servers.forEach((name, server) -> {
            if (!server.isAlive()) {
                journal.outcome(
                        name,
                        Outcome.diedUnderLoad(server.ending(archive.folder().logs())));
            }
        });
    }

    /** Ends all its servers. May be called again, from any thread. */
    void stop() {
        fleet.close();
    }

    /** Ends all its servers, and writes down what they did that a server should not. */
    void close(Archive archive) {
        scale.endRound();
        fleet.close();
        servers.forEach((name, server) ->
                journal.misbehaviour(name, server.complaints(archive.folder().logs())));
    }

    private boolean isStopped() {
        return stopping.getCount() == 0;
    }

    private void settle(String why) {
        console.begin("Waiting " + settle.toMillis() / 1000.0 + " s, then " + why);
        try {
            stopping.await(settle.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
