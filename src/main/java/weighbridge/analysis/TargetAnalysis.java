package weighbridge.analysis;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import weighbridge.analysis.BurstReport.LatencyMillis;
import weighbridge.analysis.Report.Warmup;
import weighbridge.capacity.LoadAnalysis;
import weighbridge.capacity.LoadReport;
import weighbridge.record.Host;
import weighbridge.record.Latencies;
import weighbridge.record.Outcome;
import weighbridge.record.RoundRecording;
import weighbridge.record.RunRecord;
import weighbridge.record.TargetRecord;
import weighbridge.record.Window;
import weighbridge.workload.Course;
import weighbridge.workload.Phase;
import weighbridge.workload.Purpose;

/** From a recording to what it says of one target. */
final class TargetAnalysis {
    private final RunRecord run;
    private final RoundRecording round;
    private final TargetRecord target;
    private final Latencies latencies;
    private final List<Phase> phases;
    private final Floor floor;
    private final CallStatistics calls;

    TargetAnalysis(RunRecord run, RoundRecording round, TargetRecord target, Latencies latencies) {
        this.run = run;
        this.latencies = latencies;
        this.round = round;
        this.target = target;
        this.phases = round.round().phases().stream()
                .filter(phase -> phase.target().equals(target.name()))
                .toList();
        this.floor = Floor.of(phases, run.settings().calls());
        this.calls = new CallStatistics(JudgedCalls.measured(run, round, target));
    }

    TargetReport report() {
        BurstReport burst = calls.report();
        WindowAnalysis window = round.window(target.name()).map(this::analysis).orElse(null);
        CpuReport cpu = window == null ? null : window.target();
        GeneratorReport generator = window == null ? null : window.generator();
        SocketReport sockets = window == null ? null : window.sockets();
        Explanation explanation =
                burst == null || sockets == null || generator == null ? null : explanation(sockets, generator);
        return new TargetReport(
                target.name(),
                target.version(),
                label(target.outcome()),
                reason(target.outcome()),
                Misbehaviour.of(target, calls, round.window(target.name()).orElse(null), explanation),
                !target.command().isEmpty(),
                target.pid(),
                target.requests().get(0).url(),
                target.requests(),
                target.callsPerUser(),
                target.keepAlive(),
                calls.size(),
                burst == null ? Map.of() : burst.counter(),
                burst == null ? List.of() : burst.failures(),
                burst == null ? null : burst.successRatio(),
                burst == null ? null : burst.windowSeconds(),
                burst == null ? null : burst.secondsPerCall(),
                burst == null ? null : burst.peakInFlight(),
                burst == null ? null : burst.startSpreadMillis(),
                burst == null ? new LatencyMillis(null, null) : burst.latencyMillis(),
                floor,
                burst == null || floor == null || calls.failed() > 0 ? null : floor.covers(burst.secondsPerCall()),
                new CallStatistics(JudgedCalls.cold(run, round, target)).report(),
                warmup(),
                explanation,
                MemoryAnalysis.ofTarget(round, target.name()),
                cpu == null ? null : cpu.secondsPer1000Calls(),
                cpu,
                generator,
                window == null ? null : window.othersShare(),
                sockets,
                target.startupMillis(),
                round.round().number(),
                Map.of(),
                load(),
                null);
    }

    private LoadReport load() {
        return Stream.of(Purpose.STEADY, Purpose.CONFIRM)
                .flatMap(purpose -> round.round().lastProbes(purpose).stream())
                .filter(probe -> probe.target().equals(target.name()))
                .findFirst()
                .map(probe -> LoadAnalysis.of(probe, latencies.of(probe.number())))
                .orElse(null);
    }

    private WindowAnalysis analysis(Window window) {
        Host host = run.environment();
        Double resolutionSeconds = host.cpuResolutionNanos() == null ? null : host.cpuResolutionNanos() / 1e9;
        return new WindowAnalysis(window, calls.answered(), host.logicalCores(), resolutionSeconds);
    }

    private Explanation explanation(SocketReport sockets, GeneratorReport generator) {
        long timeoutMillis = run.settings().timeoutMillis();
        boolean well = GeneratorCheck.faults(generator).isEmpty()
                && (run.settings().load() != null
                        || !GeneratorCheck.startedLate(calls.startSpreadMillis(), timeoutMillis))
                && (floor == null || floor.successRatio() == 1);
        return new Attribution(target.name(), calls, sockets, well).find().orElse(null);
    }

    private Warmup warmup() {
        int most = run.settings().warmup();
        return most == 0 ? new Warmup(0, null) : Warmup.of(Course.ofTarget(most).repeatedOf(phases));
    }

    private static String label(Outcome outcome) {
        if (outcome instanceof Outcome.Measured) {
            return "measured";
        }
        if (outcome instanceof Outcome.FailedToStart) {
            return "failed-to-start";
        }
        return outcome instanceof Outcome.DiedUnderLoad ? "died-under-load" : "not-reached";
    }

    private static String reason(Outcome outcome) {
        if (outcome instanceof Outcome.FailedToStart failed) {
            return failed.reason();
        }
        return outcome instanceof Outcome.DiedUnderLoad died ? died.reason() : null;
    }
}
