package weighbridge.statistics;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.Optional;

/**
 * The 95 % interval for a median between two of the sorted values, x(k) and x(n+1−k). Whatever the distribution, each
 * independent value falls below its median with the probability 1/2, so the interval misses the median only where fewer
 * than k values fall on one side of it: 1 − 2·P(Bin(n, 1/2) ≤ k−1) is how often it covers. k is the greatest rank with
 * which this is 0.95 or more (Conover, Practical Nonparametric Statistics, 3rd edition, 3.2; Hahn and Meeker, Statistical
 * Intervals, chapter 5). Equal values only make it cover more often.
 *
 * @param low the k-th least value
 * @param high the k-th greatest
 */
public record RankInterval(double low, double high) {
    /** Of fewer values even the least and the greatest cover less often: 1 − 2/2⁵ is 0.94. */
    public static final int MIN_COUNT = 6;

    /** 2·P ≤ 1 − 0.95 is 40·(C(n,0) + … + C(n,k−1)) ≤ 2ⁿ, in whole numbers. */
    private static final BigInteger BOTH_TAILS_IN_TWENTIETHS = BigInteger.valueOf(40);

    /** For the median of what these values were drawn from; empty where there are under {@value #MIN_COUNT}. */
    public static Optional<RankInterval> ofMedian(double[] values) {
        int rank = rank(values.length);
        if (rank == 0) {
            return Optional.empty();
        }
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return Optional.of(new RankInterval(sorted[rank - 1], sorted[sorted.length - rank]));
    }

    /** Whether the value may be the median, as far as this interval tells; its ends may be, too. */
    public boolean contains(double value) {
        return low <= value && value <= high;
    }

    /** The rank k of the interval's ends, counted from 1; 0 where there is no such interval. */
    static int rank(int count) {
        BigInteger all = BigInteger.ONE.shiftLeft(count);
        BigInteger ways = BigInteger.ONE;
        BigInteger tail = BigInteger.ONE;
        int rank = 0;
        while (tail.multiply(BOTH_TAILS_IN_TWENTIETHS).compareTo(all) <= 0) {
            rank++;
            ways = ways.multiply(BigInteger.valueOf(count - rank + 1)).divide(BigInteger.valueOf(rank));
            tail = tail.add(ways);
        }
        return rank;
    }
}
