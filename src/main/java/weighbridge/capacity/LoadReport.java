package weighbridge.capacity;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * A stretch of load: what was asked and what came of it.
 *
 * @param kind {@code open}: calls start at planned times; {@code closed}: each user calls again once it is answered
 * @param offeredCallsPerSecond planned rate; null of a closed load
 * @param concurrency users that call at once; null of an open load
 * @param keepAlive whether users kept their connections
 * @param pool most calls that could be in flight at once
 * @param seconds for how long calls were to be started
 * @param calls that were started
 * @param succeeded of them that were answered as expected in time
 * @param achievedCallsPerSecond calls answered as expected ÷ the time in which calls were started; of a closed load ÷ the time
 *     to the last end
 * @param latencyMillis of those that succeeded, from their actual start; null where none did
 * @param plannedLatencyMillis the same from their planned start; null of a closed load
 * @param lag by how much calls started after their planned start; null of a closed load
 * @param poolDryCalls calls that started late because every user of the pool had a call in flight
 * @param inFlight mean number of calls in flight: sum of their latencies ÷ time
 * @param inFlightGrows whether there were more and more of them
 * @param littleDeviation of a closed load |X·R − N| ÷ N by Little's law; null of an open load
 * @param loggedCalls how many of the calls are in Gatling's log and report; null where that was not counted, as in earlier
 *     versions
 */
public record LoadReport(
        String kind,
        Double offeredCallsPerSecond,
        Integer concurrency,
        boolean keepAlive,
        int pool,
        double seconds,
        long calls,
        long succeeded,
        double achievedCallsPerSecond,
        Latency latencyMillis,
        Latency plannedLatencyMillis,
        Lag lag,
        long poolDryCalls,
        double inFlight,
        boolean inFlightGrows,
        Double littleDeviation,
        @JsonInclude(JsonInclude.Include.NON_NULL) Long loggedCalls) {

    /** Whether Gatling's log and report have a part of the calls only. */
    @JsonIgnore
    public boolean isThinned() {
        return loggedCalls != null && loggedCalls < calls;
    }

    /**
     * Actual start − planned start, ms, over all calls.
     *
     * @param p99 99th percentile
     * @param max the longest
     * @param generatorP99 99th percentile of those calls for which a user was free: what the generator itself was late by; null
     *     where there were none
     */
    public record Lag(double p99, double max, Double generatorP99) {}

    /** Calls a second that were started, whatever came of them; 0 where none succeeded, which leaves no rate to tell it by. */
    public double startedCallsPerSecond() {
        return succeeded == 0 ? 0 : achievedCallsPerSecond * calls / succeeded;
    }

    /** Part of the calls that were not answered as expected in time. */
    public double errorRatio() {
        return calls == 0 ? 0 : (double) (calls - succeeded) / calls;
    }
}
