package weighbridge.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import weighbridge.server.Fleet.Start;

@DisabledOnOs(OS.WINDOWS)
@Timeout(120)
@Tag("untimed")
class BoundedLogIT {
    private static final int MIB = 1 << 20;
    private static final String FIRST_MIB = "x".repeat(MIB);
    private static final String GIB = "head -c 1073741824 /dev/zero | tr '\\0' x; ";
    /** What is written in the very moment of a cut may be lost: see {@link BoundedLog}. So last words wait for its end. */
    private static final String WHEN_CUT =
            "until s=$(stat -L -c %s /proc/$$/fd/1); [ $s -gt 1114112 ] && [ $s -le 8388608 ];"
                    + " do sleep 0.02; done; ";

    private static final Pattern MARKER = Pattern.compile("\n… (\\d+) bytes were left out here by Weighbridge …\n");

    @TempDir
    private Path folder;

    private Path logs;

    @BeforeEach
    void logs() throws IOException {
        logs = Files.createDirectory(folder.resolve("logs"));
    }

    @Test
    void aServerThatWritesWithoutMeasureKeepsItsFirstAndItsLastWords() throws Exception {
        Path done = folder.resolve("done");
        Target target = Targets.of(
                "flood",
                folder,
                Targets.OK,
                Targets.LONG,
                "sh",
                "-c",
                GIB + WHEN_CUT + "echo; echo last words; touch done; exec sleep 300");
        Path moved = folder.resolve("moved");
        Server server;
        try (Answers answers = new Answers(() -> size(logs.resolve("flood.log")) > 0 ? 200 : 503, "");
                Fleet fleet = new Fleet(logs, Ledger.none())) {
            Assignment assignment = Targets.at(answers.port(), target);
            server = ((Start.Ready) fleet.start(List.of(assignment)).get(assignment)).server();
            Files.move(logs, moved); // in the middle of it, as the run folder's logs are
            while (Files.notExists(done)) {
                assertThat(server.isAlive()).isTrue();
                Thread.sleep(10);
            }
        }

        long leftOut = assertIsCut(moved.resolve("flood.log"));
        assertThat(LogTail.of(List.of("flood"), moved, "flood.log")).contains("\n        last words\n");
        // What comes in the moment of a cut is lost uncounted: far less than half of all, however busy the machine.
        assertThat(leftOut).isBetween(512L * MIB, 1024L * MIB);
        assertThat(server.complaints(folder))
                .singleElement()
                .asString()
                .matches("wrote \\d+ MiB of output; logs/flood\\.log keeps its first MiB and the newest");
        assertThat(Long.parseLong(server.complaints(folder).get(0).split(" ")[1]))
                .isBetween(leftOut / MIB, 1024L);
    }

    @Test
    void aBuildThatPrintsWithoutMeasureShowsItsEnd() throws Exception {
        Target target = Targets.built(
                "a",
                folder,
                new Build(
                        List.of("sh", "-c", GIB + WHEN_CUT + "echo; echo cause; exit 4"),
                        folder.resolve("out"),
                        List.of(),
                        Targets.LONG));

        assertThatThrownBy(() -> new Builds(new CommandRunner(Ledger.none()), logs, line -> {}).ensure(target))
                .isInstanceOf(LaunchException.class)
                .hasMessageStartingWith("build exited with 4\n    its output ends with\n")
                .hasMessageContaining("\n        cause\n");

        assertIsCut(logs.resolve("builds/a.log"));
    }

    @Test
    void whatFitsIsKeptAsItIs() throws Exception {
        Path file = folder.resolve("log");
        BoundedLog log = BoundedLog.create(file);
        byte[] bytes = new byte[8 * MIB];
        bytes[0] = 27;
        Files.write(file, bytes);
        log.bound();
        log.close();

        assertThat(Files.readAllBytes(file)).isEqualTo(bytes);
        assertThat(log.complaint()).isEmpty();
    }

    @Test
    void whatIsLeftOutIsCounted() throws Exception {
        Path file = folder.resolve("log");
        BoundedLog log = BoundedLog.create(file);
        for (int cut = 1; cut <= 3; cut++) {
            try (OutputStream out = Files.newOutputStream(file, StandardOpenOption.APPEND)) {
                out.write("x".repeat(8 * MIB + 1).getBytes(StandardCharsets.US_ASCII));
            }
            log.bound();

            // The first MiB and the last 64 KiB stay.
            assertThat(assertIsCut(file)).isEqualTo(cut * (8L * MIB + 1) - MIB - 65_536);
            assertThat(log.complaint())
                    .contains("wrote " + 8 * cut + " MiB of output; logs/log keeps its first MiB and the newest");
        }
        log.close();
    }

    /** Returns how many bytes it says were left out. */
    private static long assertIsCut(Path log) throws IOException {
        assertThat(Files.size(log)).isLessThanOrEqualTo(8L * MIB);
        String text = Files.readString(log);
        // Whoever still writes may get a word in between the cut and the marker.
        assertThat(text).startsWith(FIRST_MIB);
        assertThat(text.substring(MIB)).containsPattern("\\Ax*\n…");
        Matcher marker = MARKER.matcher(text);
        assertThat(marker.results()).hasSize(1);
        assertThat(marker.find(MIB)).isTrue();
        return Long.parseLong(marker.group(1));
    }

    private static long size(Path file) {
        return file.toFile().length();
    }
}
