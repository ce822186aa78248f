package weighbridge.engine;

import weighbridge.capacity.Bracket;
import weighbridge.capacity.CapacityReport;
import weighbridge.capacity.StepVerdict;

/** A rate that fresh processes are asked for, one after the other, and the steps down where one of them does not hold it. */
final class Confirmation {
    /** By this factor the first two rates that a process does not hold are lowered, the third by its square, the fourth by that squared. */
    private static final double STEP_DOWN = 1.04;

    /** The same where the generator was the limit: how much above it the server still holds is not told then anyway. */
    private static final double GENERATOR_STEP_DOWN = 1.15;

    /** After so many inconclusive processes in all the rate is given up. */
    private static final int PATIENCE = 3;

    private final boolean byGenerator;
    private int inconclusive;
    private boolean stoppedByGenerator;
    private boolean broken;
    private Double rate;
    private int held;

    /** Of the rate that a search has found. */
    Confirmation(Bracket found) {
        this.rate = found.low();
        this.byGenerator = found.limit() == StepVerdict.INCONCLUSIVE;
        this.stoppedByGenerator = byGenerator;
    }

    /** Calls a second; null where none was found. */
    Double rate() {
        return rate;
    }

    /** How many processes have held it, or more. */
    int held() {
        return held;
    }

    /** Whether the generator was the limit of the rate, and no process broke one: the server may hold more. */
    boolean isStoppedByGenerator() {
        return stoppedByGenerator;
    }

    /** Whether there is nothing to be done any more. */
    boolean isOver() {
        return rate == null || held >= CapacityReport.CONFIRMATIONS;
    }

    /** The process that held the rate last ended under less: it did not hold it after all. */
    void withdraw() {
        held--;
        add(StepVerdict.BROKEN, 0);
    }

    /** What a fresh process said of the rate. @param before how many higher ones it did not hold */
    void add(StepVerdict verdict, int before) {
        if (verdict == StepVerdict.KEPT) {
            held++;
        } else if (verdict == StepVerdict.INCONCLUSIVE && !byGenerator && inconclusive < PATIENCE) {
            inconclusive++; // a busy moment of the machine: the next process is asked the same
        } else {
            broken |= verdict == StepVerdict.BROKEN;
            stoppedByGenerator = !broken; // a process that broke a rate while the generator was well says more
            double lower = rate
                    / (verdict == StepVerdict.INCONCLUSIVE
                            ? GENERATOR_STEP_DOWN
                            : Math.pow(STEP_DOWN, 1 << Math.max(0, before - 1)));
            rate = lower >= 100 ? Math.floor(lower) : Math.floor(lower * 10) / 10;
        }
    }
}
