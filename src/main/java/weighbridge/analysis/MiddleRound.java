package weighbridge.analysis;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import weighbridge.load.Round;

/**
 * What a run of several rounds says of a target: the round in the middle, which is a real one and whole, with the figures
 * over all rounds and with what went wrong in any of them.
 */
final class MiddleRound {
    private final List<TargetReport> rounds;

    private MiddleRound(List<TargetReport> rounds) {
        this.rounds = rounds;
    }

    /** Of each target, in their order in the first round. @param rounds what each round says of its targets */
    static List<TargetReport> ofEach(List<List<TargetReport>> rounds) {
        return rounds.get(0).stream()
                .map(TargetReport::name)
                .filter(name -> !Round.isAgain(name))
                .map(name -> new MiddleRound(
                                rounds.stream().map(round -> named(name, round)).toList())
                        .report())
                .toList();
    }

    /** Null where the round does not have it: it was cut off before. */
    static TargetReport named(String name, List<TargetReport> round) {
        return round.stream()
                .filter(target -> target.name().equals(name))
                .findFirst()
                .orElse(null);
    }

    private TargetReport report() {
        List<TargetReport> measured = rounds.stream()
                .filter(report -> report != null && report.measured() && report.secondsPerCall() != null)
                .sorted(Comparator.comparing(TargetReport::secondsPerCall))
                .toList();
        TargetReport middle = measured.isEmpty() ? rounds.get(0) : measured.get((measured.size() - 1) / 2);
        return middle.over(
                FigureAnalysis.of(rounds), rounds.size() == 1 ? middle.misbehaviour() : misbehaviour(middle));
    }

    private List<String> misbehaviour(TargetReport middle) {
        List<String> sentences = new ArrayList<>();
        for (int index = 0; index < rounds.size(); index++) {
            TargetReport round = rounds.get(index);
            if (round == null) {
                continue;
            }
            String place = "in round " + (index + 1) + ": ";
            // The run was cut off there, which is no fault of the target's; and the middle one's stands by itself.
            if (!round.measured() && round != middle && round.reason() != null) {
                sentences.add(place + round.outcome() + ", "
                        + round.reason().lines().findFirst().orElse(""));
            }
            round.misbehaviour().forEach(sentence -> sentences.add(place + sentence));
        }
        return sentences;
    }
}
