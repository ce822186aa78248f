package weighbridge.record;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import weighbridge.figure.Promise;
import weighbridge.workload.CapacitySearch;
import weighbridge.workload.Settings;
import weighbridge.workload.Workload;
import weighbridge.workload.WorkloadJson;

/**
 * The settings of a run as they are kept: durations in ms.
 *
 * @param targets as they were given
 * @param workload how they were loaded
 * @param timeoutMillis of a call
 * @param port of the first target; 0 = free ports
 * @param settleMillis before each weighing
 * @param strict whether a measurement that is not valid has an exit status of its own
 * @param rounds passes over all targets, each with fresh processes
 * @param seed of the order in each round; null in a run of one round, which keeps the order that was given
 * @param slo what was promised, each as {@link Promise#text} has it
 */
public record SettingsRecord(
        List<String> targets,
        Workload workload,
        long timeoutMillis,
        int port,
        long settleMillis,
        boolean strict,
        int rounds,
        Long seed,
        List<String> slo) {

    /** Copies the lists. */
    public SettingsRecord {
        targets = List.copyOf(targets);
        slo = List.copyOf(slo);
    }

    /** Of these settings. */
    public static SettingsRecord of(Settings settings) {
        return new SettingsRecord(
                settings.targets(),
                settings.workload(),
                settings.timeout().toMillis(),
                settings.port(),
                settings.settle().toMillis(),
                settings.strict(),
                settings.rounds(),
                settings.seed(),
                settings.slo().stream().map(Promise::text).toList());
    }

    /** What must be the same where runs are compared: by name. */
    public Map<String, String> conditions() {
        Map<String, String> conditions = new LinkedHashMap<>(workload.settings());
        if (workload instanceof CapacitySearch) {
            conditions.put("slo", String.join(", ", slo));
        }
        conditions.put("timeout", timeoutMillis + " ms");
        conditions.put("settle", settleMillis + " ms");
        return conditions;
    }

    /** As they stand in {@code run.json}, where the keys of the workload are among the others. */
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
            @JsonInclude(JsonInclude.Include.NON_NULL) WorkloadJson.Load load) {}

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    static SettingsRecord read(Written json) {
        return new SettingsRecord(
                json.targets,
                new WorkloadJson(json.calls, json.warmup, json.load).workload(),
                json.timeoutMillis,
                json.port,
                json.settleMillis,
                json.strict,
                json.rounds,
                json.seed,
                json.slo);
    }

    @JsonValue
    Written written() {
        WorkloadJson of = workload.json();
        return new Written(
                targets,
                of.calls(),
                timeoutMillis,
                port,
                settleMillis,
                of.warmup(),
                strict,
                rounds,
                seed,
                slo,
                of.load());
    }
}
