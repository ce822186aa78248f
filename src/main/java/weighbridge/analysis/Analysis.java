package weighbridge.analysis;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import weighbridge.analysis.Report.MainReport;
import weighbridge.analysis.Report.Warmup;
import weighbridge.capacity.CapacityReport;
import weighbridge.record.Main;
import weighbridge.record.Recording;
import weighbridge.record.RoundRecord;
import weighbridge.record.RoundRecording;
import weighbridge.record.RunRecord;
import weighbridge.workload.BurstProfile;
import weighbridge.workload.CapacitySearch;
import weighbridge.workload.Phase;

/** From a recording to a report. */
public final class Analysis {
    private Analysis() {}

    /** What this recording says; the same recording always gives an equal report. */
    public static Report of(Recording recording) {
        RunRecord run = recording.run();
        Main main = run.main();
        List<Phase> phases =
                run.rounds().stream().flatMap(round -> round.phases().stream()).toList();
        Warmup generatorWarmup = Warmup.of(BurstProfile.ofSink().repeatedOf(phases));
        List<List<TargetReport>> rounds = recording.rounds().stream()
                .map(round -> ofRound(recording, round))
                .toList();
        Map<String, BoxedCapacity> cards = cards(recording, rounds);
        List<TargetReport> targets =
                MiddleRound.ofEach(MiddleRound.names(rounds), atHeldRates(rounds, cards), reports(cards));
        NoiseAnalysis noise = new NoiseAnalysis(run.rounds(), rounds);
        Report.Verdict verdict = Judgement.of(recording, generatorWarmup, rounds);
        return new Report(
                Report.SCHEMA,
                new Report.Run(
                        run.id(), run.simulation(), run.startedAt(), run.complete(), run.settings(), run.environment()),
                generatorWarmup,
                Floor.of(phases, run.settings().workload()),
                rounds(run, noise),
                targets,
                Rankings.of(run.settings().rounds(), rounds, noise, verdict),
                // SLOs are what a capacity is looked for under, so that it keeps them.
                run.settings().workload() instanceof CapacitySearch
                        ? List.of()
                        : SloAnalysis.of(run.settings(), targets, rounds),
                new MainReport(
                        main.version(),
                        main.gatling(),
                        main.pid(),
                        main.transport(),
                        MemoryAnalysis.ofMain(recording.rounds())),
                verdict);
    }

    /** The capacity cards by name of the target: none of a run that looked for no capacity, nor of a target that was never called. */
    private static Map<String, BoxedCapacity> cards(Recording recording, List<List<TargetReport>> rounds) {
        Map<String, BoxedCapacity> cards = new HashMap<>();
        if (recording.run().settings().workload() instanceof CapacitySearch) {
            MiddleRound.names(rounds)
                    .forEach(name -> BoxedCapacity.of(recording, name).ifPresent(card -> cards.put(name, card)));
        }
        return cards;
    }

    /** Of rounds in another box, or in which other rates were to be confirmed than the one that was held, only the card tells. */
    private static List<List<TargetReport>> atHeldRates(
            List<List<TargetReport>> rounds, Map<String, BoxedCapacity> cards) {
        return rounds.stream()
                .map(round -> round.stream()
                        .filter(target -> isAtHeldRate(target, cards.get(target.name())))
                        .toList())
                .toList();
    }

    private static Map<String, CapacityReport> reports(Map<String, BoxedCapacity> cards) {
        return cards.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, card -> card.getValue().card()));
    }

    private static boolean isAtHeldRate(TargetReport target, BoxedCapacity boxed) {
        return boxed == null
                || boxed.rounds().contains(target.round())
                        && (target.load() == null
                                || boxed.card().callsPerSecond() == null
                                || boxed.card().heldIn(target.round()));
    }

    private static List<TargetReport> ofRound(Recording recording, RoundRecording round) {
        return round.round().targets().stream()
                .map(target -> new TargetAnalysis(recording, round, target).report())
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
