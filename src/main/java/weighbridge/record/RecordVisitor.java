package weighbridge.record;

import java.util.List;

/**
 * Gets a log's records in the order they were written, which is about the order in which things ended. Each method does
 * nothing by default. Times are ms after the run's start and never negative, and an end never lies before its start.
 * Strings are as Gatling was given them, line breaks and tabs included; equal strings of one log are the same instance,
 * and so are equal lists of groups, which are unmodifiable.
 */
public interface RecordVisitor {

    /** The run itself: once, before all others. */
    default void run(RunHeader header) {}

    /**
     * A call and what came of it.
     *
     * @param groups the groups it was made in, outermost first; empty when none
     * @param name the request's name
     * @param startMillis when it was sent, ms after the run's start
     * @param endMillis when it was answered or given up, ms after the run's start
     * @param ok whether it passed its checks
     * @param message why it failed; empty when there is nothing to say; Gatling cuts it to 200 characters
     */
    default void request(
            List<String> groups, String name, int startMillis, int endMillis, boolean ok, String message) {}

    /**
     * A virtual user's start or end.
     *
     * @param scenario the scenario's name, one of {@link RunHeader#scenarios()}
     * @param start true for the start, false for the end
     * @param atMillis when, ms after the run's start
     */
    default void user(String scenario, boolean start, int atMillis) {}

    /**
     * A user's way through a group.
     *
     * @param groups the group, with those around it before it; never empty
     * @param startMillis when the user entered it, ms after the run's start
     * @param endMillis when the user left it, ms after the run's start
     * @param cumulatedMillis the time spent waiting for answers inside, in ms; pauses are not in it
     * @param ok whether nothing failed inside
     */
    default void group(List<String> groups, int startMillis, int endMillis, int cumulatedMillis, boolean ok) {}

    /**
     * Something that went wrong outside of any call, such as a request that could not be built.
     *
     * @param message what went wrong
     * @param atMillis when, ms after the run's start
     */
    default void error(String message, int atMillis) {}
}
