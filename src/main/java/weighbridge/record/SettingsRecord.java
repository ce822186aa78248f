package weighbridge.record;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import weighbridge.figure.Promise;
import weighbridge.workload.Settings;
import weighbridge.workload.Workload;

/**
 * The settings of a run as they are written: durations in ms.
 *
 * @param targets as they were given
 * @param calls per target; 0 in a run without bursts
 * @param timeoutMillis of a call
 * @param port of the first target; 0 = free ports
 * @param settleMillis before each weighing
 * @param warmup the most unlogged bursts at each target
 * @param strict whether a measurement that is not valid has an exit status of its own
 * @param rounds passes over all targets, each with fresh processes
 * @param seed of the order in each round; null in a run of one round, which keeps the order that was given
 * @param slo what was promised, each as {@link Promise#text} has it
 * @param load of a load that goes on for a time; null of bursts, whose JSON has no such key
 */
public record SettingsRecord(
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
        @JsonInclude(JsonInclude.Include.NON_NULL) LoadRecord load) {

    /** Copies the lists. */
    public SettingsRecord {
        targets = List.copyOf(targets);
        slo = List.copyOf(slo);
    }

    /** Of these settings. */
    public static SettingsRecord of(Settings settings) {
        return new SettingsRecord(
                settings.targets(),
                settings.calls(),
                settings.timeout().toMillis(),
                settings.port(),
                settings.settle().toMillis(),
                settings.warmup(),
                settings.strict(),
                settings.rounds(),
                settings.seed(),
                settings.slo().stream().map(Promise::text).toList(),
                settings.load() == null ? null : LoadRecord.of(settings.load()));
    }

    /** How servers are hammered with these. */
    public Workload workload() {
        if (load == null) {
            return Workload.BURST;
        }
        return load.limitMillis() == null ? Workload.STEADY : Workload.CAPACITY;
    }

    /** Of a run of bursts. */
    public SettingsRecord(
            List<String> targets,
            int calls,
            long timeoutMillis,
            int port,
            long settleMillis,
            int warmup,
            boolean strict,
            int rounds,
            Long seed,
            List<String> slo) {
        this(targets, calls, timeoutMillis, port, settleMillis, warmup, strict, rounds, seed, slo, null);
    }
}
