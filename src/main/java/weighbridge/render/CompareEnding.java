package weighbridge.render;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import weighbridge.compare.ChangeVerdict;
import weighbridge.compare.Comparison;
import weighbridge.compare.FigureComparison;
import weighbridge.compare.RunComparison;
import weighbridge.compare.TargetComparison;

/** What a comparison comes down to, what is worst last. */
final class CompareEnding {
    /** So many times the threshold the noise may be before it is worth a word. */
    private static final double BLIND = 5;

    private final Comparison comparison;

    private CompareEnding(Comparison comparison) {
        this.comparison = comparison;
    }

    static List<String> of(Comparison comparison) {
        CompareEnding ending = new CompareEnding(comparison);
        Stream<String> gaps = comparison.others().stream()
                .flatMap(other -> other.gaps().stream()
                        .map(gap ->
                                "not comparable" + ending.in(other) + ": " + ObstacleWords.of(gap, other.letter())));
        List<String> lines = Stream.of(ending.changes(ChangeVerdict.BETTER), gaps, ending.changes(ChangeVerdict.WORSE))
                .flatMap(all -> all)
                .collect(Collectors.toCollection(ArrayList::new));
        if (lines.isEmpty()) {
            lines.add("same: none of " + comparison.count(ChangeVerdict.SAME) + " figures changed beyond the noise and "
                    + "the threshold of " + Numbers.exactPercent(comparison.threshold()) + " %");
        }
        String unseen = ending.unseen();
        if (!unseen.isEmpty()) {
            lines.add(0, "Remark: too noisy to detect changes of " + unseen + ": use more rounds or a quieter machine");
        }
        return lines;
    }

    /** A comparison that could not have seen a change of this size must not look as if there was none. */
    private String unseen() {
        return comparison.others().stream()
                .flatMap(other -> other.targets().stream()
                        .limit(1)
                        .flatMap(target -> target.figures().stream())
                        .filter(figure -> figure.mayBeJudged()
                                && figure.noise() != null
                                && figure.noise() > BLIND * comparison.threshold())
                        .map(figure -> figure.figure().label() + " below " + ChangeWords.noise(figure) + in(other)))
                .collect(Collectors.joining(", "));
    }

    private Stream<String> changes(ChangeVerdict verdict) {
        return comparison.others().stream()
                .flatMap(other -> other.targets().stream()
                        .flatMap(target -> target.figures().stream()
                                .filter(figure -> figure.verdict() == verdict)
                                .map(figure -> change(other, target, figure))));
    }

    private String change(RunComparison other, TargetComparison target, FigureComparison figure) {
        String threshold = switch (figure.scale()) {
            case RATIO -> Numbers.exactPercent(comparison.threshold()) + " %";
            case PART, BYTES -> Numbers.exactPercent(comparison.successThreshold()) + " points";
        };
        return figure.verdict().words() + in(other) + ": " + target.name() + " "
                + figure.figure().label() + " " + ChangeWords.change(figure) + ", beyond "
                + (figure.noise() == null ? "" : "the noise of " + ChangeWords.noise(figure) + " and ")
                + "the threshold of " + threshold;
    }

    /** Of two runs it is clear which is meant. */
    private String in(RunComparison other) {
        return comparison.others().size() == 1 ? "" : " in " + other.letter();
    }
}
