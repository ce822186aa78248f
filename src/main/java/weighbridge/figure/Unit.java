package weighbridge.figure;

/** What a figure is counted in. */
public enum Unit {
    SECONDS("seconds"),
    MILLIS("milliseconds"),
    BYTES("bytes"),
    /** A part of 1, shown in per cent. */
    RATIO("ratio"),
    /** Things that are counted. */
    COUNT("count");

    private final String words;

    Unit(String words) {
        this.words = words;
    }

    /** Its name for people. */
    public String words() {
        return words;
    }

    /** Whether it is made of time, so that a machine that gets slower makes it more. */
    public boolean isTime() {
        return this == SECONDS || this == MILLIS;
    }
}
