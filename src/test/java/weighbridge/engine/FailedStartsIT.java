package weighbridge.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import weighbridge.faults.BadServer;
import weighbridge.faults.FailedStarts;

/** One run with every server that does not start. */
@EnabledOnOs(OS.LINUX)
@Timeout(240)
@Tag("untimed")
class FailedStartsIT {
    private static BadRun run;

    @BeforeAll
    static void run(@TempDir Path folder) throws Exception {
        run = new BadRun(folder, 20, servers());
    }

    @AfterAll
    static void close() {
        run.close();
    }

    static List<BadServer> servers() {
        return FailedStarts.all();
    }

    @Test
    void theOthersAreComplete() throws Exception {
        run.requireOthersComplete();
    }

    /** Escapes that clear a terminal and name its window, a mark that turns the direction of writing, a script's end. */
    @Test
    void whatAServerPrintsActsNeitherOnTheConsoleNorInAReport() throws Exception {
        Path results = run.result().latest().toRealPath();
        List<String> escapes = List.of("\u001b[2J", "\u001b]0;owned", "\u202etxt");
        assertThat(text(results.resolve("logs/garbage.log"))).contains(escapes);

        assertThat(run.result().console()).doesNotContain(escapes.toArray(String[]::new));
        try (Stream<Path> files = Files.walk(results)) {
            assertThat(files.filter(Files::isRegularFile).filter(file -> !file.startsWith(results.resolve("logs"))))
                    .isNotEmpty()
                    .allSatisfy(file -> {
                        assertThat(text(file)).doesNotContain(escapes.toArray(String[]::new));
                        if (file.toString().matches(".*[.](html|js)")) {
                            assertThat(text(file)).doesNotContain("<img src=x onerror");
                        }
                    });
        }
    }

    /** Otherwise that it is gone would say nothing. */
    @Test
    void theDaemonLived() {
        assertThat(run.folderOf("daemon").resolve("daemon")).isNotEmptyFile();
    }

    @ParameterizedTest
    @MethodSource("servers")
    void oneLineSaysItNothingIsLeftAndResultsAreKept(BadServer server) throws Exception {
        run.require(server);
    }

    /** Whatever is not text is replaced. */
    private static String text(Path file) {
        try {
            return new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
