package weighbridge.figure;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import weighbridge.text.Fault;
import weighbridge.text.Spelling;

/** Reads one condition: {@code p99<50ms}, or {@code netty:p99<50ms} for one target alone. */
final class ConditionReader {
    static final String ALLOWED = "conditions such as p99<50ms or netty:p99<50ms, separated by commas";

    private static final Pattern FORM = Pattern.compile("([^<>=!]*)(<=|>=|<|>)([^<>=!]*)");
    private static final Pattern NUMBER = Pattern.compile("\\d+(?:\\.\\d+)?");
    private static final Pattern TWO_MEANINGS = Pattern.compile("(\\d+(?:\\.\\d+)?)\\s*([kKMG])[Bb]?");

    private static final List<String> KEYS = Stream.concat(
                    Arrays.stream(Figure.values()).map(Figure::key), Stream.of(Slo.ERRORS))
            .toList();

    private final String text;
    private final List<Fault> faults;

    private ConditionReader(String text, List<Fault> faults) {
        this.text = text;
        this.faults = faults;
    }

    /** The SLO; empty where something is wrong with it, which is then among the faults. */
    static Optional<Slo> read(String text, List<Fault> faults) {
        return new ConditionReader(text.strip(), faults).read();
    }

    private Optional<Slo> read() {
        if (text.isEmpty()) {
            faults.add(new Fault(Slos.SETTING, "", "\"\"", ALLOWED, "give a condition, or leave the setting out"));
            return Optional.empty();
        }
        Matcher form = FORM.matcher(text);
        if (!form.matches()) {
            return wrong(text, "a figure, one of <, <=, > and >=, and a limit, such as p99<50ms", "write it so");
        }
        String left = form.group(1).strip();
        int colon = left.indexOf(':');
        String target = colon < 0 ? null : left.substring(0, colon).strip();
        if (target != null && target.isEmpty()) {
            return wrong(target, "the name of a target before the colon", "name it, or leave the colon out");
        }
        String key = left.substring(colon + 1).strip();
        Optional<Figure> figure = figure(key);
        if (figure.isEmpty()) {
            return wrong(
                    key,
                    Spelling.allowed(key, KEYS),
                    Spelling.meant(key, KEYS)
                            .map(meant -> "did you mean " + meant + "?")
                            .orElse("take one of those"));
        }
        return slo(
                target,
                key,
                figure.get(),
                operator(form.group(2)),
                form.group(3).strip());
    }

    private Optional<Slo> slo(String target, String key, Figure figure, Operator operator, String limit) {
        Optional<Amount> amount = Amount.parse(limit, figure.unit());
        if (amount.isEmpty()) {
            return wrong(limit, Amount.allowed(figure.unit()), fix(key, operator, figure.unit(), limit));
        }
        return Optional.of(new Slo(target, key, figure, operator, amount.get()));
    }

    private static Optional<Figure> figure(String key) {
        if (key.equals(Slo.ERRORS)) {
            return Optional.of(Figure.SUCCESS_RATIO);
        }
        return Figure.of(key);
    }

    private static Operator operator(String sign) {
        return Arrays.stream(Operator.values())
                .filter(operator -> operator.sign().equals(sign))
                .findFirst()
                .orElseThrow();
    }

    /** What was most likely meant, written right. */
    private static String fix(String key, Operator operator, Unit unit, String limit) {
        Matcher twoMeanings = TWO_MEANINGS.matcher(limit);
        if (unit == Unit.BYTES && twoMeanings.matches()) {
            String symbol = twoMeanings.group(2).toUpperCase(Locale.ROOT) + "iB";
            return "write " + twoMeanings.group(1) + symbol + ": "
                    + limit.substring(twoMeanings.end(1)).strip()
                    + " stands for thousands to some and for 1,024s to others";
        }
        String example = switch (unit) {
            case SECONDS, MILLIS -> "ms";
            case BYTES -> "MiB";
            case RATIO -> "%";
            case COUNT -> "";
        };
        String written = NUMBER.matcher(limit).matches() ? limit + example : "";
        if (Amount.parse(written, unit).isPresent()) {
            return "write for example " + key + operator.sign() + written;
        }
        return limit.startsWith("-") ? "a limit has no sign" : "write it so";
    }

    private Optional<Slo> wrong(String found, String allowed, String fix) {
        faults.add(new Fault(Slos.SETTING, text, '"' + found + '"', allowed, fix));
        return Optional.empty();
    }
}
