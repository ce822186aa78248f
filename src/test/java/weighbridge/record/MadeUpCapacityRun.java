package weighbridge.record;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import weighbridge.figure.Slos;
import weighbridge.record.Reading.Counts;
import weighbridge.record.Weighing.Moment;
import weighbridge.text.Limits;
import weighbridge.workload.CapacitySearch;
import weighbridge.workload.Cores;
import weighbridge.workload.Settings;

/** A run that looked for the capacity of the target {@code a}. */
public final class MadeUpCapacityRun {
    private static final long MIB = 1 << 20;

    private final List<RoundRecord> rounds = new ArrayList<>();
    private final Map<Integer, Supplier<List<Latencies.Slice>>> latencies = new HashMap<>();
    private List<String> slo = List.of("p99 < 50 ms", "errors < 0.1%");
    private double seconds = 30;
    private boolean started = true;
    private Limits limits;

    public MadeUpCapacityRun slo(String... promises) {
        slo = List.of(promises);
        return this;
    }

    /** For how long each rate is to be confirmed. */
    public MadeUpCapacityRun seconds(double confirming) {
        seconds = confirming;
        return this;
    }

    /** Of a server that ran already. */
    public MadeUpCapacityRun running() {
        started = false;
        return this;
    }

    /** In this box from here on. */
    public MadeUpCapacityRun in(Limits box) {
        limits = box;
        return this;
    }

    /** Fresh processes and their probes: the n-th take n times 10 MiB before any load, and start in n times 100 ms. */
    public MadeUpCapacityRun round(MadeUpProbe... probes) {
        int number = rounds.size() + 1;
        List<ProbeRecord> records = new ArrayList<>();
        for (MadeUpProbe probe : probes) {
            records.add(probe.record());
            latencies.put(probe.record().number(), probe::slices);
        }
        rounds.add(new RoundRecord(
                number,
                List.of("a"),
                null,
                List.of(target(number)),
                List.of(),
                started
                        ? List.of(weighing(Moment.IDLE, 10L * number), weighing(Moment.SETTLED, 20L * number))
                        : List.of(),
                List.of(),
                List.of(),
                records));
        return this;
    }

    private TargetRecord target(int number) {
        return new TargetRecord(
                        "a",
                        "1.0",
                        started ? List.of("./a") : List.of(),
                        Map.of(),
                        List.of(new RequestRecord("GET", "http://127.0.0.1:8000/", 200)),
                        1,
                        true,
                        started ? 100L + number : null,
                        started ? 100L * number : null,
                        Outcome.MEASURED,
                        List.of())
                .in(limits, null);
    }

    private static Weighing weighing(Moment moment, long mebibytes) {
        Reading reading = new Reading(mebibytes * MIB, 2048 * MIB, null, null, 1, 1, 0, Counts.UNKNOWN);
        return new Weighing("a", moment, MadeUpSlice.START, reading);
    }

    public Recording recording() {
        RunRecord sample = SampleRun.record();
        Settings settings = new Settings(
                List.of("a"),
                new CapacitySearch(Duration.ofMillis(Math.round(seconds * 1000)), true, 500, Duration.ofMinutes(10)),
                Duration.ofSeconds(1),
                8000,
                Duration.ofSeconds(2),
                false,
                1,
                null,
                Slos.of(slo),
                null,
                List.of(),
                new Cores.Shared(),
                List.of());
        RunRecord run = new RunRecord(
                RunRecord.SCHEMA,
                "capacitysimulation-20261123101531000",
                "weighbridge.simulation.CapacitySimulation",
                sample.startedAt(),
                true,
                settings,
                sample.environment(),
                sample.main(),
                rounds,
                List.of());
        return new Recording(
                run,
                MadeUpSlice.START,
                rounds.stream()
                        .map(round -> new RoundRecording(round, Map.of("a", new Calls()), Map.of("a", new Calls())))
                        .toList(),
                List.of(),
                new Latencies(latencies),
                new Samples());
    }
}
