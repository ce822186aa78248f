package weighbridge.analysis;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import weighbridge.statistics.Medians;
import weighbridge.statistics.PairedRatio;

/**
 * A target that wants to be ranked by a figure.
 *
 * @param name of the target
 * @param values by round; null where the round has none that a ratio can be told of
 */
record Contender(String name, List<Double> values) {
    /** A value that is not above 0 counts as none. */
    Contender {
        values = values.stream().map(value -> isUsable(value) ? value : null).toList();
    }

    static boolean isUsable(Double value) {
        return value != null && value > 0 && Double.isFinite(value);
    }

    /** How many rounds have a value. */
    int count() {
        return (int) values.stream().filter(Objects::nonNull).count();
    }

    /** Of the values of all rounds that have one. */
    double median() {
        return Medians.median(values.stream()
                .filter(Objects::nonNull)
                .mapToDouble(Double::doubleValue)
                .toArray());
    }

    /** How many rounds have a value of both. */
    int common(Contender other) {
        return (int) commonRounds(other).count();
    }

    /** This one's values ÷ those of the other, over the rounds that have both; empty where those are too few. */
    Optional<PairedRatio> ratio(Contender other) {
        return PairedRatio.of(
                commonRounds(other).mapToDouble(values::get).toArray(),
                commonRounds(other).mapToDouble(other.values::get).toArray());
    }

    private IntStream commonRounds(Contender other) {
        return IntStream.range(0, values.size())
                .filter(round -> values.get(round) != null && other.values.get(round) != null);
    }
}
