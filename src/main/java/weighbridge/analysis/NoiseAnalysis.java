package weighbridge.analysis;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import weighbridge.figure.Figure;
import weighbridge.figure.Trait;
import weighbridge.record.RoundRecord;
import weighbridge.statistics.PairedRatio;
import weighbridge.statistics.RankInterval;

/**
 * How far a target's figures lie apart from those of the same target that ran again in the same round.
 *
 * @param records the rounds of a run
 * @param rounds what each of them says of its targets
 */
record NoiseAnalysis(List<RoundRecord> records, List<List<TargetReport>> rounds) {
    /**
     * The figure of a target that ran twice in a round.
     *
     * @param first time; null where it has none
     * @param second time; likewise
     */
    record Twin(Double first, Double second) {}

    /** The ratios of the two by round; empty where under six rounds have both. */
    Optional<PairedRatio> ratio(Figure figure) {
        return ratio(twins(figure));
    }

    /** The ratios of these, of which those that have none are left out. */
    static Optional<PairedRatio> ratio(List<Twin> twins) {
        List<Twin> usable = twins.stream()
                .filter(twin -> Contender.isUsable(twin.first) && Contender.isUsable(twin.second))
                .toList();
        return PairedRatio.of(
                usable.stream().mapToDouble(Twin::first).toArray(),
                usable.stream().mapToDouble(Twin::second).toArray());
    }

    /** The noise of each figure, as {@link RoundsReport} has it. */
    Map<Figure, Double> ofEach() {
        Map<Figure, Double> noise = new EnumMap<>(Figure.class);
        for (Figure figure : Figure.values()) {
            noise.put(
                    figure,
                    figure.is(Trait.DIFFERENCE)
                            ? difference(figure)
                            : ratio(figure)
                                    .map(ratio -> Math.exp(ratio.logReach()))
                                    .orElse(null));
        }
        return noise;
    }

    private Double difference(Figure figure) {
        return RankInterval.ofMedian(twins(figure).stream()
                        .filter(twin -> twin.first != null && twin.second != null)
                        .mapToDouble(twin -> twin.first - twin.second)
                        .toArray())
                .map(interval -> Math.max(Math.abs(interval.low()), Math.abs(interval.high())))
                .orElse(null);
    }

    private List<Twin> twins(Figure figure) {
        return IntStream.range(0, rounds.size())
                .filter(index -> records.get(index).again() != null)
                .mapToObj(index -> twin(figure, records.get(index).again(), rounds.get(index)))
                .toList();
    }

    private Twin twin(Figure figure, String name, List<TargetReport> round) {
        boolean byPss = FigureAnalysis.goByPss(rounds);
        return new Twin(
                FigureAnalysis.comparable(figure, MiddleRound.named(name, round), byPss),
                FigureAnalysis.comparable(figure, MiddleRound.named(RoundRecord.again(name), round), byPss));
    }
}
