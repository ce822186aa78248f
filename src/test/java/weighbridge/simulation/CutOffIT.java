package weighbridge.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import weighbridge.analysis.Report;
import weighbridge.analysis.TargetReport;
import weighbridge.json.Json;

/** Runs that are ended before their end. */
@EnabledOnOs(OS.LINUX)
@Timeout(180)
class CutOffIT {
    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({"TERM, 143", "INT, 130"})
    void whatWasMeasuredBeforeTheStopIsReported(String signal, int exitStatus) throws Exception {
        Run run = new Run(folder)
                .target("done")
                .target("slow", "delayMillis=20000")
                .target("waiting")
                .with("calls", "50")
                .with("warmup", "0")
                .with("timeout", "30s");
        Process process = run.start();
        await(run, process, "slow (ms):", "measured", 2);
        List<ProcessHandle> children = process.descendants().toList();

        signal(signal, process.pid());
        Run.Result result = run.finish(process);

        assertThat(result.exitStatus()).as(result.console()).isEqualTo(exitStatus);
        assertThat(children).isNotEmpty().noneMatch(ProcessHandle::isAlive);
        Path stopped = onlyRunFolder(result.results());
        Report report = Json.read(Files.readString(stopped.resolve("summary.json")), Report.class);
        assertThat(report.run().complete()).isFalse();
        assertThat(report.targets())
                .extracting(TargetReport::outcome)
                .containsExactly("measured", "not-reached", "not-reached");
        assertThat(report.targets().get(0).counter()).containsOnlyKeys(200).containsValue(50);
        assertThat(report.targets().get(0).memory().idle().rssBytes()).isPositive();
        assertThat(report.targets().get(1).counter()).isEmpty();
        assertThat(report.targets().get(1).memory().idle().rssBytes()).isPositive();
        assertThat(result.console())
                .contains(Files.readString(stopped.resolve("summary.txt")))
                .contains("Not valid: the run was cut off")
                .contains("Stopped before the end.")
                .doesNotContain("\tat ");
        assertThat(result.latest()).doesNotExist();
    }

    @Test
    void aStopBeforeAnythingWasMeasuredLeavesNothing() throws Exception {
        Run run = new Run(folder).target("late", "acceptPauseMillis=60000");
        Process process = run.start();
        await(run, process, "Starting:", "late", 1);

        signal("TERM", process.pid());
        Run.Result result = run.finish(process);

        assertThat(result.exitStatus()).isEqualTo(143);
        assertThat(result.console())
                .contains("Stopped before anything was measured.")
                .doesNotContain("\tat ", "exited");
        assertThat(result.results().resolve(".running")).isEmptyDirectory();
        assertThat(result.results()).isDirectoryNotContaining("glob:**/{burst,.starting}*");
    }

    private static void await(Run run, Process process, String step, String word, int times) throws IOException {
        String console = "";
        while (console.split(word, -1).length <= times || !console.contains(step)) {
            console = Files.readString(run.console());
            assertThat(process.isAlive()).as(console).isTrue();
            Thread.onSpinWait();
        }
    }

    private static Path onlyRunFolder(Path results) throws IOException {
        try (Stream<Path> entries = Files.list(results)) {
            List<Path> folders = entries.filter(Files::isDirectory)
                    .filter(entry -> !Files.isSymbolicLink(entry))
                    .filter(entry -> !entry.getFileName().toString().startsWith("."))
                    .toList();
            assertThat(folders).hasSize(1);
            return folders.get(0);
        }
    }

    private static void signal(String name, long pid) throws IOException, InterruptedException {
        new ProcessBuilder("kill", "-" + name, Long.toString(pid)).start().waitFor();
    }
}
