package weighbridge.analysis;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import weighbridge.analysis.RankingAnalysis.Twin;
import weighbridge.figure.Figure;
import weighbridge.load.Round;
import weighbridge.recording.RoundRecord;

/** The orders in which a run of several rounds puts its targets. */
final class Rankings {
    private final List<RoundRecord> records;
    private final List<List<TargetReport>> rounds;

    private Rankings(List<RoundRecord> records, List<List<TargetReport>> rounds) {
        this.records = records;
        this.rounds = rounds;
    }

    /**
     * One by each figure that targets are ranked by; none in a run of one round.
     *
     * @param count how many rounds were asked for
     * @param records those that began
     * @param rounds what each of them says of its targets
     */
    static List<Ranking> of(int count, List<RoundRecord> records, List<List<TargetReport>> rounds) {
        Rankings rankings = new Rankings(records, rounds);
        return count == 1
                ? List.of()
                : RankingAnalysis.FIGURES.stream().map(rankings::by).toList();
    }

    private Ranking by(Figure figure) {
        Map<String, List<Double>> values = new LinkedHashMap<>();
        Map<String, String> notRanked = new LinkedHashMap<>();
        List<String> names = rounds.get(0).stream()
                .map(TargetReport::name)
                .filter(name -> !Round.isAgain(name))
                .toList();
        for (String name : names) {
            List<TargetReport> ofOne =
                    rounds.stream().map(round -> MiddleRound.named(name, round)).toList();
            values.put(
                    name,
                    ofOne.stream()
                            .map(report -> FigureAnalysis.comparable(figure, report))
                            .toList());
            if (figure == Figure.SECONDS_PER_CALL) {
                RankingAnalysis.floorReason(ofOne.stream()
                                .map(report -> report == null ? null : report.atFloor())
                                .toList())
                        .ifPresent(reason -> notRanked.put(name, reason));
            }
        }
        return RankingAnalysis.of(figure, values, twins(figure), notRanked);
    }

    private List<Twin> twins(Figure figure) {
        return IntStream.range(0, rounds.size())
                .filter(index -> records.get(index).again() != null)
                .mapToObj(index -> twin(figure, records.get(index).again(), rounds.get(index)))
                .toList();
    }

    private static Twin twin(Figure figure, String name, List<TargetReport> round) {
        return new Twin(
                FigureAnalysis.comparable(figure, MiddleRound.named(name, round)),
                FigureAnalysis.comparable(figure, MiddleRound.named(Round.again(name), round)));
    }
}
