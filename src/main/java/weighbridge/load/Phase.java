package weighbridge.load;

/**
 * A stretch of a run, for laying samples and calls side by side.
 *
 * @param target whose
 * @param burst which burst
 * @param startedAtMillis wall clock, ms since 1970
 * @param endedAtMillis wall clock, ms since 1970
 */
public record Phase(String target, Burst burst, long startedAtMillis, long endedAtMillis) {}
