package weighbridge.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Runs whose results cannot be kept: nothing ends in silence, and what was measured is at least shown. */
@EnabledOnOs(OS.LINUX)
@Timeout(180)
class LostResultsIT {
    @TempDir
    Path folder;

    @Test
    void aRunFolderThatIsRemovedIsToldAndTheRestIsShown() throws Exception {
        Run run = new Run(folder)
                .target("one")
                .target("two", "delayMillis=1000")
                .with("calls", "50")
                .with("warmup", "0")
                .with("timeout", "30s");
        Process process = run.start();
        awaitConsole(run, process, "two (ms):");
        delete(runFolder(folder.resolve("results")));

        Run.Result result = run.finish(process);

        assertThat(result.exitStatus()).as(result.console()).isEqualTo(3);
        assertThat(result.console())
                .containsPattern("Lost: run.json could not be written: the run folder .* is gone")
                .contains("Lost: simulation.log is gone: no call can be counted")
                .containsPattern("one 1\\.0 .*MEM\\(rss,vms\\)=\\(\\d")
                .contains("Exit status 3: the measurement is not valid or not whole")
                .doesNotContain("\tat ");
        assertThat(result.latest()).doesNotExist();
    }

    @Test
    void aFullDiskIsToldAndTheRestIsShown() throws Exception {
        Path results = Files.createDirectories(folder.resolve("results"));
        Run run = new Run(folder)
                .target("one")
                .target("two", "delayMillis=1000")
                .with("calls", "50")
                .with("warmup", "0")
                .with("timeout", "30s")
                .within("mount -t tmpfs -o size=256k tmpfs " + results);
        Process process = run.start();
        awaitConsole(run, process, "two (ms):");
        inNamespaceOf(process, "head -c 1m /dev/zero > " + results + "/filler");

        Run.Result result = run.finish(process);

        assertThat(result.exitStatus()).as(result.console()).isEqualTo(3);
        assertThat(result.console())
                .contains("Lost: run.json could not be written: No space left on device")
                .containsPattern("one 1\\.0 .*MEM\\(rss,vms\\)=\\(\\d")
                .contains("Exit status 3: the measurement is not valid or not whole")
                .doesNotContain("\tat ");
    }

    @Test
    void resultsThatCannotBeWrittenAreRefusedBeforeAnythingStarts() throws Exception {
        Path results = Files.createDirectories(folder.resolve("results"));
        Run.Result result = new Run(folder)
                .target("one")
                .within("mount -t tmpfs -o ro tmpfs " + results)
                .finish();

        assertThat(result.exitStatus()).as(result.console()).isEqualTo(1);
        assertThat(result.console().lines())
                .singleElement()
                .asString()
                .startsWith("results: found \"" + results + "\", which cannot be written (Read-only file system)");
    }

    private static void awaitConsole(Run run, Process process, String text) throws IOException {
        while (!Files.readString(run.console()).contains(text)) {
            assertThat(process.isAlive()).as(Files.readString(run.console())).isTrue();
            Thread.onSpinWait();
        }
    }

    private static Path runFolder(Path results) throws IOException {
        try (Stream<Path> entries = Files.list(results)) {
            return entries.filter(entry -> entry.getFileName().toString().startsWith("burstsimulation"))
                    .findFirst()
                    .orElseThrow();
        }
    }

    private static void delete(Path folder) throws IOException, InterruptedException {
        exec("rm", "-r", folder.toString());
    }

    private static void inNamespaceOf(Process process, String command) throws IOException, InterruptedException {
        exec("nsenter", "--mount", "--target", Long.toString(process.pid()), "sh", "-c", command);
    }

    private static void exec(String... command) throws IOException, InterruptedException {
        new ProcessBuilder(List.of(command)).inheritIO().start().waitFor(30, TimeUnit.SECONDS);
    }
}
