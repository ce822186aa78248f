package weighbridge.analysis;

import java.util.List;
import java.util.Map;
import weighbridge.analysis.BurstReport.LatencyMillis;
import weighbridge.analysis.TargetReport.Warmup;
import weighbridge.load.Course;
import weighbridge.load.Phase;
import weighbridge.load.Steadiness;
import weighbridge.recording.Calls;
import weighbridge.recording.Outcome;
import weighbridge.recording.Recording;
import weighbridge.recording.SettingsRecord;
import weighbridge.recording.TargetRecord;
import weighbridge.recording.Window;
import weighbridge.sample.Host;

/** From a recording to what it says of one target. */
final class TargetAnalysis {
    private final Recording recording;
    private final Floor floor;
    private final TargetRecord target;
    private final CallStatistics calls;

    TargetAnalysis(Recording recording, Floor floor, TargetRecord target) {
        this.recording = recording;
        this.floor = floor;
        this.target = target;
        this.calls = statistics(recording.calls());
    }

    TargetReport report() {
        BurstReport burst = calls.report();
        WindowAnalysis window =
                recording.window(target.name()).map(this::analysis).orElse(null);
        CpuReport cpu = window == null ? null : window.target();
        GeneratorReport generator = window == null ? null : window.generator();
        SocketReport sockets = window == null ? null : window.sockets();
        return new TargetReport(
                target.name(),
                target.version(),
                label(target.outcome()),
                reason(target.outcome()),
                target.pid(),
                target.url(),
                calls.size(),
                burst == null ? Map.of() : burst.counter(),
                burst == null ? List.of() : burst.failures(),
                burst == null ? null : burst.successRatio(),
                burst == null ? null : burst.windowSeconds(),
                burst == null ? null : burst.secondsPerCall(),
                burst == null ? null : burst.peakInFlight(),
                burst == null ? null : burst.startSpreadMillis(),
                burst == null ? new LatencyMillis(null, null) : burst.latencyMillis(),
                burst == null || floor == null || calls.failed() > 0 ? null : floor.covers(burst.secondsPerCall()),
                statistics(recording.coldCalls()).report(),
                warmup(),
                burst == null || window == null ? null : explanation(sockets, generator),
                MemoryAnalysis.ofTarget(recording, target.name()),
                cpu == null ? null : cpu.secondsPer1000Calls(),
                cpu,
                generator,
                sockets,
                target.startupMillis());
    }

    private CallStatistics statistics(Map<String, Calls> from) {
        SettingsRecord settings = recording.run().settings();
        return new CallStatistics(from.get(target.name()), target.expectedStatus(), settings.timeoutMillis());
    }

    private WindowAnalysis analysis(Window window) {
        Host host = recording.run().environment();
        return new WindowAnalysis(window, calls.answered(), host.logicalCores(), host.cpuResolutionNanos() / 1e9);
    }

    private Explanation explanation(SocketReport sockets, GeneratorReport generator) {
        boolean well = GeneratorCheck.faults(generator).isEmpty();
        return new Attribution(target.name(), calls, sockets, well).find().orElse(null);
    }

    private Warmup warmup() {
        int most = recording.run().settings().warmup();
        List<Phase> own = recording.run().phases().stream()
                .filter(phase -> phase.target().equals(target.name()))
                .toList();
        List<Phase> warmups = Course.ofTarget(most).repeatedOf(own);
        return new Warmup(warmups.size(), most == 0 ? null : Steadiness.reached(warmups));
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
