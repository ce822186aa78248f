package weighbridge.capacity;

/** What stands in the way of a higher rate; the first says the least of the server. */
public enum Bound {
    /** What makes the load. */
    GENERATOR,
    /** An SLO of memory. */
    MEMORY,
    /** An SLO of CPU time, or all cores of the machine. */
    CPU,
    /** Latency, errors, or the rate itself. */
    SLO
}
