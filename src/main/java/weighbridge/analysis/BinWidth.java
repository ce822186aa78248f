package weighbridge.analysis;

/** How wide bars are. */
final class BinWidth {
    private static final int[] STEPS = {1, 2, 5};

    private BinWidth() {}

    /** The smallest of 1, 2, 5, 10, 20, 50 ... ms of which at most {@code most} bins hold all from 0 up to {@code greatest}. */
    static int of(int greatest, int most) {
        for (long power = 1; ; power *= 10) {
            for (int step : STEPS) {
                if (greatest / (step * power) < most) {
                    return (int) (step * power);
                }
            }
        }
    }
}
