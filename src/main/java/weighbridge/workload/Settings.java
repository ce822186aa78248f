package weighbridge.workload;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonValue;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import weighbridge.figure.Slo;
import weighbridge.figure.Slos;
import weighbridge.text.Limits;
import weighbridge.text.TypedPath;

/**
 * What a user can choose.
 *
 * @param targets names, groups or paths, in the order of the run; paths are absolute where the shell is elsewhere
 * @param workload how they are loaded
 * @param timeout from the start of a call, connecting included, to its complete answer
 * @param port the first target's port, the n-th gets {@code port + n}; 0 = free ports
 * @param settle the time without calls before a server is weighed idle, and after its load
 * @param strict whether a measurement that is not valid ends the run with an exit status of its own
 * @param rounds passes over all targets, each with fresh processes
 * @param seed of the order in each round; null where none is given
 * @param slo what is promised of the targets
 * @param results folder of the run folders; null where they were read back, as it shapes nothing of a run
 * @param allowRemote hosts beside this machine that a target's server may run on; likewise none
 * @param cores processors of servers and generator; of a run, those that they really had
 * @param boxes limits that each server is measured in; none where none are given
 */
public record Settings(
        List<String> targets,
        Workload workload,
        Duration timeout,
        int port,
        Duration settle,
        boolean strict,
        int rounds,
        Long seed,
        List<Slo> slo,
        Path results,
        List<String> allowRemote,
        Cores cores,
        List<Limits> boxes) {

    /** A seed is a number that people pass on: nine digits are enough of it. */
    public static final int MAX_SEED = 999_999_999;

    /** Copies the lists. */
    public Settings {
        targets = List.copyOf(targets);
        slo = List.copyOf(slo);
        allowRemote = List.copyOf(allowRemote);
        boxes = List.copyOf(boxes);
    }

    /**
     * The settings that {@code lookup} gives by name, {@code null} standing for "not given".
     *
     * @throws weighbridge.text.InputException naming every wrong value at once
     */
    public static Settings from(Workload.Kind kind, UnaryOperator<String> lookup) {
        SettingReader reader = new SettingReader(lookup);
        Workload workload = kind.read(reader);
        Settings settings = new Settings(
                // With -1 an empty name stays and is refused by the catalogue: "," would be a run without targets.
                Arrays.stream(reader.text(Setting.TARGETS).split(",", -1))
                        .map(String::strip)
                        .map(TypedPath::word)
                        .toList(),
                workload,
                reader.duration(Setting.TIMEOUT, Duration.ofMillis(1), Duration.ofMinutes(10)),
                reader.integer(Setting.PORT, 0, 65_535),
                reader.duration(Setting.SETTLE, Duration.ZERO, Duration.ofMinutes(10)),
                reader.bool(Setting.STRICT),
                workload.rounds(reader),
                reader.given(Setting.SEED).isEmpty() ? null : (long) reader.integer(Setting.SEED, 0, MAX_SEED),
                workload.slo(reader),
                reader.path(Setting.RESULTS),
                reader.hosts(Setting.ALLOW_REMOTE),
                reader.cores(kind),
                reader.boxes());
        reader.bool(Setting.DETAILS);
        reader.finish();
        return settings;
    }

    /**
     * Whether the console shows every table. It shapes nothing of a run, so that no run records it.
     *
     * @throws weighbridge.text.InputException where it is neither true nor false
     */
    public static boolean isDetailed(UnaryOperator<String> lookup) {
        SettingReader reader = new SettingReader(lookup);
        boolean detailed = reader.bool(Setting.DETAILS);
        reader.finish();
        return detailed;
    }

    /** What must be the same where runs are compared: by name. */
    public Map<String, String> conditions() {
        Map<String, String> conditions = new LinkedHashMap<>(workload.settings());
        if (workload instanceof CapacitySearch) {
            conditions.put("slo", String.join(", ", sloText()));
        }
        conditions.put("timeout", timeoutMillis() + " ms");
        conditions.put("settle", settleMillis() + " ms");
        conditions.put("cores", cores.text());
        conditions.put("cpus", orNone(cpusText()));
        conditions.put("memory", orNone(memoryText()));
        return conditions;
    }

    private static String orNone(String text) {
        return text.isEmpty() ? "none" : text;
    }

    /** The limits of CPU time as they are given; empty where there are none. */
    public String cpusText() {
        return boxes(Limits::cpus, Limits::text);
    }

    /** The limits of memory, likewise. */
    public String memoryText() {
        return boxes(Limits::memoryBytes, Limits::text);
    }

    private <T> String boxes(Function<Limits, T> limit, Function<T, String> text) {
        return boxes.stream()
                .map(limit)
                .filter(Objects::nonNull)
                .distinct()
                .map(text)
                .collect(Collectors.joining(","));
    }

    /** Of a call, ms. */
    public long timeoutMillis() {
        return timeout.toMillis();
    }

    /** Before each weighing, ms. */
    public long settleMillis() {
        return settle.toMillis();
    }

    /** What is promised, as text. */
    public List<String> sloText() {
        return slo.stream().map(Slo::text).toList();
    }

    /** As they stand in {@code run.json}: the keys of the workload among the others, durations in ms, promises as text. */
    record Written(
            List<String> targets,
            int calls,
            long timeoutMillis,
            int port,
            long settleMillis,
            int warmup,
            boolean strict,
            int rounds,
            Long seed,
            List<String> slo,
            @JsonInclude(JsonInclude.Include.NON_NULL) WorkloadJson.Load load,
            @JsonInclude(JsonInclude.Include.NON_NULL) String cores,
            @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Limits> boxes) {}

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    static Settings read(Written json) {
        return new Settings(
                json.targets,
                new WorkloadJson(json.calls, json.warmup, json.load).workload(),
                Duration.ofMillis(json.timeoutMillis),
                json.port,
                Duration.ofMillis(json.settleMillis),
                json.strict,
                json.rounds,
                json.seed,
                Slos.of(json.slo),
                null,
                List.of(),
                Optional.ofNullable(json.cores).flatMap(Cores::parse).orElseGet(Cores.Shared::new),
                json.boxes == null ? List.of() : json.boxes);
    }

    @JsonValue
    Written written() {
        WorkloadJson of = workload.json();
        return new Written(
                targets,
                of.calls(),
                timeoutMillis(),
                port,
                settleMillis(),
                of.warmup(),
                strict,
                rounds,
                seed,
                sloText(),
                of.load(),
                cores instanceof Cores.Shared ? null : cores.text(),
                boxes);
    }

    /** The same with this seed, where there are rounds to be shuffled and none was given. */
    public Settings withSeed(long other) {
        return rounds == 1 || seed != null
                ? this
                : new Settings(
                        targets,
                        workload,
                        timeout,
                        port,
                        settle,
                        strict,
                        rounds,
                        other,
                        slo,
                        results,
                        allowRemote,
                        cores,
                        boxes);
    }

    /** The same with these processors. */
    public Settings with(Cores other) {
        return new Settings(
                targets,
                workload,
                timeout,
                port,
                settle,
                strict,
                rounds,
                seed,
                slo,
                results,
                allowRemote,
                other,
                boxes);
    }
}
