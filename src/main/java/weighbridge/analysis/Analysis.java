package weighbridge.analysis;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import weighbridge.analysis.MemoryReport.Weight;
import weighbridge.analysis.Report.MainReport;
import weighbridge.analysis.Report.Verdict;
import weighbridge.recording.Calls;
import weighbridge.recording.Outcome;
import weighbridge.recording.Peak;
import weighbridge.recording.Recording;
import weighbridge.recording.RunRecord;
import weighbridge.recording.TargetRecord;
import weighbridge.recording.Weighing;
import weighbridge.recording.Weighing.Moment;

/** From a recording to a report. */
public final class Analysis {
    /** CPU time is counted in ticks of 10 ms: from 1 s of it on, a tick is at most 1 %. */
    private static final double MIN_CPU_SECONDS = 1.0;

    private final Recording recording;

    private Analysis(Recording recording) {
        this.recording = recording;
    }

    /** What this recording says; the same recording always gives an equal report. */
    public static Report of(Recording recording) {
        return new Analysis(recording).report();
    }

    private Report report() {
        RunRecord run = recording.run();
        return new Report(
                Report.SCHEMA,
                new Report.Run(run.id(), run.simulation(), run.startedAt(), run.settings(), run.environment()),
                run.targets().stream().map(this::target).toList(),
                new MainReport(
                        run.main().version(), run.main().gatling(), run.main().pid(), memory(Weighing.MAIN)),
                verdict());
    }

    private TargetReport target(TargetRecord target) {
        Calls calls = recording.calls().get(target.name());
        CallStatistics statistics = new CallStatistics(
                calls, target.expectedStatus(), recording.run().settings().timeoutMillis());
        int size = calls.size();
        Double windowSeconds = size == 0 ? null : statistics.windowSeconds();
        return new TargetReport(
                target.name(),
                target.version(),
                label(target.outcome()),
                reason(target.outcome()),
                target.pid(),
                target.url(),
                size,
                statistics.counter(),
                statistics.failures(),
                size == 0 ? null : (double) statistics.succeeded() / size,
                windowSeconds,
                size == 0 ? null : windowSeconds / size,
                size == 0 ? null : statistics.peakInFlight(),
                statistics.latencies(),
                memory(target.name()),
                cpuSecondsPer1000Calls(target.name(), statistics.succeeded()),
                target.startupMillis());
    }

    private MemoryReport memory(String name) {
        Weight idle = weight(name, Moment.IDLE);
        Weight after = weight(name, Moment.AFTER);
        Long peak = recording.run().peaks().stream()
                .filter(mark -> mark.name().equals(name))
                .map(Peak::peakRssBytes)
                .findFirst()
                .orElse(null);
        Long delta = idle == null || after == null ? null : after.rssBytes() - idle.rssBytes();
        return new MemoryReport(idle, after, peak, delta);
    }

    private Weight weight(String name, Moment moment) {
        return recording
                .weighing(name, moment)
                .map(Weighing::reading)
                .map(reading -> new Weight(reading.rssBytes(), reading.vmsBytes()))
                .orElse(null);
    }

    private Double cpuSecondsPer1000Calls(String name, int succeeded) {
        Optional<Weighing> before = recording.weighing(name, Moment.WARM);
        Optional<Weighing> after = recording.weighing(name, Moment.LOADED);
        if (before.isEmpty() || after.isEmpty() || succeeded == 0) {
            return null;
        }
        double spent =
                after.get().reading().cpuSeconds() - before.get().reading().cpuSeconds();
        return spent < MIN_CPU_SECONDS ? null : spent * 1000 / succeeded;
    }

    private Verdict verdict() {
        List<String> remarks = new ArrayList<>(recording.remarks());
        if (!recording.run().complete()) {
            remarks.add("the run was cut off: what follows is what was measured until then");
        }
        int asked = recording.run().settings().calls();
        for (TargetRecord target : recording.run().targets()) {
            int logged = recording.calls().get(target.name()).size();
            if (target.outcome() instanceof Outcome.Measured && logged != asked) {
                remarks.add(String.format(
                        Locale.ROOT, "%s: %d calls were asked for, %d are in the log", target.name(), asked, logged));
            }
        }
        return new Verdict(remarks.isEmpty(), remarks);
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
