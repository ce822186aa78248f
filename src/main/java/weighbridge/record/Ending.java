package weighbridge.record;

/** How a log ended. */
public sealed interface Ending {

    /** How many whole records were read and delivered, the run record included. */
    long records();

    /**
     * The file ends where a record ends. A killed run may end so by chance: a complete log is not a complete run.
     *
     * @param records how many records the log holds, at least 1
     */
    record Complete(long records) implements Ending {}

    /**
     * The file ends inside a record, as the log of a killed run does. All records before it were delivered, and nothing
     * of the broken one.
     *
     * @param records how many whole records came before it; 0 when the run record itself is cut
     * @param offsetBytes where the broken record begins, in bytes from the start of the file
     * @param inside what the broken record is: run, request, user, group or error
     */
    record Truncated(long records, long offsetBytes, String inside) implements Ending {}
}
