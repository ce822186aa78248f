package weighbridge.analysis;

import java.util.List;
import java.util.Map;

/**
 * What the calls of one burst at one target say. Null where there were none.
 *
 * @param calls how many calls were logged
 * @param counter calls by HTTP status, -1 for those that ended without one in time
 * @param failures calls that were not answered as expected in time, by cause, the most frequent first
 * @param successRatio calls answered as expected in time ÷ calls
 * @param windowSeconds from the first start to the last end of the calls
 * @param secondsPerCall {@code windowSeconds} ÷ {@code calls}
 * @param peakInFlight most calls in flight at once
 * @param startSpreadMillis from the first start to the last
 * @param latencyMillis how long the calls took, those that succeeded and those that failed apart
 */
public record BurstReport(
        int calls,
        Map<Integer, Integer> counter,
        List<Failure> failures,
        Double successRatio,
        Double windowSeconds,
        Double secondsPerCall,
        Integer peakInFlight,
        Integer startSpreadMillis,
        LatencyMillis latencyMillis) {

    /** Of no calls. */
    static final BurstReport NONE =
            new BurstReport(0, Map.of(), List.of(), null, null, null, null, null, new LatencyMillis(null, null));

    /**
     * Calls that failed for one cause.
     *
     * @param cause see {@link Cause}
     * @param calls how many
     * @param message what Gatling said of the first of them
     */
    public record Failure(Cause cause, int calls, String message) {}

    /**
     * Latencies of calls that succeeded and of calls that failed, never mixed.
     *
     * @param ok null where none succeeded
     * @param ko null where none failed
     */
    public record LatencyMillis(LatencySummary ok, LatencySummary ko) {}
}
