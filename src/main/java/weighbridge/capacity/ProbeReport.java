package weighbridge.capacity;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import weighbridge.capacity.CapacityFinding.Ended;
import weighbridge.capacity.CapacityFinding.Reason;
import weighbridge.record.EarlyEnd;
import weighbridge.workload.Purpose;

/**
 * A load step: what the server took for it, and whether its SLOs were met.
 *
 * @param number counted from 1 over the whole run
 * @param round the processes that it was made in, counted from 1; all rounds have fresh ones
 * @param purpose what it was for
 * @param load what was asked and what came of it
 * @param cores CPU time of the target's tree ÷ wall time: how many cores it used; null where it could not be read
 * @param generatorCores the same of the process that makes the load
 * @param rssBytes resident memory at the end of the load; null where it could not be read
 * @param peakRssBytes the kernel's high-water mark during the load; null where it is not told
 * @param peakPssBytes the same with each page counted once; null where RSS does not count many pages more than once
 * @param verdict what it says of the rate
 * @param bound what it broke on; null where it did not
 * @param reasons why it is not {@link StepVerdict#KEPT}; empty where it is
 */
public record ProbeReport(
        int number,
        int round,
        Purpose purpose,
        LoadReport load,
        Double cores,
        Double generatorCores,
        Long rssBytes,
        Long peakRssBytes,
        @JsonInclude(JsonInclude.Include.NON_NULL) Long peakPssBytes,
        StepVerdict verdict,
        Bound bound,
        List<Reason> reasons) {
    /** Of a target whose RSS counts each page once. */
    public ProbeReport(
            int number,
            int round,
            Purpose purpose,
            LoadReport load,
            Double cores,
            Double generatorCores,
            Long rssBytes,
            Long peakRssBytes,
            StepVerdict verdict,
            Bound bound,
            List<Reason> reasons) {
        this(
                number,
                round,
                purpose,
                load,
                cores,
                generatorCores,
                rssBytes,
                peakRssBytes,
                null,
                verdict,
                bound,
                reasons);
    }

    /** Copies the list. */
    public ProbeReport {
        reasons = List.copyOf(reasons);
    }

    /** The planned rate; null of a closed load. */
    public Double offered() {
        return load.offeredCallsPerSecond();
    }

    /** Whether it says of its rate that it is held. */
    public boolean kept() {
        return verdict == StepVerdict.KEPT;
    }

    /** Whether the server ended under it. */
    public boolean serverEnded() {
        return reasons.contains(new Ended(EarlyEnd.SERVER_ENDED));
    }
}
