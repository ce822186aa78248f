package weighbridge.workload;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import weighbridge.figure.Promise;

/**
 * What a user can choose.
 *
 * @param targets names, groups or paths, in the order of the run
 * @param calls calls of one burst, all started at once, each on a connection of its own; 0 in a run without bursts
 * @param timeout from the start of a call, connecting included, to its complete answer
 * @param port the first target's port, the n-th gets {@code port + n}; 0 = free ports
 * @param settle the quiet time before each weighing
 * @param warmup the most unlogged bursts at each target before its measured one; 0 = cold
 * @param strict whether a measurement that is not valid ends the run with an exit status of its own
 * @param rounds passes over all targets, each with fresh processes
 * @param seed of the order in each round; null where none is given
 * @param slo what is promised of the targets
 * @param results folder of the run folders
 * @param allowRemote hosts beside this machine that a target's server may run on
 * @param load of a load that goes on for a time; null of bursts
 */
public record Settings(
        List<String> targets,
        int calls,
        Duration timeout,
        int port,
        Duration settle,
        int warmup,
        boolean strict,
        int rounds,
        Long seed,
        List<Promise> slo,
        Path results,
        List<String> allowRemote,
        LoadSettings load) {

    /** A seed is a number that people pass on: nine digits are enough of it. */
    public static final int MAX_SEED = 999_999_999;

    /** What a server has to keep where its capacity is looked for and nothing else is promised. */
    private static final String DEFAULT_SLO = "p99<50ms,errors<0.1%";

    private static final int MOST_ROUNDS = 1_000;
    private static final String DEFAULT_TARGETS = "jdk-httpserver,spark,dropwizard,jetty,netty";

    /** Copies the lists. */
    public Settings {
        targets = List.copyOf(targets);
        slo = List.copyOf(slo);
        allowRemote = List.copyOf(allowRemote);
    }

    /** Those of a run of bursts. */
    public static Settings from(UnaryOperator<String> lookup) {
        return from(Workload.BURST, lookup);
    }

    /**
     * The settings that {@code lookup} gives by name, {@code null} standing for "not given".
     *
     * @throws weighbridge.text.InputException naming every wrong value at once
     */
    public static Settings from(Workload workload, UnaryOperator<String> lookup) {
        SettingReader reader = new SettingReader(lookup);
        boolean bursts = workload == Workload.BURST;
        if (bursts) {
            LoadSettings.refuse(reader);
        } else {
            reader.refuse("calls", "is of bursts", "choose the length of the load with -Dduration=30s");
            reader.refuse("warmup", "is of bursts", "leave it out: each server is warmed until it is steady");
        }
        if (workload == Workload.CAPACITY) {
            reader.refuse(
                    "rounds", "is of other simulations", "leave it out: each rate is confirmed in three processes");
        }
        Settings settings = new Settings(
                // With -1 an empty name stays and is refused by the catalogue: "," would be a run without targets.
                Arrays.stream(reader.text("targets", DEFAULT_TARGETS).split(",", -1))
                        .map(String::strip)
                        .toList(),
                bursts ? reader.integer("calls", 800, 1, 1_000_000) : 0,
                reader.duration("timeout", Duration.ofSeconds(1), Duration.ofMillis(1), Duration.ofMinutes(10)),
                reader.integer("port", 8000, 0, 65_535),
                reader.duration("settle", Duration.ofSeconds(2), Duration.ZERO, Duration.ofMinutes(10)),
                bursts ? reader.integer("warmup", 25, 0, 1_000) : 0,
                reader.bool("strict", false),
                workload == Workload.CAPACITY ? 1 : reader.integer("rounds", 1, 1, MOST_ROUNDS),
                reader.given("seed").isEmpty() ? null : (long) reader.integer("seed", 1, 0, MAX_SEED),
                workload == Workload.CAPACITY ? reader.loadPromises("slo", DEFAULT_SLO) : reader.promises("slo", null),
                reader.path("results", "results"),
                reader.hosts("allowRemote"),
                switch (workload) {
                    case BURST -> null;
                    case STEADY -> LoadSettings.steady(reader);
                    case CAPACITY -> LoadSettings.capacity(reader);
                });
        if (settings.load() != null && settings.load().concurrency() != null) {
            settings.slo().stream()
                    .filter(promise -> promise.figure().isLatency())
                    .forEach(promise -> reader.fault(
                            "slo",
                            '"' + promise.condition() + "\" of a closed load",
                            "latencies of an open load: users who wait for each answer call less where a server is slow",
                            "give -Drate in place of -Dconcurrency, or leave the promise out"));
        }
        reader.finish();
        return settings;
    }

    /** The same with this seed, where there are rounds to be shuffled and none was given. */
    public Settings withSeed(long other) {
        return rounds == 1 || seed != null
                ? this
                : new Settings(
                        targets,
                        calls,
                        timeout,
                        port,
                        settle,
                        warmup,
                        strict,
                        rounds,
                        other,
                        slo,
                        results,
                        allowRemote,
                        load);
    }
}
