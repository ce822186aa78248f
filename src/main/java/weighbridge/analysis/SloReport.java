package weighbridge.analysis;

import weighbridge.figure.Unit;

/**
 * What came of one SLO at one target.
 *
 * @param target of whom it was promised
 * @param figure key of what was promised
 * @param unit what {@code limit} and {@code value} are counted in
 * @param condition in words: {@code p99 < 50 ms}
 * @param limit of the value
 * @param value what was measured, over several rounds their median; null where it is not known
 * @param kept whether the value is known and on the promised side of the limit
 * @param reason why the value is not known; null where it is
 */
public record SloReport(
        String target,
        String figure,
        Unit unit,
        String condition,
        double limit,
        Double value,
        boolean kept,
        Gap reason) {

    /** Whether there is a value to hold against the limit. */
    public boolean known() {
        return value != null;
    }
}
