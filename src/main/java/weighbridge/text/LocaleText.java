package weighbridge.text;

import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Texts from the command line and names of folders, which Java reads in the locale that it is started in. */
public final class LocaleText {
    private static final String REPLACEMENT = "\uFFFD";

    private static final Pattern WRITTEN_OUT = Pattern.compile("\\\\u([0-9A-Fa-f]{4})");

    private LocaleText() {}

    /** As it was given: Gatling's Maven plugin hands on characters beyond ASCII as a backslash, u and four digits. */
    public static String asGiven(String text) {
        return WRITTEN_OUT
                .matcher(text)
                .replaceAll(
                        digits -> Matcher.quoteReplacement(Character.toString(Integer.parseInt(digits.group(1), 16))));
    }

    /** What is wrong where a text has characters that the locale of this process lacks; empty where it has all. */
    public static Optional<Fault> fault(String where, String text) {
        return fault(where, text, System.getProperty("sun.jnu.encoding", "UTF-8"), System::getenv);
    }

    static Optional<Fault> fault(String where, String text, String encoding, UnaryOperator<String> variables) {
        if (!text.contains(REPLACEMENT) || encoding.equals("UTF-8")) {
            return Optional.empty();
        }
        String locale = Stream.of("LC_ALL", "LC_CTYPE", "LANG")
                .filter(name ->
                        variables.apply(name) != null && !variables.apply(name).isEmpty())
                .findFirst()
                .map(name -> name + "=" + variables.apply(name))
                .orElse("of the system, for neither LC_ALL nor LANG is set");
        return Optional.of(new Fault(
                where,
                "",
                "characters in \"" + text.replace(REPLACEMENT, "?") + "\" that the locale lacks (" + locale + ")",
                "characters of " + encoding,
                "start with LC_ALL=C.UTF-8 in the environment"));
    }
}
