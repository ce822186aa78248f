package weighbridge.text;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Durations as people write them: {@code 500ms}, {@code 0.5s}, {@code 2m}. */
public final class Durations {
    /** What may be written, for messages. */
    public static final String ALLOWED = "a number with its unit ms, s or m, such as 500ms, 1.5s or 2m";

    // Eight digits of minutes still fit in a long of nanoseconds; nine would not.
    private static final Pattern FORM = Pattern.compile("(\\d{1,8}(?:\\.\\d{1,9})?)(ms|s|m)");

    private Durations() {}

    /** The duration, to the nanosecond; empty where the text is none. */
    public static Optional<Duration> parse(String text) {
        Matcher form = FORM.matcher(text.strip());
        if (!form.matches()) {
            return Optional.empty();
        }
        long nanosPerUnit = switch (form.group(2)) {
            case "ms" -> 1_000_000L;
            case "s" -> 1_000_000_000L;
            default -> 60_000_000_000L;
        };
        BigDecimal nanos = new BigDecimal(form.group(1)).multiply(BigDecimal.valueOf(nanosPerUnit));
        return Optional.of(Duration.ofNanos(nanos.longValue()));
    }

    /** As people write it, to the millisecond, in the largest unit in which it is whole. */
    public static String text(Duration duration) {
        long millis = duration.toMillis();
        if (millis % 1000 != 0) {
            return millis + "ms";
        }
        long seconds = millis / 1000;
        return seconds % 60 == 0 && seconds > 0 ? seconds / 60 + "m" : seconds + "s";
    }
}
