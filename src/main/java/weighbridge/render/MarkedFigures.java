package weighbridge.render;

import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import weighbridge.analysis.FigureReport;
import weighbridge.analysis.Ranking;
import weighbridge.analysis.Report;
import weighbridge.analysis.TargetReport;
import weighbridge.figure.Figure;
import weighbridge.render.Sheet.*;
import weighbridge.statistics.RankInterval;

/**
 * Figures of the targets, a column each, with a mark at the best of them: the {@link Winners} of the ranking by a figure where
 * the run has one, otherwise the best value seen.
 */
final class MarkedFigures {
    private final Report report;
    private final List<Figure> figures;
    private final Winners winners;

    MarkedFigures(Report report, List<Figure> figures) {
        this.report = report;
        this.figures = figures;
        this.winners = new Winners(report);
    }

    List<Field<TargetReport>> fields() {
        return figures.stream().map(this::field).toList();
    }

    Field<TargetReport> field(Figure figure) {
        List<String> best = best(figure);
        Mark mark = best.size() == 1 ? Mark.BEST : Mark.TIE;
        return new Field<>(new Column(Numbers.title(figure), Content.NUMBER, figure.meaning(), 0), target -> {
            FigureReport over = target.figure(figure);
            return new Cell(
                    FailedCalls.text(target, figure),
                    over.median(),
                    best.contains(target.name()) ? mark : Mark.NONE,
                    interval(figure, over),
                    "");
        });
    }

    /** The 95 % interval; empty where there is none, and where it reads like the median. */
    private static String interval(Figure figure, FigureReport over) {
        boolean single = over.low() == null || Numbers.of(figure, over.low()).equals(Numbers.of(figure, over.high()));
        return single ? "" : RoundsSection.interval(figure, over);
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
        return target.judged(figure);
    }

    /** What the marks mean. */
    String note() {
        int rounds = report.rounds().count();
        String medians = rounds == 1 ? "" : "Values are medians over " + rounds + " rounds. ";
        return medians
                + (FailedCalls.areSeen(report, figures) ? FailedCalls.NOTE + ". " : "")
                + (winners.arePossible()
                        ? meaning() + otherLoads() + leftOut()
                        : "Nothing is marked: the measurement is invalid.");
    }

    private String meaning() {
        String ranked = figures.stream()
                .filter(figure ->
                        winners.order(figure).isPresent() && !best(figure).isEmpty())
                .map(Figure::label)
                .collect(Collectors.joining(", "));
        boolean seen = figures.stream()
                .anyMatch(figure ->
                        winners.order(figure).isEmpty() && !best(figure).isEmpty());
        if (ranked.isEmpty()) {
            return seen
                    ? "Marked: the best value seen. " + chance()
                    : "Nothing is marked: no two targets can be compared.";
        }
        return "Marked in " + ranked + ": targets that no other target beats significantly (compared round by round,"
                + " beyond the A/A noise). One is the best; several are a tie, which does not mean equal."
                + (seen ? " Marked in the other columns: the best value seen, which may be chance." : "");
    }

    private String chance() {
        if (report.rounds().count() < RankInterval.MIN_COUNT) {
            return "It may be chance: a ranking needs six or more rounds.";
        }
        String reasons = report.ranking().stream()
                .map(Ranking::reason)
                .filter(Objects::nonNull)
                .distinct()
                .map(GapWords::of)
                .collect(Collectors.joining("; "));
        return reasons.isEmpty() ? "It may be chance." : "It may be chance: this run has no ranking: " + reasons + ".";
    }

    private String otherLoads() {
        if (!winners.isOfSameLoad(Figure.PEAK_RSS_BYTES)) {
            return " Each target was called at its own capacity, so only RSS idle and start-up are marked.";
        }
        return winners.isOfSameLoad(Figure.SECONDS_PER_CALL) || !figures.contains(Figure.SECONDS_PER_CALL)
                ? ""
                : " seconds/call is not marked: the rate was given.";
    }

    /** Who sees a lower value without a mark asks why. */
    private String leftOut() {
        boolean failed = !report.targets().stream().allMatch(TargetReport::well);
        boolean lost = winners.isOfSameLoad(Figure.PEAK_RSS_BYTES)
                && report.targets().stream()
                        .anyMatch(target -> target.well() && !winners.mayLead(target, Figure.PEAK_RSS_BYTES));
        return (failed ? " Targets that failed or misbehaved are not marked." : "")
                + (lost ? " Targets that lost calls are marked only in success, RSS idle and start-up." : "");
    }
}
