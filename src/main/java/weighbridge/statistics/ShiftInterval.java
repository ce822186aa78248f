package weighbridge.statistics;

import java.util.Arrays;
import java.util.Optional;

/**
 * By how much one sample lies above another, with its interval. It asks of the values only that both samples be independent
 * and of the same shape, not that they be normally distributed: Hodges and Lehmann, "Estimates of location based on rank
 * tests", Annals of Mathematical Statistics 34 (1963), for the estimate; Moses, in Walker and Lev, "Statistical Inference"
 * (1953), and Hollander and Wolfe, "Nonparametric Statistical Methods", 2nd edition (1999), section 4.3, for the interval.
 * Ties make the interval wider than it needs to be, never too narrow.
 *
 * @param estimate the median of all differences between a value of the one and a value of the other
 * @param low lower end of the interval
 * @param high its upper end
 * @param coverage how often such an interval holds the true shift: {@value #LEAST_COVERAGE} or more
 */
public record ShiftInterval(double estimate, double low, double high, double coverage) {
    /** What the interval has to cover, from both sides. */
    public static final double LEAST_COVERAGE = 0.95;

    private static final double TAIL = (1 - LEAST_COVERAGE) / 2;
    /** 1 ÷ 40 is to be no more than 0.025 whatever the rounding. */
    private static final double ROUNDING = 1e-12;

    /** What has to be added to {@code from} to come to {@code to}; empty where there are too few values for an interval. */
    public static Optional<ShiftInterval> of(double[] from, double[] to) {
        double[] cumulated = cumulated(from.length, to.length);
        int rank = rank(cumulated);
        if (rank == 0) {
            return Optional.empty();
        }
        double[] differences = differences(from, to);
        return Optional.of(new ShiftInterval(
                median(differences),
                differences[rank - 1],
                differences[differences.length - rank],
                1 - 2 * cumulated[rank - 1]));
    }

    /** The interval runs from the k-th smallest difference to the k-th greatest; k = 0: there is none. */
    static int rank(int from, int to) {
        return rank(cumulated(from, to));
    }

    /** The greatest k with P(U ≤ k − 1) ≤ 2.5 %. */
    private static int rank(double[] cumulated) {
        int rank = 0;
        while (rank < cumulated.length && cumulated[rank] <= TAIL + ROUNDING) {
            rank++;
        }
        return rank;
    }

    /** Whether both ends lie on one side of no shift at all. */
    public boolean excludesNone() {
        return low > 0 || high < 0;
    }

    private static double[] differences(double[] from, double[] to) {
        double[] differences = new double[from.length * to.length];
        int next = 0;
        for (double one : from) {
            for (double other : to) {
                differences[next++] = other - one;
            }
        }
        Arrays.sort(differences);
        return differences;
    }

    private static double median(double[] sorted) {
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }

    /**
     * P(U ≤ u) for u = 0 … n·m where both samples come from one population. U counts the pairs in which the value of the
     * one is the greater. The greatest of all values belongs with probability n ÷ (n + m) to the one, and then wins m pairs:
     * p(u; n, m) = n ÷ (n + m) · p(u − m; n − 1, m) + m ÷ (n + m) · p(u; n, m − 1); Mann and Whitney, "On a test of whether
     * one of two random variables is stochastically larger than the other", Annals of Mathematical Statistics 18 (1947).
     */
    private static double[] cumulated(int from, int to) {
        double[][] fewer = new double[to + 1][];
        for (int n = 0; n <= from; n++) {
            double[][] these = new double[to + 1][];
            for (int m = 0; m <= to; m++) {
                double[] chances = new double[n * m + 1];
                if (n == 0 || m == 0) {
                    chances[0] = 1;
                } else {
                    addShifted(chances, fewer[m], m, (double) n / (n + m));
                    addShifted(chances, these[m - 1], 0, (double) m / (n + m));
                }
                these[m] = chances;
            }
            fewer = these;
        }
        double[] cumulated = fewer[to];
        Arrays.parallelPrefix(cumulated, Double::sum);
        return cumulated;
    }

    private static void addShifted(double[] sum, double[] chances, int by, double weight) {
        for (int u = 0; u < chances.length; u++) {
            sum[u + by] += weight * chances[u];
        }
    }
}
