package weighbridge.analysis;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import weighbridge.analysis.Misbehaviour.InRound;
import weighbridge.analysis.Misbehaviour.NotMeasured;
import weighbridge.capacity.CapacityReport;
import weighbridge.record.RoundRecord;

/**
 * What a run of several rounds says of a target: the round in the middle, which is a real one and whole, with the figures
 * over all rounds and with what went wrong in any of them.
 */
record MiddleRound(List<TargetReport> rounds, List<TargetReport> again) {
    /**
     * Of each of these targets.
     *
     * @param names of the targets
     * @param rounds what each round says of its targets
     * @param cards capacities by the names of targets that have one
     */
    static List<TargetReport> ofEach(
            List<String> names, List<List<TargetReport>> rounds, Map<String, CapacityReport> cards) {
        return names.stream()
                .map(name -> new MiddleRound(ofOne(rounds, name), ofOne(rounds, RoundRecord.again(name)))
                        .report(cards.get(name)))
                .toList();
    }

    /** Of the targets, in their order in the first round, without those that ran again. */
    static List<String> names(List<List<TargetReport>> rounds) {
        return rounds.get(0).stream()
                .map(TargetReport::name)
                .filter(name -> !RoundRecord.isAgain(name))
                .toList();
    }

    /** What each round says of this target; null where a round does not have it. */
    static List<TargetReport> ofOne(List<List<TargetReport>> rounds, String name) {
        return rounds.stream().map(round -> named(name, round)).toList();
    }

    /** Null where the round does not have it: it was cut off before. */
    static TargetReport named(String name, List<TargetReport> round) {
        return round.stream()
                .filter(target -> target.name().equals(name))
                .findFirst()
                .orElse(null);
    }

    private TargetReport report(CapacityReport card) {
        List<TargetReport> counted =
                rounds.stream().map(round -> counts(round, card) ? round : null).toList();
        List<TargetReport> measured = counted.stream()
                .filter(report ->
                        report != null && report.measured() && report.burst().secondsPerCall() != null)
                .sorted(Comparator.comparing(report -> report.burst().secondsPerCall()))
                .toList();
        TargetReport middle = measured.isEmpty() ? first() : measured.get((measured.size() - 1) / 2);
        List<Misbehaviour> misbehaviour = middle.identity().misbehaviour();
        if (rounds.size() > 1) {
            misbehaviour = Stream.concat(
                            misbehaviour(rounds, middle, false).stream(), misbehaviour(again, null, true).stream())
                    .toList();
        }
        return middle.over(rounds.indexOf(middle) + 1, FigureAnalysis.over(counted), misbehaviour, card);
    }

    private TargetReport first() {
        return rounds.stream().filter(Objects::nonNull).findFirst().orElseThrow();
    }

    /** A round whose load was to confirm a capacity and did not is told of on the card alone. */
    private static boolean counts(TargetReport round, CapacityReport card) {
        return round != null && (card == null || round.load() == null || card.heldIn(round.round()));
    }

    /** @param own the one whose outcome stands by itself; null where none does */
    private static List<Misbehaviour> misbehaviour(List<TargetReport> rounds, TargetReport own, boolean again) {
        List<Misbehaviour> all = new ArrayList<>();
        for (int index = 0; index < rounds.size(); index++) {
            TargetReport round = rounds.get(index);
            if (round == null) {
                continue;
            }
            int number = index + 1;
            // A round that was cut off has no reason, and is no fault of the target's.
            if (!round.measured() && round != own && round.reason() != null) {
                all.add(new InRound(number, again, new NotMeasured(round.outcome(), round.reason())));
            }
            round.identity().misbehaviour().forEach(one -> all.add(new InRound(number, again, one)));
        }
        return all;
    }
}
