package weighbridge.render;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import weighbridge.analysis.Analysis;
import weighbridge.analysis.Report;
import weighbridge.analysis.TargetReport;
import weighbridge.analysis.TraceAnalysis;
import weighbridge.capacity.CapacityReport;
import weighbridge.capacity.LoadReport;
import weighbridge.record.Calls;
import weighbridge.record.Latencies;
import weighbridge.record.MadeUpSample;
import weighbridge.record.Outcome;
import weighbridge.record.ProbeRecord;
import weighbridge.record.Reading;
import weighbridge.record.Reading.Counts;
import weighbridge.record.Recording;
import weighbridge.record.RequestRecord;
import weighbridge.record.RoundRecord;
import weighbridge.record.RoundRecording;
import weighbridge.record.RunRecord;
import weighbridge.record.SampleRun;
import weighbridge.record.Samples;
import weighbridge.record.TargetRecord;
import weighbridge.record.Weighing;
import weighbridge.record.Weighing.Moment;
import weighbridge.workload.CapacitySearch;
import weighbridge.workload.Cores;
import weighbridge.workload.OpenLoad;
import weighbridge.workload.Purpose;
import weighbridge.workload.Settings;
import weighbridge.workload.TimedLoad;

/**
 * A run of loads that go on for a time, made up: what its figures would be is told, and not computed; when its loads were and
 * what was weighed comes from a recording.
 */
final class PageMadeUpLoadRun {
    private static final long MIB = 1024 * 1024;
    private static final int GAP_MILLIS = 1_000;
    private static final int SAMPLE_MILLIS = 100;
    private static final long GENERATOR_RSS_BYTES = 900 * MIB;

    private final TimedLoad load;
    private final Map<String, LoadReport> loads = new LinkedHashMap<>();
    private final Map<String, CapacityReport> capacities = new LinkedHashMap<>();
    private final Map<String, Calls> calls = new LinkedHashMap<>();
    private final List<ProbeRecord> probes = new ArrayList<>();
    private final List<Weighing> weighings = new ArrayList<>();
    private final List<TargetRecord> targets = new ArrayList<>();
    private final Samples samples = new Samples();
    private int now = 2_000;

    private PageMadeUpLoadRun(TimedLoad load) {
        this.load = load;
    }

    /** One whose targets carry what they say. @param capacities by target, null of one that did not start */
    static PageCase capacity(String name, Map<String, CapacityReport> capacities) {
        PageMadeUpLoadRun run = new PageMadeUpLoadRun(
                new CapacitySearch(Duration.ofSeconds(30), true, MadeUpProbes.POOL, Duration.ofMinutes(10)));
        capacities.forEach((target, capacity) -> {
            run.capacities.put(target, capacity);
            run.calls.put(target, new Calls());
            run.add(target, capacity != null);
            if (capacity != null) {
                capacity.probes()
                        .forEach(probe -> run.load(
                                target,
                                probe.number(),
                                probe.purpose() == Purpose.WARM_UP ? Purpose.WARM_UP : Purpose.BRACKET,
                                probe.load()));
                run.settle(target);
            }
        });
        return run.as(name);
    }

    /** One of a steady load each, of which ten seconds of calls are logged. */
    static PageCase steady(String name, Map<String, LoadReport> loads) {
        PageMadeUpLoadRun run =
                new PageMadeUpLoadRun(new OpenLoad(500, Duration.ofSeconds(10), true, MadeUpProbes.POOL));
        loads.forEach((target, report) -> {
            run.loads.put(target, report);
            run.add(target, true);
            run.load(target, 1, Purpose.WARM_UP, report);
            Calls logged = new Calls();
            for (int call = 0; call < report.calls(); call++) {
                int start = run.now + (int) (call * 1000 * report.seconds() / report.calls());
                logged.add(0, start, start + 1 + call % 17, call < report.succeeded(), "Request timeout after 1000 ms");
            }
            run.calls.put(target, logged);
            run.load(target, 2, Purpose.STEADY, report);
            run.settle(target);
        });
        return run.as(name);
    }

    private void add(String name, boolean started) {
        targets.add(new TargetRecord(
                name,
                "1.0",
                List.of("./" + name),
                Map.of(),
                List.of(new RequestRecord("GET", "http://127.0.0.1:8000/", 200)),
                1,
                true,
                started ? 100L + targets.size() : null,
                started ? 300L : null,
                started ? Outcome.MEASURED : Outcome.failedToStart("exited with 1"),
                List.of()));
        if (started) {
            weigh(name, Moment.IDLE, 50);
        }
    }

