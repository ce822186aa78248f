package weighbridge.record;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import weighbridge.workload.Purpose;

/**
 * A stretch of load at one rate, or by one number of users, that has ended. The latencies of its calls lie in
 * {@link RunFolder#latencies}.
 *
 * @param number counted from 1 over the whole run
 * @param target whom it was for
 * @param purpose what it was for
 * @param callsPerSecond planned, of an open load; null of a closed one
 * @param concurrency users that called without a pause, of a closed load, or connections that were held; null of an open one
 * @param keepAlive whether users kept their connections
 * @param pool most calls that could be in flight at once
 * @param startedAtMillis planned start of its first call, time of the run, ms since 1970
 * @param plannedMillis for how long calls were to be started
 * @param startMillis from the planned start of the first call to the actual start of the last, and as much longer as one call
 *     comes after the other: the time that the calls of an open load took to be started
 * @param millis from the planned start of the first call to the end of the last
 * @param planned calls that were to be started; of a closed load those that were
 * @param started calls that were
 * @param succeeded calls that were answered as expected in time
 * @param dry calls that started late because all users of the pool had a call in flight
 * @param stopped why it was ended before its planned end; null where it was not
 * @param connections open at its end; null where that was not counted
 * @param window what was seen around it
 * @param calls how its calls ended; null where that was not counted, as in earlier versions
 */
public record ProbeRecord(
        int number,
        String target,
        Purpose purpose,
        Double callsPerSecond,
        Integer concurrency,
        boolean keepAlive,
        int pool,
        long startedAtMillis,
        long plannedMillis,
        double startMillis,
        long millis,
        long planned,
        long started,
        long succeeded,
        long dry,
        EarlyEnd stopped,
        Integer connections,
        Window window,
        @JsonInclude(JsonInclude.Include.NON_NULL) CallCounts calls) {

    /** One whose calls were not counted one by one. */
    public ProbeRecord(
            int number,
            String target,
            Purpose purpose,
            Double callsPerSecond,
            Integer concurrency,
            boolean keepAlive,
            int pool,
            long startedAtMillis,
            long plannedMillis,
            double startMillis,
            long millis,
            long planned,
            long started,
            long succeeded,
            long dry,
            EarlyEnd stopped,
            Integer connections,
            Window window) {
        this(
                number,
                target,
                purpose,
                callsPerSecond,
                concurrency,
                keepAlive,
                pool,
                startedAtMillis,
                plannedMillis,
                startMillis,
                millis,
                planned,
                started,
                succeeded,
                dry,
                stopped,
                connections,
                window,
                null);
    }

    /** The same, of which this is known. */
    public ProbeRecord counted(CallCounts counts) {
        return with(window, counts);
    }

    /** What its calls are called in Gatling's log and report, but for those of a steady run. @param request counted from 0 */
    public String requestName(int request) {
        return requestName(target, number, callsPerSecond, concurrency, request);
    }

    /** The same of one that has not ended. */
    public static String requestName(
            String target, int number, Double callsPerSecond, Integer concurrency, int request) {
        return target + " probe " + number
                + (callsPerSecond == null
                        ? ", " + concurrency + " users"
                        : ", " + Math.round(callsPerSecond) + " calls/s")
                + (request == 0 ? "" : " then " + request);
    }

    /** The same without what was read of the target's processes. */
    ProbeRecord withoutProcesses() {
        return with(window.withoutProcesses(), calls);
    }

    private ProbeRecord with(Window seen, CallCounts counts) {
        return new ProbeRecord(
                number,
                target,
                purpose,
                callsPerSecond,
                concurrency,
                keepAlive,
                pool,
                startedAtMillis,
                plannedMillis,
                startMillis,
                millis,
                planned,
                started,
                succeeded,
                dry,
                stopped,
                connections,
                seen,
                counts);
    }

    /** Whether its calls started at planned times: told by the rate, and no key of its own in JSON. */
    @JsonIgnore
    public boolean isOpen() {
        return callsPerSecond != null;
    }
}
