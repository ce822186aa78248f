package weighbridge.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import weighbridge.text.Fault;
import weighbridge.text.ForeignText;

/**
 * Whether a server's output tells that its memory ran out. Many servers go on after that and fail in ways that do not
 * show it: a pool without threads, a connection that nobody answers.
 */
final class OutOfMemory {
    /** As the JVM, Python, Node.js, Go and C++ say it. */
    private static final Pattern SIGN = Pattern.compile("java\\.lang\\.OutOfMemoryError|\\bMemoryError\\b"
            + "|JavaScript heap out of memory|runtime: out of memory|std::bad_alloc");

    private static final int MAX_CHARS = 200;

    private OutOfMemory() {}

    /** What to say of it, with the first such line; empty where there is none. @param log its output, which may be missing */
    static Optional<String> in(Path log) {
        // As bytes: whatever is not text must not stop the search.
        try (Stream<String> lines = Files.lines(log, StandardCharsets.ISO_8859_1)) {
            return lines.filter(line -> SIGN.matcher(line).find())
                    .findFirst()
                    .map(line -> "ran out of memory: \"" + ForeignText.start(text(line), MAX_CHARS) + '"');
        } catch (IOException | UncheckedIOException e) {
            return Optional.empty();
        }
    }

    /** What the bytes of a line mean where they are text. */
    private static String text(String line) {
        return Fault.oneLine(new String(line.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8));
    }
}
