package weighbridge.compare;

import weighbridge.figure.Figure;
import weighbridge.figure.Trait;
import weighbridge.figure.Unit;

/** How a value of a figure and a later one are held against each other. */
public enum ChangeScale {
    /** By their ratio, for figures that are never 0: changes are natural logarithms, so half and twice are as far from 1. */
    RATIO,
    /** By their difference, in parts of 1. */
    PART,
    /** By their difference, for bytes that may be 0 or less. */
    BYTES;

    /** Of this figure. */
    static ChangeScale of(Figure figure) {
        return !figure.is(Trait.DIFFERENCE) ? RATIO : figure.unit() == Unit.RATIO ? PART : BYTES;
    }

    /**
     * A value on this scale. 0 ms is anything below the resolution, so taking it for that makes a change look smaller, never
     * greater.
     *
     * @param latencyMillis to how much latencies are told
     */
    double of(Figure figure, double value, double latencyMillis) {
        if (this != RATIO) {
            return value;
        }
        // Start-up is in whole ms too, whatever the load is.
        double least = figure.isLatency() ? latencyMillis : figure == Figure.STARTUP_MILLIS ? Figure.LOG_MILLIS : 0;
        return Math.log(Math.max(value, least));
    }
}
