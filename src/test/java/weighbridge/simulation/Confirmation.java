package weighbridge.simulation;

import weighbridge.capacity.CapacityReport;
import weighbridge.capacity.Verdict;

/** Holds a rate in fresh processes, and steps down where one of them does not hold it. */
final class Confirmation {
    /** By this factor a rate that was not held is lowered. */
    private static final double STEP_DOWN = 1.04;

    /** The same where the generator was the limit: how much above it the server still holds is not told then anyway. */
    private static final double GENERATOR_STEP_DOWN = 1.15;

    private Double rate;
    private boolean begun;
    private int held;

    /** Of this rate from here on; null where none was found. */
    void begin(Double callsPerSecond) {
        rate = callsPerSecond;
        begun = true;
    }

    /** Whether the search before it is over. */
    boolean isBegun() {
        return begun;
    }

    /** Calls a second. */
    double rate() {
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
    void add(Verdict verdict) {
        if (verdict == Verdict.KEPT) {
            held++;
        } else {
            double lower = rate / (verdict == Verdict.GENERATOR ? GENERATOR_STEP_DOWN : STEP_DOWN);
            rate = lower >= 100 ? Math.floor(lower) : Math.floor(lower * 10) / 10;
            held = 0;
        }
    }
}
