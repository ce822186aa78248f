package weighbridge.analysis;

import java.util.List;
import java.util.Optional;
import weighbridge.analysis.Report.Warmup;
import weighbridge.analysis.TargetReport.Identity;
import weighbridge.capacity.LoadAnalysis;
import weighbridge.capacity.LoadReport;
import weighbridge.record.Host;
import weighbridge.record.Outcome;
import weighbridge.record.ProbeRecord;
import weighbridge.record.Recording;
import weighbridge.record.RequestRecord;
import weighbridge.record.RoundRecording;
import weighbridge.record.RunRecord;
import weighbridge.record.Samples;
import weighbridge.record.TargetRecord;
import weighbridge.record.Window;
import weighbridge.workload.BurstLoad;
import weighbridge.workload.BurstProfile;
import weighbridge.workload.Phase;

/** From a recording to what it says of one target. */
final class TargetAnalysis {
    private final RunRecord run;
    private final RoundRecording round;
    private final TargetRecord target;
    private final Recording recording;
    private final List<Phase> phases;
    private final Floor floor;
    private final MeasuredCalls calls;

    TargetAnalysis(Recording recording, RoundRecording round, TargetRecord target) {
        this.recording = recording;
        this.run = recording.run();
        this.round = round;
        this.target = target;
        this.phases = round.round().phases().stream()
                .filter(phase -> phase.target().equals(target.name()))
                .toList();
        this.floor = Floor.of(phases, run.settings().workload());
        this.calls = measured();
    }

    TargetReport report() {
        BurstReport burst = calls.report();
        Window seen = round.window(target.name()).orElse(null);
        WindowReport window = seen == null ? WindowReport.NONE : analysis(seen).report();
        Explanation explanation = calls.size() == 0 || seen == null ? null : explanation(window);
        MemoryReport memory = new MemoryAnalysis(round, target.name()).ofTarget();
        LoadReport load = load();
        FigureAnalysis figures = new FigureAnalysis(
                burst,
                memory,
                window,
                load,
                target.startupMillis(),
                new Usage(round, target.name(), target.pid() == null ? new Samples() : recording.samples()));
        return new TargetReport(
                identity(Misbehaviour.of(
                        target,
                        calls,
                        seen,
                        explanation,
                        BoxAnalysis.of(round, target.name()),
                        run.settings().timeoutMillis())),
                burst,
                floor,
                calls.size() == 0 || floor == null || calls.failed() > 0 ? null : floor.covers(burst.secondsPerCall()),
                cold(),
                warmup(),
                explanation,
                memory,
                window,
                target.startupMillis(),
                round.round().number(),
                figures.figures(target.outcome().is() == Outcome.Kind.MEASURED),
                load,
                null);
    }

    private Identity identity(List<Misbehaviour> misbehaviour) {
        return new Identity(
                target.name(),
                target.version(),
                target.outcome().is(),
                target.outcome().reason(),
                misbehaviour,
                !target.command().isEmpty(),
                target.pid(),
                target.requests().get(0).url(),
                target.requests(),
                target.callsPerUser(),
                target.keepAlive(),
                target.cores());
    }

    private BurstReport cold() {
        CallStatistics cold = new CallStatistics(JudgedCalls.cold(run, round, target));
        return cold.size() == 0 ? null : cold.report();
    }

    /** Of a load over time by its counts, where it has such. A load that the end of the run cut off tells of that end. */
    private MeasuredCalls measured() {
        boolean reached = target.outcome().is() != Outcome.Kind.NOT_REACHED;
        return probe().filter(probe -> reached && probe.calls() != null)
                .map(probe -> (MeasuredCalls) new CountedCalls(
                        probe,
                        recording.latencies().of(probe.number()),
                        target.requests().stream()
                                .map(RequestRecord::expectedStatus)
                                .toList()))
                .orElseGet(() -> new CallStatistics(JudgedCalls.measured(run, round, target)));
    }

    private LoadReport load() {
        return probe().map(probe -> LoadAnalysis.of(probe, recording.latencies().of(probe.number())))
                .orElse(null);
    }

    /** The load over time that its figures are of. */
    private Optional<ProbeRecord> probe() {
        return round.round()
                .measuredLoads()
                .filter(probe -> probe.target().equals(target.name()))
                .findFirst();
    }

    private WindowAnalysis analysis(Window window) {
        Host host = run.environment();
        Double resolutionSeconds = host.cpuResolutionNanos() == null ? null : host.cpuResolutionNanos() / 1e9;
        return new WindowAnalysis(window, calls.answered(), host.logicalCores(), resolutionSeconds);
    }

    private Explanation explanation(WindowReport window) {
        long timeoutMillis = run.settings().timeoutMillis();
        boolean well = GeneratorCheck.faults(window.generator()).isEmpty()
                && (!(run.settings().workload() instanceof BurstLoad)
                        || !GeneratorCheck.startedLate(calls.startSpreadMillis(), timeoutMillis))
                && (floor == null || floor.successRatio() == 1);
        Optional<ShortQueue> queue = ShortQueue.of(run, target, window.sockets());
        return new Attribution(target.name(), calls, window, well, queue).find().orElse(null);
    }

    private Warmup warmup() {
        return run.settings().workload() instanceof BurstLoad load && load.warmup() > 0
                ? Warmup.of(BurstProfile.ofTarget(load.warmup(), load.calls()).repeatedOf(phases))
                : new Warmup(0, null, null, null);
    }
}
