package weighbridge.figure;

/** On which side of its limit a figure has to be. */
public enum Operator {
    /** Less. */
    LESS("<"),
    /** Less or the same. */
    AT_MOST("<="),
    /** More. */
    MORE(">"),
    /** More or the same. */
    AT_LEAST(">=");

    private final String sign;

    Operator(String sign) {
        this.sign = sign;
    }

    /** As it is written. */
    public String sign() {
        return sign;
    }

    /** Whether a value holds that compares so with the limit, as {@link Comparable#compareTo} says it. */
    boolean holds(int comparison) {
        return switch (this) {
            case LESS -> comparison < 0;
            case AT_MOST -> comparison <= 0;
            case MORE -> comparison > 0;
            case AT_LEAST -> comparison >= 0;
        };
    }
}
