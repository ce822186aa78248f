package weighbridge.analysis;

/** What the exit status of a run says. */
public enum ExitStatus {
    /** Done. */
    DONE(0),
    /** Wrong use or wrong input. */
    WRONG_INPUT(1),
    /** A target failed; the others are reported. */
    TARGET_FAILED(4);

    private final int code;

    ExitStatus(int code) {
        this.code = code;
    }

    /** The number the process ends with. */
    public int code() {
        return code;
    }

    /** Of a run with this report. */
    public static ExitStatus of(Report report) {
        return report.targets().stream().allMatch(TargetReport::measured) ? DONE : TARGET_FAILED;
    }
}
