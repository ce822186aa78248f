package weighbridge.render;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import weighbridge.figure.Figure;
import weighbridge.text.Fault;

/** Figures and words as the index shows them; null is n/a. */
final class Shown {
    static final String NOT_AVAILABLE = "n/a";

    private static final double MIB = 1024.0 * 1024.0;
    private static final DateTimeFormatter DATE =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", Locale.ROOT).withZone(ZoneOffset.UTC);

    private Shown() {}

    /** A text of somebody else: no character that acts, and at most so many. */
    static String words(String text, int most) {
        return Fault.oneLine(text, most).replaceAll("[\\p{Cs}\\uFFFE\\uFFFF]", "?");
    }

    /** In UTC. */
    static String date(Instant instant) {
        return instant == null ? NOT_AVAILABLE : DATE.format(instant);
    }

    /** With one digit, rounded down: 100.0 is said only where it is all of them. */
    static String percent(Double ratio) {
        return ratio == null
                ? NOT_AVAILABLE
                : BigDecimal.valueOf(ratio)
                                .movePointRight(2)
                                .setScale(1, RoundingMode.DOWN)
                                .toPlainString() + "%";
    }

    /** In the unit that a reader expects. */
    static String value(Figure figure, Double value) {
        return switch (figure.unit()) {
            case SECONDS -> format(figure == Figure.SECONDS_PER_CALL ? "%.6f s" : "%.3f s", value);
            case MILLIS -> millis(value);
            case BYTES -> mebibytes(value);
            case RATIO -> percent(value);
        };
    }

    /** Whole, as the log tells them; a median of rounds may lie between two. */
    static String millis(Double millis) {
        return millis == null || millis == Math.rint(millis) ? format("%.0f ms", millis) : format("%.1f ms", millis);
    }

    static String mebibytes(Double bytes) {
        return format("%.1f MiB", bytes == null ? null : bytes / MIB);
    }

    static String gibibytes(double bytes) {
        return format("%.1f GiB", bytes / MIB / 1024);
    }

    /** From one size to another. */
    static String growth(Double from, Double to) {
        if (from == null && to == null) {
            return NOT_AVAILABLE;
        }
        boolean both = from != null && to != null;
        return (both ? format("%.1f", from / MIB) : mebibytes(from)) + " → " + mebibytes(to);
    }

    /** A relative link to an entry of the results folder: every character that could mean something is written as %xx. */
    static String link(Path folder) {
        String[] parts = folder.toUri().getRawPath().split("/");
        StringBuilder link = new StringBuilder("./");
        for (char character : parts[parts.length - 1].toCharArray()) {
            boolean plain =
                    character < 128 && (Character.isLetterOrDigit(character) || "._-~%".indexOf(character) >= 0);
            link.append(plain ? String.valueOf(character) : String.format(Locale.ROOT, "%%%02X", (int) character));
        }
        return link.append('/').toString();
    }

    private static String format(String format, Double figure) {
        return figure == null ? NOT_AVAILABLE : String.format(Locale.ROOT, format, figure);
    }
}
