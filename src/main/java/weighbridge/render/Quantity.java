package weighbridge.render;

import java.util.Locale;
import weighbridge.render.PageTable.Cell;

/** Figures of a load as the page shows them: n/a where they are not known. */
final class Quantity {
    private static final double MIB = 1 << 20;
    private static final double KIB = 1 << 10;
    private static final int MOST_DIGITS_AFTER = 9;

    private Quantity() {}

    /** With as many digits after the point as make three in all, so that 0.000169 and 1,234 are both told. */
    static String digits(double value) {
        int after = value == 0 || Math.abs(value) >= 100
                ? 0
                : Math.min(MOST_DIGITS_AFTER, 2 - (int) Math.floor(Math.log10(Math.abs(value))));
        return String.format(Locale.ROOT, "%,." + after + "f", value);
    }

    /** The same in a sentence: without zeros at its end. */
    static String inWords(double value) {
        String digits = digits(value);
        return digits.contains(".") ? digits.replaceAll("\\.?0+$", "") : digits;
    }

    /** The same in a table. */
    static Cell cell(Number value) {
        return value == null
                ? new Cell(Text.orNotAvailable(null), null)
                : new Cell(digits(value.doubleValue()), value.doubleValue());
    }

    static Cell count(long value) {
        return new Cell(String.format(Locale.ROOT, "%,d", value), (double) value);
    }

    /** MiB, without the unit. */
    static Cell mebibytes(Long bytes) {
        return bytes == null ? cell(null) : new Cell(String.format(Locale.ROOT, "%,.2f", bytes / MIB), (double) bytes);
    }

    /** A part of 1 in per cent, without the sign. */
    static Cell percent(Double part) {
        return part == null ? cell(null) : new Cell(digits(100 * part), part);
    }

    static String with(Cell cell, String unit) {
        return cell.value() == null ? cell.text() : cell.text() + " " + unit;
    }

    static String kibibytes(double bytes) {
        return inWords(bytes / KIB) + " KiB";
    }
}
