package weighbridge.record;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.Objects;

/** What came of a target. In {@code run.json} the property {@code is} tells which. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "is")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Outcome.Measured.class, name = "measured"),
    @JsonSubTypes.Type(value = Outcome.FailedToStart.class, name = "failed-to-start"),
    @JsonSubTypes.Type(value = Outcome.DiedUnderLoad.class, name = "died-under-load"),
    @JsonSubTypes.Type(value = Outcome.NotReached.class, name = "not-reached")
})
public sealed interface Outcome {

    /** It ran from the first weighing to the last. */
    record Measured() implements Outcome {}

    /** It could not be built, started or did not become ready. */
    record FailedToStart(String reason) implements Outcome {
        /** Needs its reason. */
        public FailedToStart {
            Objects.requireNonNull(reason);
        }
    }

    /** It was ready, and ended by itself before the last weighing. */
    record DiedUnderLoad(String reason) implements Outcome {
        /** Needs its reason. */
        public DiedUnderLoad {
            Objects.requireNonNull(reason);
        }
    }

    /** The run ended before its measured burst did. */
    record NotReached() implements Outcome {}
}
