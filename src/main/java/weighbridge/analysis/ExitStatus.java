package weighbridge.analysis;

import java.util.List;
import weighbridge.analysis.Finding.CallsMissing;
import weighbridge.analysis.Finding.Damaged;
import weighbridge.capacity.CapacityReport.Outcome;
import weighbridge.workload.CapacitySearch;

/** What the exit status of a run says. */
public enum ExitStatus {
    /** Done. */
    DONE(0, "done"),
    /** Wrong use or wrong input. */
    WRONG_INPUT(1, "wrong use or wrong input"),
    /** A promise was broken, or a target got worse than it was in another run. */
    PROMISE_BROKEN(2, "an SLO was broken or a target got worse"),
    /** The measurement is not valid, and that was to be an error; or it was cut off, could not be kept, found nothing, or could not be compared. */
    NOT_VALID(3, "the measurement is not valid or not complete"),
    /** A target failed or misbehaved; the others are reported. */
    TARGET_FAILED(4, "a target failed or misbehaved; the others are reported");

    private final int code;
    private final String meaning;

    ExitStatus(int code, String meaning) {
        this.code = code;
        this.meaning = meaning;
    }

    /** The number the process ends with. */
    public int code() {
        return code;
    }

    /** In words for the user. */
    public String meaning() {
        return meaning;
    }

    /**
     * Of a run with this report. That it is not whole, and where it is strict that its figures cannot be relied on, comes
     * before a target that failed, and that before a promise that was broken, for it is the reason why. A search that found
     * nothing by no fault of the target comes last.
     */
    public static ExitStatus of(Report report) {
        if (!isReliable(report)) {
            return NOT_VALID;
        }
        if (!report.targets().stream().allMatch(TargetReport::well)) {
            return TARGET_FAILED;
        }
        if (report.targets().stream().anyMatch(ExitStatus::holdsNoRate) || !SloAnalysis.areKept(report.promises())) {
            return PROMISE_BROKEN;
        }
        boolean search = report.run().settings().workload() instanceof CapacitySearch;
        return search && !report.targets().stream().allMatch(ExitStatus::isFound) ? NOT_VALID : DONE;
    }

    /** What {@link #of} says of this report, in words for the user. */
    public static String meaning(Report report) {
        ExitStatus status = of(report);
        return status == NOT_VALID && isReliable(report)
                ? "the search found no capacity, by no fault of the target"
                : status.meaning;
    }

    private static boolean isReliable(Report report) {
        return isWhole(report)
                && (!report.run().settings().strict() || report.verdict().valid());
    }

    /** Whether it came to its end, and all its calls are still in its logs. */
    private static boolean isWhole(Report report) {
        return report.run().complete()
                && report.verdict().faults().stream()
                        .map(Remark::finding)
                        .noneMatch(finding -> finding instanceof Damaged || finding instanceof CallsMissing);
    }

    /** A promise that is kept at no rate is broken. */
    private static boolean holdsNoRate(TargetReport target) {
        return target.capacity() != null
                && List.of(Outcome.NONE_HELD, Outcome.UNCONFIRMED)
                        .contains(target.capacity().outcome());
    }

    /** Not where the generator was the limit already at the lowest rate, or no rate was tried: nothing is said of the target. */
    private static boolean isFound(TargetReport target) {
        return target.capacity() != null && target.capacity().callsPerSecond() != null;
    }
}
