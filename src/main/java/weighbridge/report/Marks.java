package weighbridge.report;

import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import weighbridge.analysis.Ranking;
import weighbridge.analysis.Report;
import weighbridge.analysis.TargetReport;
import weighbridge.figure.Figure;
import weighbridge.report.SummaryTable.Mark;
import weighbridge.statistics.RankInterval;

/** Who is the best of a column: the {@link Leaders} of the order where the run has one, otherwise the best value seen. */
final class Marks {
    private final Report report;

    Marks(Report report) {
        this.report = report;
    }

    /** One for each target, in their order. */
    List<Mark> of(Figure figure) {
        List<String> best = order(figure).map(Leaders::of).orElseGet(() -> bestSeen(figure));
        Mark mark = best.size() == 1 ? Mark.BEST : Mark.TIE;
        return report.targets().stream()
                .map(target -> best.contains(target.name()) ? mark : Mark.NONE)
                .toList();
    }

    private Optional<Ranking> order(Figure figure) {
        return report.ranking().stream()
                .filter(ranking -> ranking.figure().equals(figure.key()))
                .filter(ranking -> !ranking.order().isEmpty())
                .findFirst();
    }

    /** The targets with the best value; values that read the same are the same to a reader. */
    private List<String> bestSeen(Figure figure) {
        List<TargetReport> candidates = report.targets().stream()
                .filter(target -> isCandidate(target, figure))
                .toList();
        Comparator<TargetReport> byValue = Comparator.comparing(target -> value(target, figure));
        Optional<TargetReport> best = candidates.stream().min(figure.isMoreBetter() ? byValue.reversed() : byValue);
        if (candidates.size() < 2) {
            return List.of();
        }
        String text = text(best.get(), figure);
        List<String> names = candidates.stream()
                .filter(target -> text(target, figure).equals(text))
                .map(TargetReport::name)
                .toList();
        // That all succeeded equally, as they should, distinguishes nobody.
        return figure == Figure.SUCCESS_RATIO && names.size() == candidates.size() ? List.of() : names;
    }

    /** The median is of all rounds, so calls must have failed in none of them. */
    private static boolean isCandidate(TargetReport target, Figure figure) {
        Double success = FigureCells.over(target, Figure.SUCCESS_RATIO).min();
        return target.measured() && figure.isComparable(success) && value(target, figure) != null;
    }

    private static Double value(TargetReport target, Figure figure) {
        return FigureCells.over(target, figure).median();
    }

    private static String text(TargetReport target, Figure figure) {
        return FigureCells.value(figure, value(target, figure));
    }

    /** What they mean. */
    String note() {
        int rounds = report.rounds().count();
        List<Figure> ordered = SummaryColumns.FIGURES.stream()
                .filter(figure -> order(figure).isPresent())
                .toList();
        boolean seen = SummaryColumns.FIGURES.stream()
                .filter(figure -> !ordered.contains(figure))
                .flatMap(figure -> of(figure).stream())
                .anyMatch(mark -> mark != Mark.NONE);
        String medians = rounds == 1 ? "" : "Values are medians over " + rounds + " rounds. ";
        if (ordered.isEmpty()) {
            return medians
                    + (seen
                            ? "Marked is the best value seen; " + chance()
                            : "Nothing is marked: no two targets can be compared.");
        }
        return medians + "In " + labels(ordered)
                + " only those are marked that no other target is shown to be better than, round by round, by more than"
                + " a target that runs twice differs from itself: one alone is the best, several are a tie, which does"
                + " not say equal."
                + (seen ? " In the other columns the best value seen is marked, which may be chance." : "");
    }

    private String chance() {
        return report.rounds().count() < RankInterval.MIN_COUNT
                ? "whether it is more than chance only six rounds or more can tell."
                : "this run gives no order, so it may be chance: "
                        + report.ranking().stream()
                                .map(Ranking::reason)
                                .filter(Objects::nonNull)
                                .distinct()
                                .collect(Collectors.joining("; "))
                        + ".";
    }

    private static String labels(List<Figure> figures) {
        return figures.stream().map(Figure::label).collect(Collectors.joining(", "));
    }
}
