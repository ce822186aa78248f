package weighbridge.record;

/**
 * Files and connections of one process.
 *
 * @param open how many it has open
 * @param limit how many it may have open, the soft one of its two limits
 */
public record Descriptors(long open, long limit) {}
