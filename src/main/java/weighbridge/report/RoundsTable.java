package weighbridge.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import weighbridge.analysis.FigureReport;
import weighbridge.analysis.Ranking;
import weighbridge.analysis.Report;
import weighbridge.analysis.TargetReport;
import weighbridge.figure.Figure;

/** The figures over all rounds, a table for each, with the order that they put the targets in. */
final class RoundsTable {
    private static final List<Figure> FIGURES = List.of(
            Figure.SECONDS_PER_CALL,
            Figure.P50_MILLIS,
            Figure.P99_MILLIS,
            Figure.CPU_SECONDS_PER_1000_CALLS,
            Figure.IDLE_RSS_BYTES,
            Figure.PEAK_RSS_BYTES,
            Figure.STARTUP_MILLIS);

    private RoundsTable() {}

    static List<String> lines(Report report, int titleWidth) {
        List<String> lines = new ArrayList<>();
        int begun = report.rounds().each().size();
        String of =
                begun == report.rounds().count() ? "" : " of " + report.rounds().count();
        lines.add("In " + begun + of + " rounds of fresh processes (seed "
                + report.rounds().seed() + "): the median, the 95 % interval for it by ranks, least and greatest."
                + " All lines above are of each target's round in the middle.");
        for (Figure figure : FIGURES) {
            lines.add("");
            lines.addAll(table(report, figure, titleWidth));
            report.ranking().stream()
                    .filter(ranking -> ranking.figure().equals(figure.key()))
                    .forEach(ranking -> lines.addAll(order(ranking)));
        }
        return lines;
    }

    private static List<String> table(Report report, Figure figure, int titleWidth) {
        Table table =
                new Table(titleWidth, List.of(FigureCells.title(figure), "95 % interval", "min", "max", "rounds"));
        for (TargetReport target : report.targets()) {
            FigureReport over = target.figures().get(figure.key());
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

    /** Such as "netty = jetty < spark", or why there is none. */
    private static List<String> order(Ranking ranking) {
        List<String> lines = new ArrayList<>();
        lines.add(
                ranking.reason() == null
                        ? String.format(
                                Locale.ROOT,
                                "Order: %s; a target that ran twice differed from itself by up to %.1f %%",
                                ranking.text(),
                                100 * (ranking.noiseRatio() - 1))
                        : "No order: " + ranking.reason());
        ranking.notRanked().forEach(left -> lines.add("Not in the order: " + left.name() + ", " + left.reason()));
        return lines;
    }
}
