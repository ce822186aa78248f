package weighbridge.analysis;

/**
 * How far the CPU limit of a target's own control group held it back in a window. Null where the system does not tell.
 *
 * @param periods in which it wanted to run
 * @param throttledPeriods of these those in which it was held back
 * @param seconds for how long, summed over processors
 */
public record Throttling(Long periods, Long throttledPeriods, Double seconds) {
    /** Whether its limit is what it waited for most of the time. */
    boolean inMostPeriods() {
        return periods != null && throttledPeriods != null && throttledPeriods > 0 && 2 * throttledPeriods >= periods;
    }
}
