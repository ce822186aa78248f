package weighbridge.record;

/**
 * How a log ended.
 *
 * @param records how many whole records were read, that of the run included
 * @param truncated whether the file ends inside a record, as that of a killed run does. It may end between two by chance: a
 *     whole log is not a whole run
 */
public record LogEnd(long records, boolean truncated) {}
