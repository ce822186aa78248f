package weighbridge.capacity;

/**
 * How many of n calls may be slower than a limit so that a percentile of the latency is at or below that limit with a
 * confidence of 95 %. Whatever the distribution, the number of calls beyond the true q-quantile is binomial with n and
 * 1 − q; m calls beyond the limit show that the quantile is not beyond it where P(Bin(n, 1 − q) ≤ m) ≤ 0.05: that is the upper
 * confidence bound by ranks (Hahn and Meeker, Statistical Intervals, chapter 5). Calls are taken as independent.
 */
public final class TailBound {
    private static final double MISTAKE = 0.05;

    private TailBound() {}

    /**
     * The most calls that may be slower.
     *
     * @param calls n
     * @param quantile q, between 0 and 1
     * @return −1 where n calls are too few to tell: even if none is slower
     */
    public static long mostBeyond(long calls, double quantile) {
        double tail = 1 - quantile;
        double logTerm = calls * Math.log1p(-tail);
        double logSum = logTerm;
        long most = -1;
        while (logSum <= Math.log(MISTAKE) && most < calls) {
            most++;
            long next = most + 1;
            logTerm += Math.log((double) (calls - next + 1) / next) + Math.log(tail) - Math.log1p(-tail);
            logSum = logSum(logSum, logTerm);
        }
        return most;
    }

    /** The fewest calls of which any can tell: ⌈ln 0.05 ÷ ln q⌉, which is 299 for a 99th percentile. */
    public static long fewestCalls(double quantile) {
        return (long) Math.ceil(Math.log(MISTAKE) / Math.log(quantile));
    }

    /** ln(eᵃ + eᵇ), without an overflow. */
    private static double logSum(double a, double b) {
        double greater = Math.max(a, b);
        return greater + Math.log1p(Math.exp(Math.min(a, b) - greater));
    }
}
