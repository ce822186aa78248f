package weighbridge.workload;

import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * A burst that has ended, as the generator saw it.
 *
 * @param target whose
 * @param burst which burst
 * @param startedAtMillis when all its users were let go, time of the run, ms since 1970
 * @param endedAtMillis when the last of them had its answer or had given up, time of the run, ms since 1970
 * @param succeeded calls that were answered as expected
 * @param cpuSeconds that the server and its children used from the burst before to the end of this one; null where it was not read
 */
public record Phase(
        String target,
        Burst burst,
        long startedAtMillis,
        long endedAtMillis,
        int succeeded,
        @JsonInclude(JsonInclude.Include.NON_NULL) Double cpuSeconds) {

    /** The same with this CPU time. */
    public Phase withCpuSeconds(double seconds) {
        return new Phase(target, burst, startedAtMillis, endedAtMillis, succeeded, seconds);
    }

    /** How long it took, ms; under 1 ms it is told as the clock's resolution of 1 ms. */
    public long millis() {
        return Math.max(1, endedAtMillis - startedAtMillis);
    }
}
