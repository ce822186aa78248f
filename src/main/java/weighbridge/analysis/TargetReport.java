package weighbridge.analysis;

import java.util.List;
import java.util.Map;

/**
 * What a run says of one target. A figure that could not be had is null, never 0.
 *
 * @param name what it is called
 * @param version what it calls its version
 * @param outcome measured, failed-to-start, died-under-load or not-reached
 * @param reason why it was not measured; null where it was
 * @param pid of the process that the command started
 * @param url what was called
 * @param calls how many calls were logged
 * @param counter calls by HTTP status, -1 for those that ended without one in time
 * @param failures calls that were not answered as expected in time, by cause, the most frequent first
 * @param successRatio calls answered as expected in time ÷ calls
 * @param windowSeconds from the first start to the last end of the calls
 * @param secondsPerCall {@code windowSeconds} ÷ {@code calls}
 * @param peakInFlight most calls in flight at once
 * @param latencyMillis how long the calls took, those that succeeded and those that failed apart
 * @param memory of its process tree
 * @param cpuSecondsPer1000Calls user and system time of its process tree over the window per 1,000 calls that
 *     succeeded; null where the window took less than 1 s of it, for it is counted in ticks of 10 ms
 * @param startupMillis from the start of its process to the first right answer
 */
public record TargetReport(
        String name,
        String version,
        String outcome,
        String reason,
        Long pid,
        String url,
        int calls,
        Map<Integer, Integer> counter,
        List<Failure> failures,
        Double successRatio,
        Double windowSeconds,
        Double secondsPerCall,
        Integer peakInFlight,
        LatencyMillis latencyMillis,
        MemoryReport memory,
        Double cpuSecondsPer1000Calls,
        Long startupMillis) {

    /**
     * Calls that failed for one cause.
     *
     * @param cause see {@link Cause}
     * @param calls how many
     * @param message what Gatling said of the first of them
     */
    public record Failure(String cause, int calls, String message) {}

    /**
     * Latencies of calls that succeeded and of calls that failed, never mixed.
     *
     * @param ok null where none succeeded
     * @param ko null where none failed
     */
    public record LatencyMillis(LatencySummary ok, LatencySummary ko) {}

    /** Name and version, as reports show a target. */
    public String title() {
        return name + " " + version;
    }

    /** Whether it was measured to the end. */
    public boolean measured() {
        return outcome.equals("measured");
    }
}
