package weighbridge.render;

import static weighbridge.render.Field.*;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import weighbridge.analysis.FigureReport;
import weighbridge.analysis.Ranking;
import weighbridge.analysis.Report;
import weighbridge.figure.Figure;
import weighbridge.figure.Trait;
import weighbridge.render.Sheet.*;

/** The figures over all rounds, a table for each, and the order that they put the targets in. */
final class RoundsSection {
    private RoundsSection() {}

    /** What the rest of the summary is of. */
    static Section head(Report report) {
        int begun = report.rounds().each().size();
        int asked = report.rounds().count();
        String middle = report.targets().stream()
                .map(target -> target.name() + " " + target.round())
                .collect(Collectors.joining(", "));
        return Section.of(
                Kind.ROUNDS,
                new Lines(List.of(
                        begun + (begun == asked ? "" : " of " + asked) + " rounds of fresh processes, seed "
                                + report.rounds().seed()
                                + "; in each, one target runs twice (A/A), the second time as <name>~again.",
                        "Shown first is the middle round of each target: " + middle
                                + "; then the figures over all rounds.")));
    }

    /** A table for each figure with its order below, and why there is no order by the others. */
    static Section tables(Report report) {
        List<Part> parts = new ArrayList<>();
        parts.add(new Lines(List.of("Over all rounds: median, its 95 % interval by ranks, minimum and maximum.")));
        Figure.all(Trait.OVER_ROUNDS).forEach(figure -> parts.add(table(report, figure)));
        List<String> without = withoutOrder(report);
        if (!without.isEmpty()) {
            parts.add(new Lines(without));
        }
        return new Section(Kind.ROUNDS, "", parts);
    }

    private static Table table(Report report, Figure figure) {
        Function<Number, String> text = value -> Numbers.of(figure, (Double) value);
        List<Field<FigureReport>> fields = List.of(
                number(Numbers.title(figure), FigureReport::median, text),
                new Field<>(Column.number("95 % interval"), over -> Cell.of(interval(figure, over))),
                number("min", FigureReport::min, text),
                number("max", FigureReport::max, text),
                number("rounds", FigureReport::count, Numbers::orNone));
        return Field.table(
                "",
                join(List.of(Titles.plain(report)), of(target -> target.figure(figure), fields)),
                report.targets(),
                ordered(report)
                        .filter(ranking -> ranking.figure() == figure)
                        .flatMap(ranking ->
                                Stream.concat(Stream.of("Order: " + words(ranking)), left(ranking, "Not in the order")))
                        .toArray(String[]::new));
    }

    /** The ends of the interval for a median; n/a where there is none. */
    static String interval(Figure figure, FigureReport over) {
        return over.low() == null
                ? Numbers.NONE
                : Numbers.of(figure, over.low()) + " to " + Numbers.of(figure, over.high());
    }

    private static Stream<Ranking> ordered(Report report) {
        return report.ranking().stream().filter(ranking -> ranking.reason() == null);
    }

    /** All orders, and why there are no others, a line for each. */
    static List<String> orders(Report report) {
        Stream<String> orders = ordered(report).flatMap(ranking -> {
            String label = ranking.figure().label();
            return Stream.concat(
                    Stream.of("By " + label + ": " + words(ranking)), left(ranking, "Not in the order by " + label));
        });
        return Stream.concat(orders, withoutOrder(report).stream()).toList();
    }

    /** The same without those that are not in an order. */
    static List<String> briefOrders(Report report) {
        Stream<String> orders =
                ordered(report).map(ranking -> "By " + ranking.figure().label() + ": " + words(ranking));
        return Stream.concat(orders, reasons(report)).toList();
    }

    /** Each order with those that are not in it. */
    static List<Fact> facts(Report report) {
        return ordered(report)
                .map(ranking -> new Fact(
                        ranking.figure().label(),
                        Stream.concat(
                                        Stream.of(ranking.text()),
                                        ranking.notRanked().stream()
                                                .map(left ->
                                                        "without " + left.name() + ": " + GapWords.of(left.reason())))
                                .collect(Collectors.joining("; "))))
                .toList();
    }

    /** Why there is no order by some figures, once for all that have the same reason, and who could not have been in it. */
    private static List<String> withoutOrder(Report report) {
        Stream<String> left = report.ranking().stream()
                .filter(ranking -> ranking.reason() != null)
                .flatMap(ranking ->
                        left(ranking, "Not in the order by " + ranking.figure().label()));
        return Stream.concat(reasons(report), left).toList();
    }

    private static Stream<String> reasons(Report report) {
        List<Ranking> without = report.ranking().stream()
                .filter(ranking -> ranking.reason() != null)
                .toList();
        return without.stream()
                .map(Ranking::reason)
                .distinct()
                .map(reason -> "No order by "
                        + without.stream()
                                .filter(ranking -> reason.equals(ranking.reason()))
                                .map(ranking -> ranking.figure().label())
                                .collect(Collectors.joining(", "))
                        + ": " + GapWords.of(reason));
    }

    /** Such as "netty = jetty < spark", and the noise that makes ties. */
    private static String words(Ranking ranking) {
        return ranking.text() + "; A/A noise " + Numbers.fixed(100 * (ranking.noiseRatio() - 1), 1) + " %";
    }

    private static Stream<String> left(Ranking ranking, String title) {
        return ranking.notRanked().stream().map(left -> title + ": " + left.name() + ", " + GapWords.of(left.reason()));
    }
}
