package weighbridge.record;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;

/** Why a load step was ended before its planned end; in run.json each is a sentence. */
public enum EarlyEnd {
    /** The run was ended. */
    RUN_ENDED("the run was ended"),
    /** The server ended by itself. */
    SERVER_ENDED("it has ended"),
    /** An SLO was broken whatever the rest of the calls would do. */
    SLO_BROKEN("broken beyond doubt"),
    /** A warm-up did what it was for. */
    STEADY("steady"),
    /** A warm-up had too few calls. */
    IDLE("too few calls to warm a server"),
    /** So long it was to last, whatever was left of its calls. */
    TIME_OVER("its time was over"),
    /** Some calls could not be started in time. */
    NOT_ALL_STARTED("not all of its calls could be started in its time"),
    /** Some calls did not end in time. */
    CALLS_HANG("calls did not end"),
    /** A reason that this version does not know. */
    OTHER("it was ended early");

    private final String text;

    EarlyEnd(String text) {
        this.text = text;
    }

    /** As it stands in run.json. */
    @JsonValue
    public String text() {
        return text;
    }

    @JsonCreator
    static EarlyEnd of(String text) {
        return Arrays.stream(values())
                .filter(end -> end.text.equals(text))
                .findFirst()
                .orElse(OTHER);
    }
}
