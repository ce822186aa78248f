package weighbridge.workload;

/**
 * n users at once, one call each on its own connection.
 *
 * @param kind what it is for
 * @param number counted from 1 within the kind
 */
public record Burst(Kind kind, int number) {
    private static final String COLD_SUFFIX = " cold";
    private static final String THEN_SUFFIX = " then ";

    /** What a burst is for. */
    public enum Kind {
        /** Unlogged, at the sink, before all targets: warms the generator. */
        GENERATOR_WARMUP("warm-up"),
        /** Logged: the first that a fresh target ever gets. */
        COLD("cold"),
        /** Unlogged: warms the target. */
        WARMUP("warm-up"),
        /** Unlogged, at the sink, right before the measured one: shows what the generator takes by itself. */
        FLOOR("floor"),
        /** Logged: the figures. */
        MEASURED("measured");

        private final String label;

        Kind(String label) {
            this.label = label;
        }

        /** As a user reads it. */
        public String label() {
            return label;
        }
    }

    /** Whether its calls stand in Gatling's log. */
    public boolean logged() {
        return kind == Kind.COLD || kind == Kind.MEASURED;
    }

    /**
     * What its calls at this target are called in Gatling's log and report.
     *
     * @param target name of the target, which has no space
     * @param request which of its requests, counted from 0
     */
    public String requestName(String target, int request) {
        String name = request == 0 ? target : target + THEN_SUFFIX + request;
        return kind == Kind.COLD ? name + COLD_SUFFIX : name;
    }
}
