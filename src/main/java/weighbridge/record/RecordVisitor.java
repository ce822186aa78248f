package weighbridge.record;

/**
 * Gets what is made use of in a log, in the order in which it was written, which is about the order in which things ended.
 * Each method does nothing by default. Strings are as Gatling was given them; equal strings of one log are the same instance.
 */
public interface RecordVisitor {
    /** The run itself: once, before all others. @param startEpochMillis when it started, ms since 1970 */
    default void run(long startEpochMillis) {}

    /**
     * A call and what came of it.
     *
     * @param name the request's name
     * @param startMillis when it was sent, ms after the run's start
     * @param endMillis when it was answered or given up, never before its start
     * @param ok whether it passed its checks
     * @param message why it failed; empty when there is nothing to say; Gatling cuts it to 200 characters
     */
    default void request(String name, int startMillis, int endMillis, boolean ok, String message) {}

    /** Something that went wrong outside of any call, such as a request that could not be built. */
    default void error(String message) {}
}
