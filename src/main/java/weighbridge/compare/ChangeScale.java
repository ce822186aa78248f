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

    /** A value on this scale. 0 ms is anything below 1 ms, so taking it for 1 ms makes a change look smaller, never greater. */
    double of(Figure figure, double value) {
        return this == RATIO ? Math.log(figure.resolution() > 0 ? Math.max(value, Figure.LOG_MILLIS) : value) : value;
    }
}
