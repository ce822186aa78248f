package weighbridge.process;

/**
 * One process and no other: the system gives the pid of an ended process to another one some day, but that one was
 * started at another time.
 *
 * @param pid what the system calls it
 * @param startTime in the unit of the {@link ProcessSource} that found it
 */
record ProcessId(long pid, long startTime) {}
