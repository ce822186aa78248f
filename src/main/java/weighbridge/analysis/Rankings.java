package weighbridge.analysis;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import weighbridge.figure.Figure;
import weighbridge.figure.Trait;

/** The orders in which a run of several rounds puts its targets. */
record Rankings(List<List<TargetReport>> rounds, NoiseAnalysis noise) {
    /**
     * One by each figure that targets are ranked by; none in a run of one round.
     *
     * @param count how many rounds were asked for
     * @param rounds what each of those that began says of its targets
     * @param noise of them
     */
    static List<Ranking> of(int count, List<List<TargetReport>> rounds, NoiseAnalysis noise) {
        Rankings rankings = new Rankings(rounds, noise);
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
            if (figure == Figure.SECONDS_PER_CALL) {
                RankingAnalysis.floorReason(ofOne.stream()
                                .map(report -> report == null ? null : report.atFloor())
                                .toList())
                        .ifPresent(reason -> notRanked.put(name, reason));
            }
        }
        return RankingAnalysis.of(figure, values, noise.ratio(figure), notRanked);
    }
}
