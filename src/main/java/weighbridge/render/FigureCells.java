package weighbridge.render;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;
import weighbridge.analysis.FigureReport;
import weighbridge.compare.FigureComparison;
import weighbridge.compare.Scale;
import weighbridge.figure.Figure;
import weighbridge.statistics.ShiftInterval;

/** A figure over rounds, and its change, as tables show them. */
final class FigureCells {
    private FigureCells() {}

    /** What it is, with the unit that its name does not have yet. */
    static String title(Figure figure) {
        return switch (figure.unit()) {
            case SECONDS -> figure.label();
            case MILLIS -> figure.label() + " ms";
            case BYTES -> figure.label() + " MiB";
            case RATIO -> figure.label() + " %";
        };
    }

    /** Its median and, where there is one, the interval for it. */
    static String median(Figure figure, FigureReport report) {
        if (report == null || report.median() == null) {
            return Text.NOT_AVAILABLE;
        }
        String median = value(figure, report.median());
        return report.low() == null
                ? median
                : median + " (" + value(figure, report.low()) + " to " + value(figure, report.high()) + ")";
    }

    /** A value in the unit of the title; null is n/a. */
    static String value(Figure figure, Double value) {
        if (value == null) {
            return Text.NOT_AVAILABLE;
        }
        return switch (figure.unit()) {
            case SECONDS -> figure == Figure.SECONDS_PER_CALL ? Text.secondsPerCall(value) : Text.seconds(value);
            case MILLIS -> shortest(value);
            case BYTES -> withoutMinusZero(String.format(Locale.ROOT, "%.2f", value / (1 << 20)));
            case RATIO -> Text.percent(value);
        };
    }

    /** Whole or with one digit: the median of an even number of rounds lies between two. */
    private static String shortest(double value) {
        BigDecimal rounded = BigDecimal.valueOf(value).setScale(1, RoundingMode.HALF_UP);
        return rounded.stripTrailingZeros().scale() <= 0
                ? rounded.setScale(0, RoundingMode.UNNECESSARY).toPlainString()
                : rounded.toPlainString();
    }

    /** A change with its interval. */
    static String change(FigureComparison comparison) {
        ShiftInterval change = comparison.change();
        if (change == null) {
            return Text.NOT_AVAILABLE;
        }
        Scale scale = comparison.scale();
        return signed(scale, change.estimate()) + " " + unit(scale) + " (" + signed(scale, change.low()) + " to "
                + signed(scale, change.high()) + ")";
    }

    /** How far from none a change has to be. */
    static String noise(FigureComparison comparison) {
        return comparison.noise() == null
                ? Text.NOT_AVAILABLE
                : unsigned(comparison.scale(), comparison.noise()) + " " + unit(comparison.scale());
    }

    private static String signed(Scale scale, double change) {
        String size = withoutMinusZero(unsigned(scale, change));
        return size.startsWith("-") ? size : "+" + size;
    }

    private static String withoutMinusZero(String number) {
        return number.matches("-[0.]+") ? number.substring(1) : number;
    }

    private static String unsigned(Scale scale, double change) {
        return switch (scale) {
            case RATIO -> String.format(Locale.ROOT, "%.1f", 100 * Math.expm1(change));
            case PART -> String.format(Locale.ROOT, "%.2f", 100 * change);
            case BYTES -> String.format(Locale.ROOT, "%.2f", change / (1 << 20));
        };
    }

    private static String unit(Scale scale) {
        return switch (scale) {
            case RATIO -> "%";
            case PART -> "points";
            case BYTES -> "MiB";
        };
    }

    /** A part of 1 in per cent, with no more digits than needed. */
    static String percent(double part) {
        return BigDecimal.valueOf(part).movePointRight(2).stripTrailingZeros().toPlainString();
    }
}
