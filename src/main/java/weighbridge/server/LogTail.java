package weighbridge.server;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import weighbridge.text.Fault;
import weighbridge.text.ForeignText;

/** The end of a child's output, so that a user sees why it failed without opening a file. */
final class LogTail {
    private static final int BYTES = 16_384;
    private static final int LINES = 8;
    private static final int LINE_START = 120;
    private static final int LINE_END = 79;

    private LogTail() {}

    /**
     * The last lines, indented below a message of one line, then what was run and where the rest lies; control characters replaced.
     *
     * @param command what wrote the log
     * @param logs the folder of the logs; it moves into the run folder later, so the place told is the one in there
     * @param log path below that folder
     */
    static String of(List<String> command, Path logs, String log) {
        List<String> lines =
                read(logs.resolve(log)).lines().filter(line -> !line.isBlank()).toList();
        StringBuilder text = new StringBuilder("\n    its output ends with");
        if (lines.isEmpty()) {
            text.append(" nothing");
        }
        for (String line : lines.subList(Math.max(0, lines.size() - LINES), lines.size())) {
            text.append("\n        ").append(shorten(Fault.oneLine(line.replace("\t", "    "))));
        }
        text.append("\n    command: ").append(Fault.oneLine(String.join(" ", command)));
        return text.append("\n    whole output: logs/")
                .append(log)
                .append(" in the run folder")
                .toString();
    }

    /** At most 200 characters, of which the first tell what the line is about and the last what it comes to. */
    private static String shorten(String line) {
        return line.codePointCount(0, line.length()) <= LINE_START + 1 + LINE_END
                ? line
                : ForeignText.start(line, LINE_START) + '…' + ForeignText.end(line, LINE_END);
    }

    private static String read(Path log) {
        try (RandomAccessFile file = new RandomAccessFile(log.toFile(), "r")) {
            long start = Math.max(0, file.length() - BYTES);
            file.seek(start);
            byte[] bytes = new byte[(int) (file.length() - start)];
            file.readFully(bytes);
            return new String(bytes, StandardCharsets.UTF_8);
        } catch (IOException e) {
            return "(unreadable: " + e.getMessage() + ")";
        }
    }
}
