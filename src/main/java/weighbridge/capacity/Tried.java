package weighbridge.capacity;

/**
 * A probe of a search that has ended.
 *
 * @param callsPerSecond offered
 * @param verdict what it said of this rate
 */
public record Tried(double callsPerSecond, Verdict verdict) {}
