package weighbridge.compare;

/** What became of a figure. */
public enum ChangeVerdict {
    /** Better, beyond doubt, noise and threshold. */
    BETTER("better"),
    /** Worse, beyond doubt, noise and threshold. */
    WORSE("worse"),
    /** Neither can be said. */
    SAME("same"),
    /** Nothing can be said. */
    NOT_COMPARABLE("not comparable"),
    /** Compared, but never called better or worse. */
    NOT_JUDGED("not judged");

    private final String words;

    ChangeVerdict(String words) {
        this.words = words;
    }

    /** In words for the user. */
    public String words() {
        return words;
    }

    /** Whether the two values were held against each other and judged. */
    public boolean isJudged() {
        return this == BETTER || this == WORSE || this == SAME;
    }
}
