package weighbridge.render;

import static weighbridge.render.Field.*;

import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import weighbridge.analysis.FigureReport;
import weighbridge.analysis.Ranking;
import weighbridge.analysis.Report;
import weighbridge.analysis.TargetReport;
import weighbridge.figure.Figure;
import weighbridge.figure.Trait;
import weighbridge.render.Sheet.*;
import weighbridge.statistics.RankInterval;

/**
 * The figures that a reader looks at first, a row for each target. Marked are the {@link Winners} of the order by a figure
 * where the run has one, otherwise the best value seen.
 */
final class SummarySection {
    private static final List<Figure> FIGURES = Figure.byTopic(Trait.IN_SUMMARY);

    private final Report report;
    private final Winners winners;

    private SummarySection(Report report) {
        this.report = report;
        this.winners = new Winners(report);
    }

    /** With what came of each target, and what was called. */
    static Table table(Report report) {
        SummarySection summary = new SummarySection(report);
        return summary.of(join(List.of(Titles.withOutcome()), summary.figures(), List.of(Titles.url())));
    }

    /** For the page, which shows outcomes that have a reason. */
    static Table page(Report report) {
        SummarySection summary = new SummarySection(report);
        return summary.of(join(List.of(Titles.withReason()), summary.figures()));
    }

    private Table of(List<Field<TargetReport>> fields) {
        return Field.table("", fields, report.targets(), note());
    }

    private List<Field<TargetReport>> figures() {
        return FIGURES.stream().map(this::field).toList();
    }

    private Field<TargetReport> field(Figure figure) {
        List<String> best = best(figure);
        Mark mark = best.size() == 1 ? Mark.BEST : Mark.TIE;
        return new Field<>(new Column(Numbers.title(figure), Content.NUMBER, figure.meaning(), 0), target -> {
            FigureReport over = target.figure(figure);
            return new Cell(
                    Numbers.of(figure, over.median()),
                    over.median(),
                    best.contains(target.name()) ? mark : Mark.NONE,
                    over.low() == null ? "" : RoundsSection.interval(figure, over),
                    "");
        });
    }

    /** The targets with the best value of this figure: one is the best, several are a tie. */
    private List<String> best(Figure figure) {
        return winners.order(figure).isPresent() ? winners.of(figure) : bestSeen(figure);
    }

    /** Values that read the same are the same to a reader. */
    private List<String> bestSeen(Figure figure) {
        List<TargetReport> candidates = report.targets().stream()
                .filter(target -> winners.mayLead(target, figure) && value(target, figure) != null)
                .toList();
        if (candidates.size() < 2) {
            return List.of();
        }
        Comparator<TargetReport> byValue = Comparator.comparing(target -> value(target, figure));
        TargetReport best = candidates.stream()
                .min(figure.isMoreBetter() ? byValue.reversed() : byValue)
                .orElseThrow();
        String text = Numbers.of(figure, value(best, figure));
        List<String> names = candidates.stream()
                .filter(target -> Numbers.of(figure, value(target, figure)).equals(text))
                .map(TargetReport::name)
                .toList();
        // That all succeeded equally, as they should, distinguishes nobody.
        return figure == Figure.SUCCESS_RATIO && names.size() == candidates.size() ? List.of() : names;
    }

    private static Double value(TargetReport target, Figure figure) {
        return target.figure(figure).median();
    }

    /** What the marks mean. */
    private String note() {
        int rounds = report.rounds().count();
        String medians = rounds == 1 ? "" : "Values are medians over " + rounds + " rounds. ";
        return medians
                + (winners.arePossible()
                        ? meaning() + otherLoads() + leftOut()
                        : "Nothing is marked: the measurement is not valid.");
    }

    private String meaning() {
        String ordered = FIGURES.stream()
                .filter(figure ->
                        winners.order(figure).isPresent() && !best(figure).isEmpty())
                .map(Figure::label)
                .collect(Collectors.joining(", "));
        boolean seen = FIGURES.stream()
                .anyMatch(figure ->
                        winners.order(figure).isEmpty() && !best(figure).isEmpty());
        if (ordered.isEmpty()) {
            return seen
                    ? "Marked is the best value seen; " + chance()
                    : "Nothing is marked: no two targets can be compared.";
        }
        return "In " + ordered
                + " only those are marked that no other target is shown to be better than, round by round, by more than"
                + " a target that runs twice differs from itself: one alone is the best, several are a tie, which does"
                + " not say equal."
                + (seen ? " In the other columns the best value seen is marked, which may be chance." : "");
    }

    private String chance() {
        if (report.rounds().count() < RankInterval.MIN_COUNT) {
            return "whether it is more than chance only six rounds or more can tell.";
        }
        String reasons = report.ranking().stream()
                .map(Ranking::reason)
                .filter(Objects::nonNull)
                .distinct()
                .map(GapWords::of)
                .collect(Collectors.joining("; "));
        return reasons.isEmpty()
                ? "it may be chance."
                : "this run gives no order, so it may be chance: " + reasons + ".";
    }

    private String otherLoads() {
        if (winners.isOfSameLoad(Figure.SECONDS_PER_CALL)) {
            return "";
        }
        return winners.isOfSameLoad(Figure.PEAK_RSS_BYTES)
                ? " Nobody is marked in seconds/call, for the rate was given."
                : " Each target was called at the rate that it holds, so that only rss idle and start-up are marked.";
    }

    /** Who sees a lower value without a mark asks why. */
    private String leftOut() {
        boolean failed = !report.targets().stream().allMatch(TargetReport::well);
        boolean lost = winners.isOfSameLoad(Figure.PEAK_RSS_BYTES)
                && report.targets().stream()
                        .anyMatch(target -> target.well() && !winners.mayLead(target, Figure.PEAK_RSS_BYTES));
        return (failed ? " Who failed or misbehaved is not marked." : "")
                + (lost ? " Who lost calls is marked in success, rss idle and start-up only." : "");
    }
}
