package weighbridge.server;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds what looks as if it were to be filled in and is not. Only {@value Target#PORT} is, and only in the command that
 * starts the server. Braces mean much else too, in a shell or in JSON: these stay what they are.
 */
final class Placeholders {
    private static final Pattern ANY = Pattern.compile("\\{[A-Za-z]+}");

    /** A whole argument, the value of an option, or port or host in whatever case within one word. */
    private static final Pattern MEANT =
            Pattern.compile("(?:--?)?(?:[\\w.-]+=)?(\\{[A-Za-z]+})" + "|[^\\s'\"$]*?(\\{(?i:port|host)})[^\\s'\"]*");

    /** The braces of a shell's variable are its own. */
    private static final Pattern PORT = Pattern.compile("(?<!\\$)\\{port}");

    private Placeholders() {}

    /** The first of a text in which braces mean nothing else. */
    static Optional<String> first(String text) {
        Matcher matcher = ANY.matcher(text);
        return matcher.find() ? Optional.of(matcher.group()) : Optional.empty();
    }

    /** Those of the command that starts the server, where {@value Target#PORT} is known. */
    static List<String> unknown(List<String> arguments) {
        return arguments.stream()
                // Filled in as it will be, so that what is left over is unknown.
                .map(argument -> argument.replace(Target.PORT, "0"))
                .flatMap(argument -> meant(argument).stream())
                .toList();
    }

    /** That of a text in which nothing at all is filled in. */
    static Optional<String> meant(String text) {
        if (PORT.matcher(text).find()) {
            return Optional.of(Target.PORT);
        }
        Matcher matcher = MEANT.matcher(text);
        return matcher.matches()
                ? Optional.of(matcher.group(1) != null ? matcher.group(1) : matcher.group(2))
                : Optional.empty();
    }
}
