package weighbridge.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import weighbridge.analysis.Cause;
import weighbridge.render.FormatsTest;

/** What a server answers must not act on who reads of it, and what a server is given must not be told. */
@Tag("untimed")
class HostileIT {
    private static final String SECRET = "correct-horse-battery";

    /** Longer than is shown by half of a character, as char counts. */
    private static final String VERSION = "v".repeat(39) + "\ud83e\udd22";

    @TempDir
    static Path folder;

    private static Run.Result result;

    @BeforeAll
    static void hammer() throws Exception {
        result = new Run(folder)
                .target("hostile", "act=hostile")
                .edit("hostile", "ready:", "env: {API_KEY: " + SECRET + "1}\nready:")
                .target("line", "act=hostile-line")
                .edit("line", "\"1.0\"", '"' + VERSION + " and more\"")
                .target("expecting")
                .edit("expecting", "Hello World!", "</script><img src=x onerror=alert(1)>")
                .target("exits", "exit=3", "password=" + SECRET + "2")
                .variable("DEPLOY_TOKEN", SECRET + "3")
                .variable("HARMLESS", SECRET + "4")
                .with("calls", "50")
                .with("warmup", "1")
                .with("timeout", "30s")
                .finish();
    }

    @Test
    void theConsoleShowsNothingThatActsOnATerminal() throws Exception {
        String console = result.console();

        assertThat(console).contains("50 wrong-body\n", "50 other\n");
        assertThat(result.summary())
                .contains(
                        "50 wrong-body: ",
                        "50 other: j.l.IllegalArgumentException: no valid HTTP/1.1: invalid version format: X?[2J");
        assertThat(console + result.summary()).doesNotContainPattern("[\\p{Cc}\\p{Cf}&&[^\n]]");
        assertThat(console.lines()).noneMatch(line -> line.startsWith("main 0.0.0"));
        assertThat(console.lines()).allMatch(line -> line.length() < 1_000);
        assertThat(result.exitStatus()).isEqualTo(4);
    }

    @Test
    void gatlingsReportShowsNothingThatActsOnABrowser() throws Exception {
        for (Path file : files()) {
            if (file.toString().matches(".*[.](html|js)")) {
                assertThat(Files.readString(file)).as(file.toString()).doesNotContain("<img src=x", "\u001b", "\u202e");
            }
        }
    }

    @Test
    void theFilesHoldItAsTextOfOneLine() throws Exception {
        String json = Files.readString(result.latest().resolve("summary.json"));

        assertThat(FormatsTest.faults(json)).isEmpty();
        assertThat(result.target("hostile").burst().failures()).singleElement().satisfies(failure -> {
            assertThat(failure.cause()).isEqualTo(Cause.Known.WRONG_BODY);
            assertThat(failure.message())
                    .startsWith("wrong body, found ")
                    .hasSizeLessThan(200)
                    .doesNotContainPattern("[\\p{Cc}\\p{Cf}]");
        });
        assertThat(result.target("line").burst().failures()).singleElement().satisfies(failure -> {
            assertThat(failure.cause()).isEqualTo(Cause.Known.OTHER);
            assertThat(failure.message()).hasSizeLessThan(200).doesNotContainPattern("[\\p{Cc}\\p{Cf}]");
        });
        assertThat(result.target("hostile").burst().counter())
                .containsOnlyKeys(200)
                .containsValue(50);
        assertThat(Files.readAllLines(result.latest().resolve("samples.csv")).stream()
                        .skip(1))
                .isNotEmpty()
                .allMatch(line ->
                        line.matches("\\d+,[A-Za-z0-9][A-Za-z0-9._-]*,\\d+,\\d+,\\d+[.]\\d{3},\\d+,\\d+,\\d*,\\d*"));
    }

    @Test
    void aCutBetweenTheHalvesOfACharacterLosesNoFile() throws Exception {
        assertThat(result.console()).doesNotContain("Lost:");
        assertThat(result.target("line").identity().version()).isEqualTo(VERSION);
        for (String file :
                List.of("run.json", "summary.json", "summary.txt", "summary.md", "targets.csv", "report.html")) {
            assertThat(Files.readString(result.latest().resolve(file))).as(file).contains(VERSION);
        }
    }

    @Test
    void noFileHoldsASecret() throws Exception {
        assertThat(Files.readString(result.latest().resolve("run.json")))
                .contains("\"API_KEY\" : \"***\"", "password=***");
        assertThat(result.console()).doesNotContain(SECRET);
        for (Path file : files()) {
            boolean ownOutput = file.startsWith(result.latest().toRealPath().resolve("logs"));
            assertThat(ownOutput
                            || !Files.readString(file, StandardCharsets.ISO_8859_1)
                                    .contains(SECRET))
                    .as(file.toString())
                    .isTrue();
        }
    }

    private static List<Path> files() throws IOException {
        try (Stream<Path> files = Files.walk(result.latest().toRealPath())) {
            return files.filter(Files::isRegularFile).toList();
        }
    }
}
