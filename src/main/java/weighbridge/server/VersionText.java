package weighbridge.server;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import weighbridge.text.Fault;
import weighbridge.text.ForeignText;

/** Finds the version in what a program prints. */
final class VersionText {
    private static final int MOST_CHARS = 40;
    private static final Pattern NUMBERED = Pattern.compile("\\d\\.\\d");

    /** What a JVM says first where variables such as JAVA_TOOL_OPTIONS give it options. */
    private static final Pattern PICKED_UP = Pattern.compile("(NOTE: )?Picked up \\w+: .*");

    private VersionText() {}

    /**
     * The first line of the output. Programs such as {@code nginx -v} and {@code java -version} print theirs as errors:
     * then the first line that has a number such as 1.2, since others may come before it, or else the first of all.
     *
     * @return empty where nothing is printed
     */
    static Optional<String> of(String output, String errors) {
        List<String> lines = lines(errors);
        return lines(output).stream()
                .findFirst()
                .or(() -> lines.stream()
                        .filter(line -> NUMBERED.matcher(line).find())
                        .findFirst())
                .or(() -> lines.stream().findFirst())
                .map(line -> ForeignText.start(line, MOST_CHARS));
    }

    private static List<String> lines(String text) {
        return text.lines()
                .map(line -> Fault.oneLine(line.strip()))
                .filter(line -> !line.isEmpty())
                .filter(line -> !PICKED_UP.matcher(line).matches())
                .toList();
    }
}
