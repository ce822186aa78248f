package weighbridge.figure;

import java.math.BigDecimal;
import java.util.List;

/**
 * A unit as people write it.
 *
 * @param text what stands behind the number
 * @param size how many of the figure's own unit it is; a product of twos and tens, so that dividing by it is exact
 * @param usual whether the tables show figures in it
 * @param leastDecimals that a measured value is shown with
 * @param decimals that it is shown with where they are not zeros
 */
record Symbol(String text, BigDecimal size, boolean usual, int leastDecimals, int decimals) {

    /** Those of a unit, the smallest first. */
    static List<Symbol> of(Unit unit) {
        return switch (unit) {
            case SECONDS -> List.of(milliseconds("0.001", false), seconds("1", true));
            case MILLIS -> List.of(milliseconds("1", true), seconds("1000", false));
            case BYTES ->
                List.of(
                        new Symbol("B", BigDecimal.ONE, false, 0, 0),
                        bytes("KiB", 1L << 10, false),
                        bytes("MiB", 1L << 20, true),
                        bytes("GiB", 1L << 30, false));
            case RATIO -> List.of(new Symbol("%", new BigDecimal("0.01"), true, 1, 1));
            case COUNT -> List.of(new Symbol("", BigDecimal.ONE, true, 0, 1));
        };
    }

    private static Symbol milliseconds(String size, boolean usual) {
        return new Symbol("ms", new BigDecimal(size), usual, 0, 3);
    }

    private static Symbol seconds(String size, boolean usual) {
        return new Symbol("s", new BigDecimal(size), usual, 0, 6);
    }

    private static Symbol bytes(String text, long size, boolean usual) {
        return new Symbol(text, BigDecimal.valueOf(size), usual, 2, 2);
    }

    /** So many of the figure's own unit, counted in this one. */
    BigDecimal count(BigDecimal number) {
        return number.divide(size);
    }

    /** A count with this unit: 50 ms, 99.9%. */
    String with(BigDecimal count) {
        return count.toPlainString() + (text.equals("%") || text.isEmpty() ? "" : " ") + text;
    }
}
