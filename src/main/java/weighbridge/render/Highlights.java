package weighbridge.render;

import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import weighbridge.analysis.Ranking;
import weighbridge.analysis.Report;
import weighbridge.analysis.TargetReport;
import weighbridge.figure.Figure;
import weighbridge.statistics.RankInterval;

/** Which values of the summary are marked as best: the {@link Winners} of the order where the run has one, otherwise the best value seen. */
final class Highlights {
    private final Report report;
    private final Winners winners;

    Highlights(Report report) {
        this.report = report;
        this.winners = new Winners(report);
    }

    /** The targets with the best value of this figure: one is the best, several are a tie. */
    List<String> best(Figure figure) {
        return isOrdered(figure) ? winners.of(figure) : bestSeen(figure);
    }

    private boolean isOrdered(Figure figure) {
        return winners.order(figure).isPresent();
    }

    /** The targets with the best value; values that read the same are the same to a reader. */
    private List<String> bestSeen(Figure figure) {
        List<TargetReport> candidates = report.targets().stream()
                .filter(target -> winners.mayLead(target, figure) && value(target, figure) != null)
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

    private static Double value(TargetReport target, Figure figure) {
        return target.figure(figure).median();
    }

    private static String text(TargetReport target, Figure figure) {
        return Numbers.of(figure, value(target, figure));
    }

    /** What they mean. */
    String note() {
        if (!winners.arePossible()) {
            return medians() + "Nothing is marked: the measurement is not valid.";
        }
        List<Figure> ordered = marked(true);
        boolean seen = !marked(false).isEmpty();
        String meaning;
        if (ordered.isEmpty()) {
            meaning = seen
                    ? "Marked is the best value seen; " + chance()
                    : "Nothing is marked: no two targets can be compared.";
        } else {
            meaning = "In " + labels(ordered)
                    + " only those are marked that no other target is shown to be better than, round by round, by more than"
                    + " a target that runs twice differs from itself: one alone is the best, several are a tie, which does"
                    + " not say equal."
                    + (seen ? " In the other columns the best value seen is marked, which may be chance." : "");
        }
        return medians() + meaning + leftOut();
    }

    private String medians() {
        int rounds = report.rounds().count();
        return rounds == 1 ? "" : "Values are medians over " + rounds + " rounds. ";
    }

    /** The figures that have marks, those with an order or those without. */
    private List<Figure> marked(boolean inOrder) {
        return SummarySection.FIGURES.stream()
                .filter(figure -> isOrdered(figure) == inOrder)
                .filter(figure -> !best(figure).isEmpty())
                .toList();
    }

    /** Who sees a lower value without a mark asks why. */
    private String leftOut() {
        boolean failed = !report.targets().stream().allMatch(TargetReport::well);
        boolean lost = winners.isOfSameLoad(Figure.PEAK_RSS_BYTES)
                && report.targets().stream()
                        .anyMatch(target -> target.well() && !winners.mayLead(target, Figure.PEAK_RSS_BYTES));
        return otherLoads()
                + (failed ? " Who failed or misbehaved is not marked." : "")
                + (lost ? " Who lost calls is marked in success, rss idle and start-up only." : "");
    }

    private String otherLoads() {
        if (winners.isOfSameLoad(Figure.SECONDS_PER_CALL)) {
            return "";
        }
        return winners.isOfSameLoad(Figure.PEAK_RSS_BYTES)
                ? " Nobody is marked in seconds/call, for the rate was given."
                : " Each target was called at the rate that it holds, so that only rss idle and start-up are marked.";
    }

    private String chance() {
        if (report.rounds().count() < RankInterval.MIN_COUNT) {
            return "whether it is more than chance only six rounds or more can tell.";
        }
        String reasons = report.ranking().stream()
                .map(Ranking::reason)
                .filter(Objects::nonNull)
                .distinct()
                .collect(Collectors.joining("; "));
        return reasons.isEmpty()
                ? "it may be chance."
                : "this run gives no order, so it may be chance: " + reasons + ".";
    }

    private static String labels(List<Figure> figures) {
        return figures.stream().map(Figure::label).collect(Collectors.joining(", "));
    }
}
