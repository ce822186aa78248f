package weighbridge.render;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Locale;

/** Figures of a load that goes on for a time, as texts show them; null is n/a. */
final class LoadText {
    /** By how much at most X·R may differ from N, as a part of N, for Little's law to hold. */
    private static final BigDecimal MOST_DEVIATION = new BigDecimal("0.05");

    private static final MathContext THREE_DIGITS = new MathContext(3, RoundingMode.HALF_UP);
    private static final double KIB = 1024;

    private LoadText() {}

    /** Calls in a second, or anything else that is counted: whole from 100 on, below it with one digit at most. */
    static String rate(Double number) {
        if (number == null) {
            return Text.NOT_AVAILABLE;
        }
        return Math.abs(number) < 100 ? shortest(number) : String.format(Locale.ROOT, "%,.0f", number);
    }

    /** With its unit: 4,100 calls/s. */
    static String callsPerSecond(Double rate) {
        return rate(rate) + " calls/s";
    }

    static String count(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }

    /** To the µs in which latencies are counted, so that none is shown on the other side of a limit. */
    static String millis(Double millis) {
        return millis == null ? Text.NOT_AVAILABLE : String.format(Locale.ROOT, "%.3f", millis);
    }

    static String cores(Double cores) {
        return cores == null ? Text.NOT_AVAILABLE : String.format(Locale.ROOT, "%.3f", cores);
    }

    static String mebibytes(Double bytes) {
        return bytes == null ? Text.NOT_AVAILABLE : String.format(Locale.ROOT, "%.2f", bytes / (KIB * KIB));
    }

    static String kibibytes(double bytes) {
        return String.format(Locale.ROOT, "%.1f", bytes / KIB);
    }

    /** Seconds, with one digit at most: 30, 0.5. */
    static String seconds(double seconds) {
        return rate(seconds);
    }

    /** A part of 1 in per cent, with as many digits as tell few errors from none. */
    static String errors(double ratio) {
        return BigDecimal.valueOf(ratio)
                        .movePointRight(2)
                        .round(THREE_DIGITS)
                        .stripTrailingZeros()
                        .toPlainString()
                + "%";
    }

    /** Whether Little's law holds of a closed load. By how much it is off is rounded up: what does not hold is never 5.0 %. */
    static String little(Double deviation) {
        if (deviation == null) {
            return Text.NOT_AVAILABLE;
        }
        BigDecimal exact = BigDecimal.valueOf(deviation);
        String percent = exact.movePointRight(2).setScale(1, RoundingMode.UP).toPlainString();
        return exact.compareTo(MOST_DEVIATION) <= 0
                ? "holds, off by " + percent + " %"
                : "does not hold, off by " + percent + " % (more than 5 %)";
    }

    private static String shortest(double number) {
        String text = String.format(Locale.ROOT, "%.1f", number);
        return text.endsWith(".0") ? text.substring(0, text.length() - 2) : text;
    }
}
