package weighbridge.render;

/**
 * What a reader has to know of a run.
 *
 * @param kind of what
 * @param words as the run has them: they may come from somebody else, and each format escapes them its own way
 */
public record ReportRemark(Kind kind, String words) {
    /** Of what a remark is, what matters most first. */
    public enum Kind {
        /** Why the figures cannot be relied on. */
        NOT_VALID("Not valid"),
        /** Why a target was not measured. */
        FAILED("Failed"),
        /** What a target did that a server should not. */
        MISBEHAVED("Misbehaved"),
        /** What a target's failed calls are laid to. */
        CALLS_FAILED("Why calls failed"),
        /** Something else. */
        OTHER("Remark");

        private final String title;

        Kind(String title) {
            this.title = title;
        }

        /** What stands before its words. */
        public String title() {
            return title;
        }
    }
}
