package weighbridge.analysis;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import weighbridge.statistics.Medians;
import weighbridge.statistics.RankInterval;

/**
 * A figure of one target over all rounds, in the unit of its {@link weighbridge.figure.Figure}.
 *
 * @param values by round; null where a round has none
 * @param count how many rounds have one
 * @param median of them; null where there is none
 * @param low lower end of the 95 % interval for the median, by ranks; null where there are under six
 * @param high its upper end; likewise
 * @param min the least; null where there is none
 * @param max the greatest; likewise
 */
public record FigureReport(
        List<Double> values, int count, Double median, Double low, Double high, Double min, Double max) {
    /** Of no round. */
    public static final FigureReport NONE = of(List.of());

    /** Copies the list, which holds nulls. */
    public FigureReport {
        values = Collections.unmodifiableList(new ArrayList<>(values));
    }

    /** Of one round. @param value null where it has none */
    static FigureReport ofOne(Double value) {
        return of(Collections.singletonList(value));
    }

    /** Of these values by round, null where a round has none. */
    public static FigureReport of(List<Double> values) {
        double[] sorted = values.stream()
                .filter(Objects::nonNull)
                .mapToDouble(Double::doubleValue)
                .sorted()
                .toArray();
        if (sorted.length == 0) {
            return new FigureReport(values, 0, null, null, null, null, null);
        }
        Optional<RankInterval> interval = RankInterval.ofMedian(sorted);
        return new FigureReport(
                values,
                sorted.length,
                Medians.median(sorted),
                interval.map(RankInterval::low).orElse(null),
                interval.map(RankInterval::high).orElse(null),
                sorted[0],
                sorted[sorted.length - 1]);
    }
}
