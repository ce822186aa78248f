package weighbridge.engine;

import java.time.Duration;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import weighbridge.process.ProcessTreeProbe;
import weighbridge.record.Outcome;
import weighbridge.record.RunJournal;
import weighbridge.record.Weighing.Moment;
import weighbridge.server.Fleet;
import weighbridge.server.Server;
import weighbridge.server.Target;
import weighbridge.workload.Cores;

/** One round of a run: its servers, from their start to their end. */
final class RoundRun {
    private final Round round;
    private final Duration settle;
    private final RunContext context;
    private final Startup startup;
    private final Fleet fleet;
    private final Set<String> overloaded = new HashSet<>();
    private final LaterWeighing later;
    private volatile Map<String, Server> servers = Map.of();
    private boolean sampled;

    /** @param settle time without calls before a server is weighed */
    RoundRun(Round round, Duration settle, RunContext context, Startup startup) {
        this.round = round;
        this.settle = settle;
        this.context = context;
        this.startup = startup;
        this.fleet = startup.fleet(round.logFolder());
        this.later = new LaterWeighing(settle, context);
    }

    /** Starts its servers. @return whether any of them became ready */
    boolean start() {
        context.journal().begin(round.number(), round.names(), round.again().orElse(null));
        servers = startup.start(round, fleet);
        return !servers.isEmpty();
    }

    /** Settles and weighs everyone for the first time. */
    void weighIdle() {
        settle("weighing idle memory");
        if (!context.isStopped()) {
            context.scale().weighAll(servers, Moment.IDLE);
            console().done("Done");
        }
    }

    /** Samples everyone from here on. */
    void sample() {
        if (!sampled) {
            sampled = true;
            Map<String, ProcessTreeProbe> probes = new LinkedHashMap<>();
            servers.forEach((name, server) -> server.processes().ifPresent(processes -> probes.put(name, processes)));
            context.sampling().start(context.archive().folder().samples(), probes);
        }
    }

    /** From here on nobody calls this target any more in this round: it is weighed again when it has settled. */
    void loadEnded(String name) {
        if (isUp(name) && !name.equals(Target.SINK)) {
            later.loadEnded(server(name));
        }
    }

    /** This target was loaded beyond its capacity: if it has ended, that is no fault of what was measured before. */
    void overloaded(String name) {
        overloaded.add(name);
    }

    /** The weighings that come after the load of each. */
    LaterWeighing later() {
        return later;
    }

    /**
     * Settles, and weighs everyone again who is not weighed since its load. A script whose server has ended is left out. Whoever
     * is dead in a run that was stopped was ended by us.
     */
    void weighAgain() {
        Map<String, Server> weighed = new LinkedHashMap<>(servers);
        Set<String> silent = deserted(servers.keySet());
        settle("weighing again");
        if (context.isStopped()) {
            return;
        }
        Set<String> deserted = deserted(silent); // not who was only just starting again
        weighed.keySet().removeAll(deserted);
        weighed.keySet().removeAll(later.weighed());
        context.scale().weighAll(weighed, Moment.AFTER);
        console().done("Done");
        console().begin("Letting JVMs collect their garbage, then weighing what is settled");
        context.scale().weighHeaps(weighed.values(), Moment.SETTLED);
        if (context.isStopped()) {
            return;
        }
        context.scale().weighAll(weighed, Moment.SETTLED);
        console().done("Done");
        servers.forEach((name, server) -> {
            if (server.isAlive() && !deserted.contains(name)) {
                server.listener().ifPresent(listener -> journal().listener(name, listener));
                remarkProcessors(name, server);
            } else if (!context.isStopped() && !overloaded.contains(name)) {
                String ending = server.ending(context.archive().folder().logs());
                journal().outcome(name, Outcome.diedUnderLoad(ending));
            }
        });
    }

    /** A server that was started on processors of its own may choose those of the generator, and take time from it. */
    private void remarkProcessors(String name, Server server) {
        if (server.isOurs() && startup.cores() instanceof Cores.Listed cores) {
            server.processes()
                    .map(processes -> processes.processors().and(cores.generator()))
                    .filter(chosen -> chosen.count() > 0)
                    .ifPresent(chosen -> journal()
                            .remark(name + ": the server chose processors of the generator itself (" + chosen.text()
                                    + "), and may have taken time from it; fix: let it choose none"));
        }
    }

    private Set<String> deserted(Set<String> names) {
        return names.stream().filter(name -> servers.get(name).isDeserted()).collect(Collectors.toSet());
    }

    /** Ends all its servers. May be called again, from any thread. */
    void stop() {
        fleet.close();
    }

    /** Ends all its servers, and writes down what they did that a server should not. */
    void close() {
        context.sampling().stop();
        fleet.close();
        servers.forEach((name, server) -> journal()
                .misbehaviour(name, server.complaints(context.archive().folder().logs())));
    }

    private void settle(String why) {
        console().begin("Waiting " + settle.toMillis() / 1000.0 + " s, then " + why);
        context.sleep(settle);
    }

    Round round() {
        return round;
    }

    /** Its servers that became ready, by name. */
    Map<String, Server> servers() {
        return servers;
    }

    /** Whether this target, or the sink, can be called. */
    boolean isUp(String name) {
        Server server = server(name);
        return server != null && server.isAlive();
    }

    /** The server of this target or the sink; null where it did not start. */
    Server server(String name) {
        return name.equals(Target.SINK) ? startup.sink() : servers.get(name);
    }

    RunJournal journal() {
        return context.journal();
    }

    Archive archive() {
        return context.archive();
    }

    Console console() {
        return context.console();
    }

    Scale scale() {
        return context.scale();
    }

    /** Writes down what there is so far. */
    void save() {
        context.save();
    }
}
