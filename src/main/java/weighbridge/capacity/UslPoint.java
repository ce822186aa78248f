package weighbridge.capacity;

/**
 * What was carried under closed load.
 *
 * @param concurrency users who each have one call in flight at all times, 1 or more
 * @param callsPerSecond calls answered per second, 0 or more
 * @param level which points were measured alike: the number of users that there were
 */
public record UslPoint(double concurrency, double callsPerSecond, double level) {
    /** Measured like all others of this very concurrency. */
    public UslPoint(double concurrency, double callsPerSecond) {
        this(concurrency, callsPerSecond, concurrency);
    }

    /** Refuses what no closed load can have measured. */
    public UslPoint {
        if (!(concurrency >= 1 && concurrency < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("no closed load has a concurrency of " + concurrency);
        }
        if (!(callsPerSecond >= 0 && callsPerSecond < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("no server answers " + callsPerSecond + " calls per second");
        }
    }
}
