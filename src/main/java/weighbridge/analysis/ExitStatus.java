package weighbridge.analysis;

import weighbridge.capacity.Bound;
import weighbridge.capacity.CapacityReport;

/** What the exit status of a run says. */
public enum ExitStatus {
    /** Done. */
    DONE(0, "done"),
    /** Wrong use or wrong input. */
    WRONG_INPUT(1, "wrong use or wrong input"),
    /** A promise was broken, or a target got worse than it was in another run. */
    PROMISE_BROKEN(2, "an SLO was broken or a target got worse"),
    /** The measurement is not valid, and that was to be an error; or it was cut off, could not be kept, or could not be compared. */
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
     * before a target that failed, and
     * that before a promise that was broken, for it is the reason why.
     */
    public static ExitStatus of(Report report) {
        if (!report.run().complete()
                || report.run().settings().strict() && !report.verdict().valid()) {
            return NOT_VALID;
        }
        if (!report.targets().stream().allMatch(TargetReport::well)) {
            return TARGET_FAILED;
        }
        boolean anyRate = report.targets().stream().map(TargetReport::capacity).allMatch(ExitStatus::holdsAnyRate);
        return anyRate && SloAnalysis.areKept(report.promises()) ? DONE : PROMISE_BROKEN;
    }

    /** A promise that is kept at no rate is broken. Of a generator that was the limit already at the lowest nothing is said. */
    private static boolean holdsAnyRate(CapacityReport capacity) {
        return capacity == null || capacity.callsPerSecond() != null || capacity.bound() == Bound.GENERATOR;
    }
}
