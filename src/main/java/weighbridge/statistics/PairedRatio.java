package weighbridge.statistics;

import java.util.Optional;
import java.util.stream.IntStream;

/**
 * How many times the values of one series those of another are, told from values that belong together pair by pair. What
 * stretches both values of a pair alike falls out of their ratio. Logarithms, so that a ratio and its inverse are as far
 * from 0.
 *
 * @param logMedian median of ln(first ÷ second)
 * @param logInterval the 95 % interval for it by ranks
 */
public record PairedRatio(double logMedian, RankInterval logInterval) {

    /** Of these pairs of values, all above 0; empty where there are too few for an interval. */
    public static Optional<PairedRatio> of(double[] first, double[] second) {
        if (first.length != second.length) {
            throw new IllegalArgumentException(first.length + " values cannot be paired with " + second.length);
        }
        double[] logs = IntStream.range(0, first.length)
                .mapToDouble(pair -> Math.log(first[pair] / second[pair]))
                .toArray();
        return RankInterval.ofMedian(logs).map(interval -> new PairedRatio(Medians.median(logs), interval));
    }

    /** The median as a ratio: first ÷ second. */
    public double median() {
        return Math.exp(logMedian);
    }

    /** The interval's lower end as a ratio. */
    public double low() {
        return Math.exp(logInterval.low());
    }

    /** The interval's upper end as a ratio. */
    public double high() {
        return Math.exp(logInterval.high());
    }

    /** The same with the series exchanged: second ÷ first. */
    public PairedRatio inverse() {
        return new PairedRatio(-logMedian, new RankInterval(-logInterval.high(), -logInterval.low()));
    }

    /** How far the median may be from 0, upwards or downwards: the greater absolute value of the interval's ends. */
    public double logReach() {
        return Math.max(Math.abs(logInterval.low()), Math.abs(logInterval.high()));
    }

    /** Whether the series differ by more than this logarithm of a ratio, and by more than chance. */
    public boolean exceeds(double logFloor) {
        return !logInterval.contains(0) && Math.abs(logMedian) > logFloor;
    }
}
