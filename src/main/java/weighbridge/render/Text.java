package weighbridge.render;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Figures and words as the console shows them. */
public final class Text {
    static final String NOT_AVAILABLE = "n/a";

    private static final double MIB = 1024.0 * 1024.0;

    private Text() {}

    /** Seconds, with no more digits than needed: 2, 0.5. */
    static String number(long millis) {
        BigDecimal seconds = BigDecimal.valueOf(millis, 3).stripTrailingZeros();
        return seconds.toPlainString();
    }

    /** Seconds with one digit after the point at least: 1.0, 0.25. */
    static String decimal(long millis) {
        BigDecimal seconds = BigDecimal.valueOf(millis, 3).stripTrailingZeros();
        return (seconds.scale() < 1 ? seconds.setScale(1) : seconds).toPlainString();
    }

    static String mebibytes(long bytes) {
        return String.format(Locale.ROOT, "%.2f", bytes / MIB);
    }

    static String mebibytesOrNot(Long bytes) {
        return bytes == null ? NOT_AVAILABLE : mebibytes(bytes);
    }

    /** A difference of bytes in MiB, with its sign. */
    static String signed(long bytes) {
        String size = mebibytes(Math.abs(bytes));
        return (bytes < 0 && !size.equals("0.00") ? "-" : "+") + size;
    }

    /** A part of all calls, in per cent. */
    static String success(Double ratio) {
        return ratio == null ? NOT_AVAILABLE : percent(ratio) + "%";
    }

    static String secondsPerCall(Double seconds) {
        return seconds == null ? NOT_AVAILABLE : String.format(Locale.ROOT, "%.6f", seconds);
    }

    static String seconds(Double seconds) {
        return seconds == null ? NOT_AVAILABLE : String.format(Locale.ROOT, "%.3f", seconds);
    }

    static String wholePercent(double ratio) {
        return String.format(Locale.ROOT, "%.0f%%", 100 * ratio);
    }

    /** With one digit, rounded down: 100.0 is said only where it is all of them. */
    static String percent(double ratio) {
        return BigDecimal.valueOf(ratio)
                .movePointRight(2)
                .setScale(1, RoundingMode.DOWN)
                .toPlainString();
    }

    /** A figure, or that there is none. */
    public static String orNotAvailable(Object figure) {
        return figure == null ? NOT_AVAILABLE : figure.toString();
    }

    /** The words in a row, or the word that there are none. */
    static String orNone(Stream<String> words) {
        String joined = words.collect(Collectors.joining(" "));
        return joined.isEmpty() ? "none" : joined;
    }

    static String pad(String text, int width) {
        return text + " ".repeat(Math.max(0, width - text.length()));
    }
}
