package weighbridge.analysis;

/**
 * A finding with its place.
 *
 * @param target that it is about; null where it is about the run
 * @param round in which it was seen first, counted from 1
 * @param seen in how many rounds it was seen
 * @param rounds of the run
 */
public record Remark(Finding finding, String target, int round, int seen, int rounds) {
    /** About the run. */
    static Remark ofRun(Finding finding) {
        return new Remark(finding, null, 1, 1, 1);
    }
}
