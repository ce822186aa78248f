package weighbridge.analysis;

import java.util.List;
import weighbridge.analysis.Report.MainReport;
import weighbridge.analysis.Report.Warmup;
import weighbridge.capacity.CapacityReport;
import weighbridge.load.Course;
import weighbridge.load.Phase;
import weighbridge.recording.Latencies;
import weighbridge.recording.Main;
import weighbridge.recording.Recording;
import weighbridge.recording.RoundRecord;
import weighbridge.recording.RoundRecording;
import weighbridge.recording.RunRecord;

/** From a recording to a report. */
public final class Analysis {
    private Analysis() {}

    /** What this recording says; the same recording always gives an equal report. */
    public static Report of(Recording recording) {
        RunRecord run = recording.run();
        Main main = run.main();
        List<Phase> phases =
                run.rounds().stream().flatMap(round -> round.phases().stream()).toList();
        Warmup generatorWarmup = Warmup.of(Course.ofSink().repeatedOf(phases));
        List<List<TargetReport>> rounds = recording.rounds().stream()
                .map(round -> ofRound(run, round, recording.latencies()))
                .toList();
        List<TargetReport> targets =
                MiddleRound.ofEach(isCapacity(run) ? atHeldRates(recording, rounds) : rounds).stream()
                        .map(target -> target.with(
                                CapacityAnalysis.of(recording, target.name()).orElse(null)))
                        .toList();
        NoiseAnalysis noise = new NoiseAnalysis(run.rounds(), rounds);
        return new Report(
                Report.SCHEMA,
                new Report.Run(
                        run.id(), run.simulation(), run.startedAt(), run.complete(), run.settings(), run.environment()),
                generatorWarmup,
                Floor.of(phases, run.settings().calls()),
                rounds(run, noise),
                targets,
                Rankings.of(run.settings().rounds(), rounds, noise),
                isCapacity(run) ? List.of() : Promised.of(run.settings(), targets),
                new MainReport(main.version(), main.gatling(), main.pid(), MemoryAnalysis.ofMain(recording.rounds())),
                Judgement.of(recording, generatorWarmup, rounds));
    }

    /** Promises are what a capacity is looked for under, so that it keeps them. */
    private static boolean isCapacity(RunRecord run) {
        return run.settings().load() != null && run.settings().load().limitMillis() != null;
    }

    /** Of rounds in which other rates were to be confirmed than the one that was held nothing is told but in the card. */
    private static List<List<TargetReport>> atHeldRates(Recording recording, List<List<TargetReport>> rounds) {
        return rounds.stream()
                .map(round -> round.stream()
                        .filter(target -> isAtHeldRate(recording, target))
                        .toList())
                .toList();
    }

    private static boolean isAtHeldRate(Recording recording, TargetReport target) {
        if (target.load() == null) {
            return true;
        }
        Double held = CapacityAnalysis.of(recording, target.name())
                .map(CapacityReport::callsPerSecond)
                .orElse(null);
        return held == null || held.equals(target.load().offeredCallsPerSecond());
    }

    private static List<TargetReport> ofRound(RunRecord run, RoundRecording round, Latencies latencies) {
        return round.round().targets().stream()
                .map(target -> new TargetAnalysis(run, round, target, latencies).report())
                .toList();
    }

    private static RoundsReport rounds(RunRecord run, NoiseAnalysis noise) {
        return new RoundsReport(
                run.settings().rounds(),
                run.settings().seed(),
                run.rounds().stream().map(Analysis::round).toList(),
                noise.ofEach());
    }

    private static RoundsReport.Round round(RoundRecord round) {
        return new RoundsReport.Round(round.number(), round.order(), round.again());
    }
}
