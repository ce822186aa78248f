package weighbridge.render;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import weighbridge.compare.Comparison;
import weighbridge.compare.FigureComparison;
import weighbridge.compare.RunComparison;
import weighbridge.compare.TargetComparison;
import weighbridge.compare.Verdict;

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
        List<String> lines = new ArrayList<>(ending.changes(Verdict.BETTER));
        for (RunComparison other : comparison.others()) {
            other.gaps().forEach(gap -> lines.add("not comparable" + ending.in(other) + ": " + gap));
        }
        lines.addAll(ending.changes(Verdict.WORSE));
        if (lines.isEmpty()) {
            lines.add("same: none of " + comparison.count(Verdict.SAME) + " figures changed beyond its noise and "
                    + "the threshold of " + FigureCells.percent(comparison.threshold()) + " %");
        }
        lines.addAll(0, ending.blind());
        return lines;
    }

    /** A comparison that could not have seen a change of this size must not look as if there was none. */
    private List<String> blind() {
        return comparison.others().stream()
                .flatMap(other -> other.targets().stream()
                        .limit(1)
                        .flatMap(target -> target.figures().stream()
                                .filter(FigureComparison::mayBeJudged)
                                .filter(figure ->
                                        figure.noise() != null && figure.noise() > BLIND * comparison.threshold())
                                .map(figure ->
                                        figure.figure().label() + " below " + FigureCells.noise(figure) + in(other))))
                .collect(Collectors.collectingAndThen(
                        Collectors.toList(),
                        unseen -> unseen.isEmpty()
                                ? List.of()
                                : List.of("Remark: too noisy to see changes of " + String.join(", ", unseen)
                                        + ": take more rounds, or a quieter machine")));
    }

    private List<String> changes(Verdict verdict) {
        List<String> lines = new ArrayList<>();
        for (RunComparison other : comparison.others()) {
            for (TargetComparison target : other.targets()) {
                target.figures().stream()
                        .filter(figure -> figure.verdict() == verdict)
                        .forEach(figure -> lines.add(verdict.words() + in(other) + ": " + target.name() + " "
                                + figure.figure().label() + " " + FigureCells.change(figure) + ", beyond "
                                + limits(figure)));
            }
        }
        return lines;
    }

    private String limits(FigureComparison figure) {
        String threshold = switch (figure.scale()) {
            case RATIO -> FigureCells.percent(comparison.threshold()) + " %";
            case PART, BYTES -> FigureCells.percent(comparison.successThreshold()) + " points";
        };
        return (figure.noise() == null ? "" : "the noise of " + FigureCells.noise(figure) + " and ")
                + "the threshold of " + threshold;
    }

    /** Of two runs it is clear which is meant. */
    private String in(RunComparison other) {
        return comparison.others().size() == 1 ? "" : " in " + other.letter();
    }
}
