package weighbridge.compare;

import weighbridge.figure.Figure;

/**
 * What holds for a figure when it is compared.
 *
 * @param scale what its change is told in
 * @param judged whether it may be better or worse; the others are only shown
 * @param timed whether it is made of time, so that a machine that got slower makes it worse
 * @param resolution what it is told to, in its unit: a smaller change is none
 */
record Yardstick(Scale scale, boolean judged, boolean timed, double resolution) {
    /** Gatling's log is in whole ms. */
    private static final double LOG_MILLIS = 1;
    /** How often a server is asked whether it is ready. */
    private static final double READINESS_MILLIS = 20;

    static Yardstick of(Figure figure) {
        return switch (figure) {
            case SECONDS_PER_CALL, CPU_SECONDS_PER_1000_CALLS -> new Yardstick(Scale.of(figure), true, true, 0);
            case P50_MILLIS, P99_MILLIS -> new Yardstick(Scale.of(figure), true, true, LOG_MILLIS);
            case P75_MILLIS, P95_MILLIS, MAX_MILLIS -> new Yardstick(Scale.of(figure), false, true, LOG_MILLIS);
            case STARTUP_MILLIS -> new Yardstick(Scale.of(figure), true, true, READINESS_MILLIS);
            case SUCCESS_RATIO -> new Yardstick(Scale.of(figure), true, false, 0);
            case IDLE_RSS_BYTES, PEAK_RSS_BYTES, SETTLED_RSS_BYTES -> new Yardstick(Scale.of(figure), true, false, 0);
            case WARM_RSS_BYTES, AFTER_RSS_BYTES -> new Yardstick(Scale.of(figure), false, false, 0);
            case DELTA_RSS_BYTES, RETAINED_BYTES -> new Yardstick(Scale.of(figure), false, false, 0);
        };
    }

    /** A value on the scale. 0 ms is anything below 1 ms, so taking it for 1 ms makes a change look smaller, never greater. */
    double onScale(double value) {
        if (scale != Scale.RATIO) {
            return value;
        }
        return Math.log(resolution > 0 ? Math.max(value, LOG_MILLIS) : value);
    }
}
