package weighbridge.load;

/**
 * n users at once, one call each on its own connection.
 *
 * @param kind whether its calls count
 * @param number counted from 1 within the kind
 */
public record Burst(Kind kind, int number) {
    /** Whether the calls of a burst are logged and counted. */
    public enum Kind {
        /** Unlogged: warms the generator and the server. */
        WARMUP,
        /** Logged: the figures. */
        MEASURED
    }
}
