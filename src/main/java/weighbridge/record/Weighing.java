package weighbridge.record;

import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * One look at the scale.
 *
 * @param name of whom: a target, or {@value #MAIN}
 * @param moment when in the run
 * @param atMillis time of the run, ms since 1970
 * @param reading what it said
 * @param peakRssBytes the most resident memory from the first call until now, when settled; null where that is not known
 */
public record Weighing(
        String name,
        Moment moment,
        long atMillis,
        Reading reading,
        @JsonInclude(JsonInclude.Include.NON_NULL) Long peakRssBytes) {

    /** Without a peak. */
    public Weighing(String name, Moment moment, long atMillis, Reading reading) {
        this(name, moment, atMillis, reading, null);
    }

    /** The process that hammers. */
    public static final String MAIN = "main";

    /** The moments of weighing. */
    public enum Moment {
        /** Ready and settled, before any load. */
        IDLE,
        /** After the warm-up and before the measured burst, a JVM after a garbage collection. */
        WARM,
        /** Settled again after its own load; for the generator after the load of all targets. */
        AFTER,
        /** Right after that, a JVM after another garbage collection. */
        SETTLED
    }
}
