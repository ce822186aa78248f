package weighbridge.record;

/**
 * One reading of one process tree.
 *
 * @param atMillis time of the run, ms since 1970, at which it was taken
 * @param name of whom
 * @param reading what was read
 */
public record Sample(long atMillis, String name, Reading reading) {}
