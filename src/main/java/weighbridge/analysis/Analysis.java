package weighbridge.analysis;

import java.util.List;
import weighbridge.analysis.Report.MainReport;
import weighbridge.analysis.Report.Warmup;
import weighbridge.load.Course;
import weighbridge.recording.Main;
import weighbridge.recording.Recording;
import weighbridge.recording.RunRecord;

/** From a recording to a report. */
public final class Analysis {
    private Analysis() {}

    /** What this recording says; the same recording always gives an equal report. */
    public static Report of(Recording recording) {
        RunRecord run = recording.run();
        Main main = run.main();
        Warmup generatorWarmup = Warmup.of(Course.ofSink().repeatedOf(run.phases()));
        Floor floor = Floor.of(run.phases(), run.settings().calls());
        List<TargetReport> targets = run.targets().stream()
                .map(target -> new TargetAnalysis(recording, target).report())
                .toList();
        return new Report(
                Report.SCHEMA,
                new Report.Run(
                        run.id(), run.simulation(), run.startedAt(), run.complete(), run.settings(), run.environment()),
                generatorWarmup,
                floor,
                targets,
                new MainReport(main.version(), main.gatling(), main.pid(), MemoryAnalysis.ofMain(recording)),
                Judgement.of(recording, generatorWarmup, targets));
    }
}
