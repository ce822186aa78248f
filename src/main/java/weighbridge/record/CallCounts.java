package weighbridge.record;

import java.util.List;

/**
 * How the calls of a load over time ended, counted one by one: Gatling's log may have a part of them only.
 *
 * @param succeeded calls that were answered as expected in time, by request
 * @param failed all others
 * @param mostInFlight most calls in flight at once
 * @param logged how many of all are in Gatling's log
 */
public record CallCounts(List<Long> succeeded, List<FailedCalls> failed, int mostInFlight, long logged) {
    /** Copies the lists. */
    public CallCounts {
        succeeded = List.copyOf(succeeded);
        failed = List.copyOf(failed);
    }

    /**
     * Calls that failed alike.
     *
     * @param request which of the target's requests, counted from 0
     * @param message what Gatling said; empty where the right answer came after the timeout
     * @param calls how many
     */
    public record FailedCalls(int request, String message, long calls) {}

    /** All calls. */
    public long all() {
        return succeeded.stream().mapToLong(calls -> calls).sum()
                + failed.stream().mapToLong(FailedCalls::calls).sum();
    }
}
