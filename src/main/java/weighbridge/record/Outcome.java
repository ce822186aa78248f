package weighbridge.record;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.function.UnaryOperator;

/**
 * What came of a target.
 *
 * @param is what it was
 * @param reason why it failed; null where it did not
 */
public record Outcome(
        Kind is, @JsonInclude(JsonInclude.Include.NON_NULL) String reason) {
    /** It was measured. */
    public static final Outcome MEASURED = new Outcome(Kind.MEASURED, null);

    /** It was not reached. */
    public static final Outcome NOT_REACHED = new Outcome(Kind.NOT_REACHED, null);

    /** What can come of a target. */
    public enum Kind {
        /** It ran from the first weighing to the last. */
        MEASURED("measured"),
        /** It could not be built, started or did not become ready. */
        FAILED_TO_START("failed-to-start"),
        /** It was ready, and ended by itself before the last weighing. */
        DIED_UNDER_LOAD("died-under-load"),
        /** The run ended before its measured burst did. */
        NOT_REACHED("not-reached");

        private final String label;

        Kind(String label) {
            this.label = label;
        }

        /** As it is printed, and stands in files. */
        @JsonValue
        public String label() {
            return label;
        }
    }

    /** A failure has a reason, and nothing else has one. */
    public Outcome {
        if ((is == Kind.FAILED_TO_START || is == Kind.DIED_UNDER_LOAD) != (reason != null)) {
            throw new IllegalArgumentException(is + " with the reason " + reason);
        }
    }

    /** It failed to start, for this reason. */
    public static Outcome failedToStart(String reason) {
        return new Outcome(Kind.FAILED_TO_START, reason);
    }

    /** It died under load, for this reason. */
    public static Outcome diedUnderLoad(String reason) {
        return new Outcome(Kind.DIED_UNDER_LOAD, reason);
    }

    /** The same with its reason changed, where it has one. */
    Outcome with(UnaryOperator<String> change) {
        return reason == null ? this : new Outcome(is, change.apply(reason));
    }
}
