package weighbridge.render;

import weighbridge.analysis.FigureReport;
import weighbridge.compare.ChangeScale;
import weighbridge.compare.FigureComparison;
import weighbridge.figure.Figure;
import weighbridge.statistics.ShiftInterval;

/** A figure over rounds, and its change, as tables show them. */
final class ChangeWords {
    private ChangeWords() {}

    /** Its median and, where there is one, the interval for it. */
    static String median(Figure figure, FigureReport report) {
        if (report == null || report.median() == null) {
            return Numbers.NONE;
        }
        String median = Numbers.of(figure, report.median());
        return report.low() == null
                ? median
                : median + " (" + Numbers.of(figure, report.low()) + " to " + Numbers.of(figure, report.high()) + ")";
    }

    /** A change with its interval. */
    static String change(FigureComparison comparison) {
        ShiftInterval change = comparison.change();
        if (change == null) {
            return Numbers.NONE;
        }
        ChangeScale scale = comparison.scale();
        return signed(scale, change.estimate()) + " " + unit(scale) + " (" + signed(scale, change.low()) + " to "
                + signed(scale, change.high()) + ")";
    }

    /** How far from none a change has to be. */
    static String noise(FigureComparison comparison) {
        return comparison.noise() == null
                ? Numbers.NONE
                : unsigned(comparison.scale(), comparison.noise()) + " " + unit(comparison.scale());
    }

    private static String signed(ChangeScale scale, double change) {
        String size = Numbers.withoutMinusZero(unsigned(scale, change));
        return size.startsWith("-") ? size : "+" + size;
    }

    private static String unsigned(ChangeScale scale, double change) {
        return switch (scale) {
            case RATIO -> Numbers.fixed(100 * Math.expm1(change), 1);
            case PART -> Numbers.fixed(100 * change, 2);
            case BYTES -> Numbers.mebibytes(change);
        };
    }

    private static String unit(ChangeScale scale) {
        return switch (scale) {
            case RATIO -> "%";
            case PART -> "points";
            case BYTES -> "MiB";
        };
    }
}
