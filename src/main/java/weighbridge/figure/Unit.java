package weighbridge.figure;

/** What a figure is counted in. */
public enum Unit {
    /** Seconds. */
    SECONDS,
    /** Milliseconds. */
    MILLIS,
    /** Bytes. */
    BYTES,
    /** A part of 1, shown in per cent. */
    RATIO;

    /** Whether it is made of time, so that a machine that gets slower makes it more. */
    public boolean isTime() {
        return this == SECONDS || this == MILLIS;
    }
}
