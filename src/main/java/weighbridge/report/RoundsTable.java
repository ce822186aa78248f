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
        Table table = new Table(titleWidth, List.of(head(figure), "95 % interval", "min", "max", "rounds"));
        for (TargetReport target : report.targets()) {
            FigureReport over = target.figures().get(figure.key());
            table.add(
                    target.title(),
                    List.of(
                            amount(figure, over.median()),
                            over.low() == null
                                    ? Text.NOT_AVAILABLE
                                    : amount(figure, over.low()) + " to " + amount(figure, over.high()),
                            amount(figure, over.min()),
                            amount(figure, over.max()),
                            Integer.toString(over.count())));
        }
        return table.lines();
    }

    private static String head(Figure figure) {
        return figure.label()
                + switch (figure.unit()) {
                    case MILLIS -> " ms";
                    case BYTES -> " MiB";
                    case SECONDS, RATIO -> "";
                };
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

    private static String amount(Figure figure, Double value) {
        if (value == null) {
            return Text.NOT_AVAILABLE;
        }
        return switch (figure.unit()) {
            case SECONDS -> String.format(Locale.ROOT, figure == Figure.SECONDS_PER_CALL ? "%.6f" : "%.3f", value);
            case MILLIS -> String.format(Locale.ROOT, "%.1f", value);
            case BYTES -> Text.mebibytes(Math.round(value));
            case RATIO -> Text.success(value);
        };
    }
}
