package weighbridge.render;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Locale;
import java.util.function.DoubleFunction;
import weighbridge.figure.Figure;

/** Numbers for people, the same under every locale; what is not known is {@value #NONE}. */
public final class Numbers {
    /** What stands for a number that is not known. */
    public static final String NONE = "n/a";

    private static final double MIB = 1 << 20;
    private static final int MOST_DECIMALS = 9;
    private static final MathContext THREE_DIGITS = new MathContext(3, RoundingMode.HALF_UP);

    private Numbers() {}

    /** A figure as it is, or that there is none. */
    public static String orNone(Object figure) {
        return figure == null ? NONE : figure.toString();
    }

    private static String told(Number value, DoubleFunction<String> text) {
        return value == null ? NONE : text.apply(value.doubleValue());
    }

    private static String format(String format, Object value) {
        return String.format(Locale.ROOT, format, value);
    }

    /** With so many decimals. */
    static String fixed(Number value, int decimals) {
        return told(value, number -> format("%." + decimals + "f", number));
    }

    /** With three decimals: ms to the µs in which latencies are counted, so that none is on the other side of a limit. */
    static String thousandths(Number value) {
        return fixed(value, 3);
    }

    /** Seconds a call, to the µs. */
    static String perCall(Number seconds) {
        return fixed(seconds, 6);
    }

    /** MiB, without the unit. */
    static String mebibytes(Number bytes) {
        return told(bytes, number -> format("%.2f", number / MIB));
    }

    /** The same with separators. */
    static String groupedMebibytes(Number bytes) {
        return told(bytes, number -> format("%,.2f", number / MIB));
    }

    /** A difference of bytes in MiB, with its sign. */
    static String signedMebibytes(Number bytes) {
        String size = withoutMinusZero(mebibytes(bytes));
        return bytes == null || size.startsWith("-") ? size : "+" + size;
    }

    /** With three digits that count, all of them: 0.0200. */
    static String threeDigits(Number value) {
        return told(value, number -> format("%.3g", number));
    }

    /** A part of 1 in per cent with one decimal, rounded down: 100.0 is said only where it is all of it. */
    static String percent(Number ratio) {
        return told(
                ratio, part -> hundredfold(part).setScale(1, RoundingMode.DOWN).toPlainString());
    }

    /** The same with its sign. */
    static String success(Number ratio) {
        return told(ratio, part -> percent(part) + "%");
    }

    /** A part of 1 in whole per cent. */
    static String wholePercent(Number ratio) {
        return told(ratio, part -> format("%.0f%%", 100 * part));
    }

    /** A part of 1 in per cent, with as many digits as tell few errors from none. */
    static String errors(Number ratio) {
        return told(ratio, part -> plain(hundredfold(part).round(THREE_DIGITS)) + "%");
    }

    /** A part of 1 in per cent, without its sign and with no more digits than needed. */
    static String exactPercent(double part) {
        return plain(hundredfold(part));
    }

    /**
     * Calls in a second, or anything else that is counted: whole from 100 on, below it with one decimal at most, and below 1
     * with three digits, so that little does not look like nothing.
     */
    static String rate(Number number) {
        return told(number, value -> {
            double size = Math.abs(value);
            return size < 1 ? brief(value) : size < 100 ? shortest(value) : format("%,.0f", value);
        });
    }

    /** With its unit: 4,100 calls/s. */
    static String callsPerSecond(Number rate) {
        return rate(rate) + " calls/s";
    }

    /** A whole number with separators. */
    static String count(Number number) {
        return number == null ? NONE : format("%,d", number.longValue());
    }

    /** Without separators, of what: 1 server, 2 servers. */
    static String count(int count, String what) {
        return count + " " + what + (count == 1 ? "" : "s");
    }

    /** Seconds, with no more digits than needed: 2, 0.5. */
    static String seconds(long millis) {
        return plain(BigDecimal.valueOf(millis, 3));
    }

    /** Seconds with one decimal at least: 1.0, 0.25. */
    static String decimalSeconds(long millis) {
        BigDecimal seconds = BigDecimal.valueOf(millis, 3).stripTrailingZeros();
        return (seconds.scale() < 1 ? seconds.setScale(1) : seconds).toPlainString();
    }

    /** With as many decimals as make three digits in all, so that 0.000169 and 1,234 are both told. */
    static String digits(Number number) {
        return told(number, value -> {
            int before = value == 0 ? 2 : (int) Math.floor(Math.log10(Math.abs(value)));
            return format("%,." + Math.max(0, Math.min(MOST_DECIMALS, 2 - before)) + "f", value);
        });
    }

    /** The same in a sentence: without zeros at its end. */
    static String brief(Number number) {
        String digits = digits(number);
        return digits.contains(".") ? digits.replaceAll("\\.?0+$", "") : digits;
    }

    /** The same of a part of 1, in per cent. */
    static String digitsOfPercent(Number part) {
        return told(part, value -> digits(100 * value));
    }

    /** All its digits, in groups of thousands: 20,000. */
    static String exact(BigDecimal number) {
        BigDecimal stripped = number.stripTrailingZeros();
        return format("%,." + Math.max(0, stripped.scale()) + "f", stripped);
    }

    /** In groups of thousands, of what: 1 host, 1,200 hosts. */
    static String exact(BigInteger number, String what) {
        return format("%,d ", number) + what + (number.equals(BigInteger.ONE) ? "" : "s");
    }

    /** What a figure is, with the unit that its name does not have yet. */
    static String title(Figure figure) {
        return switch (figure.unit()) {
            case SECONDS, COUNT -> figure.label();
            case MILLIS -> figure.label() + " ms";
            case BYTES -> figure.label() + " MiB";
            case RATIO -> figure.label() + " %";
        };
    }

    /** A value of this figure in the unit of its title. */
    static String of(Figure figure, Double value) {
        if (value == null) {
            return NONE;
        }
        return switch (figure.unit()) {
            case SECONDS -> figure == Figure.SECONDS_PER_CALL ? perCall(value) : thousandths(value);
            case MILLIS -> millis(value);
            case COUNT -> shortest(value);
            case BYTES -> withoutMinusZero(mebibytes(value));
            case RATIO -> percent(value);
        };
    }

    /** The same with its unit. */
    static String withUnit(Figure figure, Double value) {
        return value == null
                ? NONE
                : switch (figure.unit()) {
                    case SECONDS -> of(figure, value) + " s";
                    case MILLIS -> millis(value) + " ms";
                    case BYTES -> fixed(value / MIB, 1) + " MiB";
                    case RATIO -> success(value);
                    case COUNT -> shortest(value);
                };
    }

    /** Whole or with one decimal; below 10 with three digits, for loads over time are measured in µs. */
    private static String millis(double value) {
        return Math.abs(value) < 10 ? brief(value) : shortest(value);
    }

    /** GiB with its unit. */
    static String gibibytes(double bytes) {
        return fixed(bytes / MIB / 1024, 1) + " GiB";
    }

    /** Whole or with one decimal: the median of an even number of rounds lies between two. */
    static String shortest(double value) {
        String text = fixed(value, 1);
        return text.endsWith(".0") ? text.substring(0, text.length() - 2) : text;
    }

    static String withoutMinusZero(String number) {
        return number.matches("-[0.]+") ? number.substring(1) : number;
    }

    private static BigDecimal hundredfold(double part) {
        return BigDecimal.valueOf(part).movePointRight(2);
    }

    private static String plain(BigDecimal number) {
        return number.stripTrailingZeros().toPlainString();
    }
}
