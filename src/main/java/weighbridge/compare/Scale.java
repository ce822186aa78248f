package weighbridge.compare;

import weighbridge.figure.Figure;
import weighbridge.figure.Unit;

/** How a value of a figure and a later one are held against each other. */
public enum Scale {
    /** By their ratio, for figures that are never 0: changes are natural logarithms, so half and twice are as far from 1. */
    RATIO,
    /** By their difference, in parts of 1. */
    PART,
    /** By their difference, for bytes that may be 0 or less. */
    BYTES;

    /** Of this figure. */
    static Scale of(Figure figure) {
        return figure.isRatio() ? RATIO : figure.unit() == Unit.RATIO ? PART : BYTES;
    }
}
