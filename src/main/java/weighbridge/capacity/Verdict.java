package weighbridge.capacity;

/** What a probe says of its rate. */
public enum Verdict {
    /** All promises were kept. */
    KEPT,
    /** A promise was broken, and the generator was well. */
    BROKEN,
    /** A promise was broken, or the rate not reached, and the generator was not well: nothing is said of the server. */
    GENERATOR,
    /** Of a load that is not held against promises. */
    NONE
}
