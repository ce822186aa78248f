package weighbridge.capacity;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What a load step says of its rate. */
public enum StepVerdict {
    /** Every SLO held. */
    KEPT,
    /** An SLO was broken, and the generator was well. */
    BROKEN,
    /** Inconclusive: an SLO was broken or the rate not reached, but the generator was overloaded. */
    @JsonProperty("generator")
    INCONCLUSIVE,
    /** The step was not judged by SLOs, or was cut off. */
    @JsonProperty("none")
    UNJUDGED
}