    private void load(String name, int number, Purpose purpose, LoadReport report) {
        int millis = (int) (1000 * report.seconds());
        probes.add(new ProbeRecord(
                number,
                name,
                purpose,
                report.offeredCallsPerSecond(),
                report.concurrency(),
                true,
                report.pool(),
                at(now),
                millis,
                millis,
                millis,
                report.calls(),
                report.calls(),
                report.succeeded(),
                report.poolDryCalls(),
                null,
                null,
                null));
        for (int sample = 0; sample < millis; sample += SAMPLE_MILLIS) {
            long rssBytes = Math.round((60 + 10 * Math.sin(sample / 900.0)) * MIB);
            // No two stretches of time take the same, as in a real run.
            double cpuSeconds = (now + sample + 20 * Math.sin(sample)) / 3000.0;
            samples.add(MadeUpSample.of(name, at(now + sample), rssBytes, cpuSeconds));
            samples.add(MadeUpSample.of(Weighing.MAIN, at(now + sample), GENERATOR_RSS_BYTES + sample, cpuSeconds));
        }
        now += millis + GAP_MILLIS;
    }

    private void settle(String name) {
        weigh(name, Moment.AFTER, 75);
        weigh(name, Moment.SETTLED, 60);
    }

    private void weigh(String name, Moment moment, int rssMiB) {
        weighings.add(new Weighing(
                name,
                moment,
                at(now),
                new Reading(rssMiB * MIB, 2048 * MIB, null, null, now / 3000.0, 1, 0, Counts.UNKNOWN)));
        now += GAP_MILLIS;
    }

    private static long at(int millis) {
        return MadeUpRound.LOG_STARTED_AT + millis;
    }

    private PageCase as(String name) {
        Report report = said(Analysis.of(recording(List.of(), null)));
        return new PageCase(name, report, TraceAnalysis.of(report, recording(probes, load)));
    }

    private Recording recording(List<ProbeRecord> ofRound, TimedLoad settings) {
        List<String> names = List.copyOf(calls.keySet());
        RoundRecord round =
                new RoundRecord(1, names, null, targets, List.of(), weighings, List.of(), List.of(), ofRound);
        RunRecord like = SampleRun.record();
        RunRecord run = new RunRecord(
                like.schema(),
                "loadsimulation-20261123101531000",
                like.simulation(),
                like.startedAt(),
                true,
                new Settings(
                        names,
                        settings,
                        Duration.ofSeconds(1),
                        8000,
                        Duration.ofSeconds(2),
                        false,
                        1,
                        null,
                        List.of(),
                        null,
                        List.of(),
                        new Cores.Shared(),
                        List.of()),
                like.environment(),
                like.main(),
                List.of(round),
                List.of());
        Map<String, Calls> cold = new LinkedHashMap<>();
        names.forEach(target -> cold.put(target, new Calls()));
        return new Recording(
                run,
                MadeUpRound.LOG_STARTED_AT,
                List.of(new RoundRecording(round, calls, cold)),
                List.of(),
                Latencies.NONE,
                samples);
    }

    /** The same with what is told of loads. */
    private Report said(Report plain) {
        return new Report(
                plain.schema(),
                new Report.Run(
                        plain.run().id(),
                        plain.run().simulation(),
                        plain.run().startedAt(),
                        plain.run().complete(),
                        recording(List.of(), load).run().settings(),
                        plain.run().environment()),
                plain.generatorWarmup(),
                plain.floor(),
                plain.rounds(),
                plain.targets().stream().map(this::said).toList(),
                plain.ranking(),
                plain.promises(),
                plain.main(),
                plain.verdict());
    }

    private TargetReport said(TargetReport plain) {
        return new TargetReport(
                plain.identity(),
                plain.burst(),
                plain.floor(),
                plain.atFloor(),
                plain.cold(),
                plain.warmup(),
                plain.explanation(),
                plain.memory(),
                plain.window(),
                plain.startupMillis(),
                plain.round(),
                plain.figures(),
                loads.get(plain.name()),
                capacities.get(plain.name()));
    }
}
