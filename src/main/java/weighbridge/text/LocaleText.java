package weighbridge.text;

import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** Texts from the command line and names of folders, which Java reads in the locale that it is started in. */
public final class LocaleText {
    private static final char REPLACEMENT = '\uFFFD';

    private LocaleText() {}

    /** What is wrong where a text has characters that the locale of this process lacks; empty where it has all. */
    public static Optional<Fault> fault(String where, String text) {
        return fault(where, text, System.getProperty("sun.jnu.encoding", "UTF-8"), System::getenv);
    }

    static Optional<Fault> fault(String where, String text, String encoding, UnaryOperator<String> variables) {
        if (text.indexOf(REPLACEMENT) < 0 || encoding.equals("UTF-8")) {
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
                "characters in \"" + text.replace(REPLACEMENT, '?') + "\" that the locale lacks (" + locale + ")",
                "characters of " + encoding,
                "start with LC_ALL=C.UTF-8 in the environment"));
    }
}
