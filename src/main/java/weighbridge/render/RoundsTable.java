package weighbridge.render;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import weighbridge.analysis.FigureReport;
import weighbridge.analysis.Ranking;
import weighbridge.analysis.Report;
import weighbridge.analysis.TargetReport;
import weighbridge.figure.Figure;
import weighbridge.figure.Trait;

/** The figures over all rounds, a table for each, with the order that they put the targets in. */
final class RoundsTable {
    private RoundsTable() {}

    /** What the rest of the summary is of. */
    static List<String> head(Report report) {
        int begun = report.rounds().each().size();
        return List.of(
                begun
                        + (begun == report.rounds().count()
                                ? ""
                                : " of " + report.rounds().count())
                        + " rounds of fresh processes, seed " + report.rounds().seed()
                        + ", in each of which one target runs twice, the second time as <name>~again.",
                "First each target's round in the middle: "
                        + report.targets().stream()
                                .map(target -> target.name() + " " + target.round())
                                .collect(Collectors.joining(", "))
                        + "; then the figures over all rounds.");
    }

    static List<String> lines(Report report, int titleWidth) {
        List<String> lines = new ArrayList<>();
        lines.add("Over all rounds: the median, the 95 % interval for it by ranks, the least and the greatest.");
        for (Figure figure : Figure.all(Trait.OVER_ROUNDS)) {
            lines.add("");
            lines.addAll(table(report, figure, titleWidth));
            report.ranking().stream()
                    .filter(ranking -> ranking.figure() == figure)
                    .filter(ranking -> ranking.reason() == null)
                    .forEach(ranking -> lines.addAll(order(ranking)));
        }
        List<String> without = withoutOrder(report);
        if (!without.isEmpty()) {
            lines.add("");
            lines.addAll(without);
        }
        return lines;
    }

    /** Why there is no order by some figures, and who could not have been in it. */
    static List<String> withoutOrder(Report report) {
        List<Ranking> without = report.ranking().stream()
                .filter(ranking -> ranking.reason() != null)
                .toList();
        List<String> lines = without.stream()
                .map(Ranking::reason)
                .distinct()
                .map(reason -> noOrder(report, reason))
                .collect(Collectors.toCollection(ArrayList::new));
        without.forEach(ranking -> lines.addAll(
                left(ranking, "Not in the order by " + ranking.figure().label())));
        return lines;
    }

    /** Once for all figures that have the same reason. */
    private static String noOrder(Report report, String reason) {
        return "No order by "
                + report.ranking().stream()
                        .filter(ranking -> reason.equals(ranking.reason()))
                        .map(ranking -> ranking.figure().label())
                        .collect(Collectors.joining(", "))
                + ": " + reason;
    }

    private static List<String> table(Report report, Figure figure, int titleWidth) {
        Table table =
                new Table(titleWidth, List.of(FigureCells.title(figure), "95 % interval", "min", "max", "rounds"));
        for (TargetReport target : report.targets()) {
            FigureReport over = target.figure(figure);
            table.add(
                    target.title(),
                    List.of(
                            FigureCells.value(figure, over.median()),
                            over.low() == null
                                    ? Text.NOT_AVAILABLE
                                    : FigureCells.value(figure, over.low()) + " to "
                                            + FigureCells.value(figure, over.high()),
                            FigureCells.value(figure, over.min()),
                            FigureCells.value(figure, over.max()),
                            Integer.toString(over.count())));
        }
        return table.lines();
    }

    private static List<String> order(Ranking ranking) {
        List<String> lines = new ArrayList<>();
        lines.add("Order: " + words(ranking));
        lines.addAll(left(ranking, "Not in the order"));
        return lines;
    }

    /** Such as "netty = jetty < spark", and the noise that makes ties. */
    static String words(Ranking ranking) {
        return String.format(
                Locale.ROOT,
                "%s; a target that ran twice differed from itself by up to %.1f %%",
                ranking.text(),
                100 * (ranking.noiseRatio() - 1));
    }

    static List<String> left(Ranking ranking, String title) {
        return ranking.notRanked().stream()
                .map(left -> title + ": " + left.name() + ", " + left.reason())
                .toList();
    }
}
