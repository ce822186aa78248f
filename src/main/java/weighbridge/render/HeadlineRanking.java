package weighbridge.render;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import weighbridge.analysis.Report;
import weighbridge.figure.Figure;
import weighbridge.figure.Trait;

/** What the headline says of who was best. */
final class HeadlineRanking {
    private static final int MOST_NAMED = 4;

    private final Report report;
    private final Winners winners;

    private HeadlineRanking(Report report) {
        this.report = report;
        this.winners = new Winners(report);
    }

    /**
     * Who was best in time per call and in peak memory; empty where there is no order by either, and where the figures
     * cannot be relied on, for then nobody has won.
     */
    static Optional<String> of(Report report) {
        HeadlineRanking ranking = new HeadlineRanking(report);
        return Figure.all(Trait.HEADLINE).stream()
                .map(ranking::by)
                .flatMap(Optional::stream)
                .reduce((first, second) -> first + " and " + second);
    }

    private Optional<String> by(Figure figure) {
        return winners.of(figure).isEmpty() ? Optional.empty() : Optional.of(sentence(figure));
    }

    private String sentence(Figure figure) {
        boolean time = figure == Figure.SECONDS_PER_CALL;
        String what = time ? "the least time per call" : "the lowest peak memory";
        List<String> best = winners.of(figure);
        String sentence = best.size() == 1
                ? Headline.name(best.get(0)) + (time ? " took " : " had ") + what + value(figure, best.get(0))
                : names(best) + " tie for " + what;
        int ranked = winners.candidates(figure).stream().mapToInt(List::size).sum();
        return ranked == report.targets().size() ? sentence : sentence + " of the " + ranked + " that can be ranked";
    }

    private String value(Figure figure, String name) {
        return report.targets().stream()
                .filter(target -> target.name().equals(name))
                .map(target -> target.figure(figure).median())
                .filter(median -> median != null)
                .map(median ->
                        " (" + Numbers.of(figure, median) + (figure == Figure.SECONDS_PER_CALL ? " s)" : " MiB)"))
                .findFirst()
                .orElse("");
    }

    private static String names(List<String> names) {
        int shown = names.size() > MOST_NAMED ? MOST_NAMED - 1 : names.size() - 1;
        String last = names.size() > MOST_NAMED ? names.size() - shown + " more" : Headline.name(names.get(shown));
        return names.stream().limit(shown).map(Headline::name).collect(Collectors.joining(", ")) + " and " + last;
    }
}
