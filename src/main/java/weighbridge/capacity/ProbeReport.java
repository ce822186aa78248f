package weighbridge.capacity;

import java.util.List;

/**
 * One probe: a stretch of load, what the server took for it, and whether its promises were kept.
 *
 * @param number counted from 1 over the whole run
 * @param round the processes that it was made in, counted from 1; all rounds have fresh ones
 * @param purpose label of {@link weighbridge.workload.Purpose}
 * @param load what was asked and what came of it
 * @param cores processor time of the target's tree ÷ wall time: how many cores it used; null where it could not be read
 * @param generatorCores the same of the process that makes the load
 * @param rssBytes resident memory at the end of the load; null where it could not be read
 * @param peakRssBytes the kernel's high-water mark during the load; null where it is not told
 * @param verdict what it says of the rate
 * @param bound what it broke on: {@code slo}, {@code memory}, {@code cpu} or {@code generator}; null where it did not
 * @param reasons why it is not {@link Verdict#KEPT}, in words; empty where it is
 */
public record ProbeReport(
        int number,
        int round,
        String purpose,
        LoadReport load,
        Double cores,
        Double generatorCores,
        Long rssBytes,
        Long peakRssBytes,
        Verdict verdict,
        String bound,
        List<String> reasons) {
    /** Copies the list. */
    public ProbeReport {
        reasons = List.copyOf(reasons);
    }
}
