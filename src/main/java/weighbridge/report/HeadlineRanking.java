package weighbridge.report;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import weighbridge.analysis.Ranking;
import weighbridge.analysis.Report;
import weighbridge.figure.Figure;

/** What the headline says of who was best. */
final class HeadlineRanking {
    private static final int MOST_NAMED = 4;

    private final Report report;

    private HeadlineRanking(Report report) {
        this.report = report;
    }

    /**
     * Who was best in time per call and in peak memory; empty where there is no order by either, and where the figures
     * cannot be relied on, for then nobody has won.
     */
    static Optional<String> of(Report report) {
        if (!report.verdict().valid() || !report.run().complete()) {
            return Optional.empty();
        }
        HeadlineRanking ranking = new HeadlineRanking(report);
        return Stream.of(Figure.SECONDS_PER_CALL, Figure.PEAK_RSS_BYTES)
                .map(ranking::by)
                .flatMap(Optional::stream)
                .reduce((first, second) -> first + " and " + second);
    }

    private Optional<String> by(Figure figure) {
        return report.ranking().stream()
                .filter(ranking -> ranking.figure().equals(figure.key()))
                .filter(ranking -> !Leaders.of(ranking).isEmpty())
                .map(ranking -> sentence(figure, ranking))
                .findFirst();
    }

    private String sentence(Figure figure, Ranking ranking) {
        boolean time = figure == Figure.SECONDS_PER_CALL;
        String what = time ? "the least time per call" : "the lowest peak memory";
        List<String> best = Leaders.of(ranking);
        String sentence = best.size() == 1
                ? Headline.name(best.get(0)) + (time ? " took " : " had ") + what + value(figure, best.get(0))
                : names(best) + " tie for " + what;
        long ranked = ranking.order().stream().mapToLong(List::size).sum();
        return ranking.notRanked().isEmpty() ? sentence : sentence + " of the " + ranked + " that can be ranked";
    }

    private String value(Figure figure, String name) {
        return report.targets().stream()
                .filter(target -> target.name().equals(name))
                .map(target -> FigureCells.over(target, figure).median())
                .filter(median -> median != null)
                .map(median -> " (" + FigureCells.value(figure, median)
                        + (figure == Figure.SECONDS_PER_CALL ? " s)" : " MiB)"))
                .findFirst()
                .orElse("");
    }

    private static String names(List<String> names) {
        int shown = names.size() > MOST_NAMED ? MOST_NAMED - 1 : names.size() - 1;
        String last = names.size() > MOST_NAMED ? names.size() - shown + " more" : Headline.name(names.get(shown));
        return names.stream().limit(shown).map(Headline::name).collect(Collectors.joining(", ")) + " and " + last;
    }
}
