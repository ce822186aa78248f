package weighbridge.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LogTailTest {
    private static final List<String> COMMAND = List.of("./serve", "8000");
    private static final String REST = "\n    command: ./serve 8000\n    whole output: logs/x.log in the run folder";

    @TempDir
    private Path folder;

    @Test
    void theLastLinesWithoutBlankOnes() throws IOException {
        assertThat(tail("1\n2\n3\n\n4\r\n5\n  \n6\n7\n8\n9"))
                .isEqualTo(expected("2", "3", "4", "5", "6", "7", "8", "9"));
    }

    @Test
    void controlCharactersDoNotReachTheConsoleAndIndentationStays() throws IOException {
        assertThat(tail("\u001b[2J\u009b2J\u0007\u202ered\u2066\u200f\u061c\u2028\nException\n\tat a.B.c(B.java:1)\n"))
                .isEqualTo(expected("?[2J?2J??red????", "Exception", "    at a.B.c(B.java:1)"));
    }

    @Test
    void aLongLineIsShownWithItsStartAndItsEnd() throws IOException {
        String start = "s".repeat(120);
        String end = "e".repeat(79);

        assertThat(tail(start + "-" + end + "\n")).isEqualTo(expected(start + "-" + end));
        assertThat(tail(start + "--" + end + "\n" + start + "-".repeat(9_000) + end))
                .isEqualTo(expected(start + "…" + end, start + "…" + end));
        assertThat(tail("x".repeat(100_000) + "end\n"))
                .isEqualTo(expected("x".repeat(120) + "…" + "x".repeat(76) + "end"));
    }

    @Test
    void aCharacterCutInTwoIsNoFault() throws IOException {
        assertThat(tail("ä".repeat(9_000) + "!")).endsWith("ää!" + REST);
    }

    @Test
    void aLongLineIsCutBetweenItsCharacters() throws IOException {
        String face = "\ud83e\udd22";

        assertThat(tail("s".repeat(119) + face + "-".repeat(90) + face + "e".repeat(78)))
                .isEqualTo(expected("s".repeat(119) + face + "…" + face + "e".repeat(78)));
    }

    @Test
    void bytesThatAreNoTextAreShownAsSuch() throws IOException {
        Files.write(log(), "caf\u00e9\n".getBytes(StandardCharsets.ISO_8859_1));

        assertThat(LogTail.of(COMMAND, folder, "x.log")).isEqualTo(expected("caf\uFFFD"));
    }

    @Test
    void anEmptyLogSaysSo() throws IOException {
        String nothing = "\n    its output ends with nothing" + REST;

        assertThat(tail("")).isEqualTo(nothing);
        assertThat(tail("\n \n")).isEqualTo(nothing);
    }

    @Test
    void aLogThatIsNotThereIsNoFailureOfItsOwn() {
        assertThat(LogTail.of(COMMAND, folder, "x.log"))
                .startsWith("\n    its output ends with\n        (unreadable: ");
    }

    private Path log() {
        return folder.resolve("x.log");
    }

    private String tail(String text) throws IOException {
        Files.writeString(log(), text);
        return LogTail.of(COMMAND, folder, "x.log");
    }

    private String expected(String... lines) {
        return "\n    its output ends with\n        " + String.join("\n        ", lines) + REST;
    }
}
