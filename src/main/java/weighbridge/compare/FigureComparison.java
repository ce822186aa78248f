package weighbridge.compare;

import java.util.Objects;
import java.util.stream.DoubleStream;
import weighbridge.analysis.FigureReport;
import weighbridge.figure.Figure;
import weighbridge.figure.Trait;
import weighbridge.statistics.RankInterval;
import weighbridge.statistics.ShiftInterval;

/**
 * A figure of one target in two runs.
 *
 * @param figure which
 * @param scale of change and noise
 * @param baseline what it was; null where there is none
 * @param other what it is; null where there is none
 * @param change from the one to the other, on the scale; null where it is not comparable
 * @param noise that the change has to exceed; null where it is not known
 * @param verdict what became of it
 * @param reason why it is not comparable; null where it is
 */
public record FigureComparison(
        Figure figure,
        ChangeScale scale,
        FigureReport baseline,
        FigureReport other,
        ShiftInterval change,
        Double noise,
        ChangeVerdict verdict,
        Obstacle reason) {

    static FigureComparison of(Figure figure, FigureReport baseline, FigureReport other, DetectionLimits limits) {
        Obstacle reason = obstacle(figure, baseline, other, limits);
        if (reason != null) {
            return notComparable(figure, baseline, other, limits, reason);
        }
        ChangeScale scale = ChangeScale.of(figure);
        ShiftInterval change = shift(onScale(figure, baseline, limits), onScale(figure, other, limits));
        ShiftInterval plain = shift(values(baseline), values(other));
        return new FigureComparison(
                figure,
                scale,
                baseline,
                other,
                change,
                limits.noise().get(figure),
                limits.of(figure, change, plain),
                null);
    }

    static FigureComparison notComparable(
            Figure figure, FigureReport baseline, FigureReport other, DetectionLimits limits, Obstacle reason) {
        return new FigureComparison(
                figure,
                ChangeScale.of(figure),
                baseline,
                other,
                null,
                limits.noise().get(figure),
                ChangeVerdict.NOT_COMPARABLE,
                reason);
    }

    /** Whether the figure may be better or worse; the others are only shown. */
    public boolean mayBeJudged() {
        return figure.is(Trait.JUDGED);
    }

    /** Whether it could be judged, had the other run as many rounds with it as the baseline. */
    boolean isLost() {
        return mayBeJudged() && count(baseline) >= RankInterval.MIN_COUNT && count(other) < RankInterval.MIN_COUNT;
    }

    /** Whether one of the runs has a value at all. */
    boolean isKnown() {
        return count(baseline) + count(other) > 0;
    }

    private static Obstacle obstacle(Figure figure, FigureReport baseline, FigureReport other, DetectionLimits limits) {
        int before = count(baseline);
        int after = count(other);
        if (before < RankInterval.MIN_COUNT || after < RankInterval.MIN_COUNT) {
            return new Obstacle.TooFewRounds(before, after);
        }
        // Those rounds that have one are those of which many calls succeeded: not a fair choice of all.
        if (figure == Figure.P99_MILLIS
                && (before < baseline.values().size() || after < other.values().size())) {
            return new Obstacle.NotInEveryRound();
        }
        boolean finite = DoubleStream.concat(onScale(figure, baseline, limits), onScale(figure, other, limits))
                .allMatch(Double::isFinite);
        return finite ? null : new Obstacle.Zero();
    }

    private static int count(FigureReport report) {
        return report == null ? 0 : (int) values(report).count();
    }

    private static DoubleStream values(FigureReport report) {
        return report.values().stream().filter(Objects::nonNull).mapToDouble(Double::doubleValue);
    }

    private static DoubleStream onScale(Figure figure, FigureReport report, DetectionLimits limits) {
        return values(report).map(value -> ChangeScale.of(figure).of(figure, value, limits.latencyMillis()));
    }

    private static ShiftInterval shift(DoubleStream from, DoubleStream to) {
        return ShiftInterval.of(from.toArray(), to.toArray()).orElseThrow();
    }
}
