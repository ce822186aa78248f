package weighbridge.statistics;

import java.util.Arrays;

/** The middle of values: what stands on both sides of it is as many, however far off it is. */
public final class Medians {
    private Medians() {}

    /** The middle one of the values, or the mean of the middle two where their count is even; there must be one at least. */
    public static double median(double[] values) {
        if (values.length == 0) {
            throw new IllegalArgumentException("no values have no median");
        }
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }
}
