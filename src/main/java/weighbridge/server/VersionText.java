package weighbridge.server;

import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import weighbridge.text.Fault;
import weighbridge.text.ForeignText;

/** Finds the version in what a program prints. */
final class VersionText {
    private static final int MOST_CHARS = 40;
    private static final Pattern NUMBERED = Pattern.compile("\\d+(\\.\\d+)+([-+._~]?[0-9A-Za-z]+)*");

    /** What a JVM says first where variables such as JAVA_TOOL_OPTIONS give it options. */
    private static final Pattern PICKED_UP = Pattern.compile("(NOTE: )?Picked up \\w+: .*");

    private VersionText() {}

    /** The version in what a command printed; empty where there is none. */
    static Optional<String> of(Version.Printed version, String output, String errors) {
        return version.pattern()
                .map(pattern -> of(output, errors, Pattern.compile(pattern)))
                .orElseGet(() -> of(output, errors));
    }

    /**
     * What looks like a version, such as 1.22.1 of {@code nginx version: nginx/1.22.1}, in the first line of the output, or
     * else that line. Programs such as {@code nginx -v} and {@code java -version} print theirs as errors: then in the first
     * line that has one, since others may come before it, or else the first of all.
     *
     * @return empty where nothing is printed
     */
    private static Optional<String> of(String output, String errors) {
        Optional<String> line = lines(output).stream().findFirst();
        return line.or(() -> lines(errors).stream()
                        .filter(text -> NUMBERED.matcher(text).find())
                        .findFirst())
                .or(() -> lines(errors).stream().findFirst())
                .map(text -> NUMBERED.matcher(text)
                        .results()
                        .map(MatchResult::group)
                        .findFirst()
                        .orElse(text))
                .map(VersionText::cut);
    }

    /**
     * What the first group of this pattern matches, or the whole of it where it has none, in the output or else in the
     * errors.
     */
    private static Optional<String> of(String output, String errors, Pattern pattern) {
        return Stream.of(output, errors)
                .map(pattern::matcher)
                .filter(Matcher::find)
                .map(found -> found.groupCount() == 0 ? found.group() : found.group(1))
                .filter(text -> text != null && !text.isBlank())
                .findFirst()
                .map(text -> cut(Fault.oneLine(text.strip())));
    }

    /** The first line of what somebody wrote. */
    static Optional<String> written(String text) {
        return lines(text).stream().findFirst().map(VersionText::cut);
    }

    private static String cut(String text) {
        return ForeignText.start(text, MOST_CHARS);
    }

    private static List<String> lines(String text) {
        return text.lines()
                .map(line -> Fault.oneLine(line.strip()))
                .filter(line -> !line.isEmpty())
                .filter(line -> !PICKED_UP.matcher(line).matches())
                .toList();
    }
}
