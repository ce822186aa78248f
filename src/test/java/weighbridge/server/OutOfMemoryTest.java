package weighbridge.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OutOfMemoryTest {
    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "java.lang.OutOfMemoryError: Java heap space",
                "MemoryError",
                "FATAL ERROR: Reached heap limit Allocation failed - JavaScript heap out of memory",
                "fatal error: runtime: out of memory",
                "  what():  std::bad_alloc"
            })
    void theFirstLineThatTellsItIsShown(String line) throws IOException {
        Path log = Files.writeString(folder.resolve("log"), "\u0000\nlistening\n" + line + "\n" + line + " again\n");

        assertThat(OutOfMemory.in(log)).contains("ran out of memory: \"" + line + '"');
    }

    @Test
    void otherOutputAndNoOutputTellNothing() throws IOException {
        Path log = Files.writeString(folder.resolve("log"), "OutOfMemory is what we handle\nMyMemoryErrors: 0\n");

        assertThat(OutOfMemory.in(log)).isEmpty();
        assertThat(OutOfMemory.in(folder.resolve("none"))).isEmpty();
    }

    @Test
    void aLineIsShownInItsCharactersAndActsOnNobody() throws IOException {
        String line = "MemoryError: größe \u001b[2J" + "\ud83e\udd22".repeat(200);
        Path log = Files.writeString(folder.resolve("log"), line);

        assertThat(OutOfMemory.in(log))
                .contains("ran out of memory: \"MemoryError: größe ?[2J" + "\ud83e\udd22".repeat(177) + '"');
    }

    @Test
    void aLineWithoutEndIsCut() throws IOException {
        Path log = Files.writeString(folder.resolve("log"), "MemoryError " + "x".repeat(100_000));

        assertThat(OutOfMemory.in(log).orElseThrow()).hasSizeLessThan(250);
    }
}
