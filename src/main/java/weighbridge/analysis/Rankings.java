package weighbridge.analysis;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import weighbridge.analysis.Report.Verdict;
import weighbridge.figure.Figure;
import weighbridge.figure.Trait;

/** The orders in which a run of several rounds puts its targets. */
record Rankings(List<List<TargetReport>> rounds, NoiseAnalysis noise, Verdict verdict) {
    /**
     * One by each figure that targets are ranked by; none in a run of one round.
     *
     * @param count how many rounds were asked for
     * @param rounds what each of those that began says of its targets
     * @param noise of them
     * @param verdict on them: whoever is not valid has no place in an order of those who are
     */
    static List<Ranking> of(int count, List<List<TargetReport>> rounds, NoiseAnalysis noise, Verdict verdict) {
        Rankings rankings = new Rankings(rounds, noise, verdict);
        return count == 1
                ? List.of()
                : Figure.all(Trait.RANKED).stream().map(rankings::by).toList();
    }

    private Ranking by(Figure figure) {
        boolean byPss = FigureAnalysis.goByPss(rounds);
        Map<String, List<Double>> values = new LinkedHashMap<>();
        Map<String, Gap> notRanked = new LinkedHashMap<>();
        for (String name : MiddleRound.names(rounds)) {
            List<TargetReport> ofOne = MiddleRound.ofOne(rounds, name);
            values.put(
                    name,
                    ofOne.stream()
                            .map(report -> FigureAnalysis.comparable(figure, report, byPss))
                            .toList());
            if (verdict.faultsOfRun().isEmpty() && !verdict.isValid(name)) {
                notRanked.put(name, new Gap.NotValid());
            } else if (figure == Figure.SECONDS_PER_CALL) {
                RankingAnalysis.floorReason(ofOne.stream()
                                .map(report -> report == null ? null : report.atFloor())
                                .toList())
                        .ifPresent(reason -> notRanked.put(name, reason));
            }
        }
        return RankingAnalysis.of(figure, values, noise.ratio(figure), notRanked);
    }
}
