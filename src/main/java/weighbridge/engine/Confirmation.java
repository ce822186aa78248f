package weighbridge.engine;

import weighbridge.capacity.CapacityReport;
import weighbridge.capacity.StepVerdict;

/** Holds a rate in fresh processes, and steps down where one of them does not hold it. */
final class Confirmation {
    /** By this factor a rate that was not held is lowered. */
    private static final double STEP_DOWN = 1.04;

    /** The same where the generator was the limit: how much above it the server still holds is not told then anyway. */
    private static final double GENERATOR_STEP_DOWN = 1.15;

    /** So often a process of which nothing was told is followed by another one before the rate is given up. */
    private static final int PATIENCE = 3;

    private boolean byGenerator;
    private int untold;
    private Double rate;
    private boolean begun;
    private int held;

    /**
     * Of this rate from here on.
     *
     * @param callsPerSecond null where none was found
     * @param limitedByGenerator whether it was the generator that could do no more
     */
    void begin(Double callsPerSecond, boolean limitedByGenerator) {
        rate = callsPerSecond;
        byGenerator = limitedByGenerator;
        begun = true;
    }

    /** Whether the search before it is over. */
    boolean isBegun() {
        return begun;
    }

    /** Calls a second; null where none was found. */
    Double rate() {
        return rate;
    }

    int held() {
        return held;
    }

    /** Whether there is nothing to be done any more. */
    boolean isOver() {
        return rate == null || held >= CapacityReport.CONFIRMATIONS;
    }

    /** What a fresh process said of the rate. */
    void add(StepVerdict verdict) {
        if (verdict == StepVerdict.KEPT) {
            held++;
        } else if (verdict == StepVerdict.INCONCLUSIVE && !byGenerator && untold < PATIENCE) {
            untold++; // a moment of a busy machine: the next process is asked the same
        } else {
            double lower = rate / (verdict == StepVerdict.INCONCLUSIVE ? GENERATOR_STEP_DOWN : STEP_DOWN);
            rate = lower >= 100 ? Math.floor(lower) : Math.floor(lower * 10) / 10;
            held = 0;
        }
    }
}
