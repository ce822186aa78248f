package weighbridge.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import weighbridge.faults.CutOff;

/** Runs whose results cannot be kept: nothing ends in silence, and what was measured is at least shown. */
@EnabledOnOs(OS.LINUX)
@Timeout(180)
@Tag("untimed")
class LostResultsIT {
    @TempDir
    Path folder;

    @Test
    void aRunFolderThatIsRemovedIsToldAndTheRestIsShown() throws Exception {
        Run run = twoTargets();
        Process process = run.start();
        run.await(process, "two \\(ms\\):");
        exec("rm", "-r", run.result(0).onlyRunFolder().toString());

        Run.Result result = run.finish(process);

        CutOff.FOLDER_REMOVED.isSeen(result.console(), result.exitStatus());
        assertThat(result.console())
                .contains("Lost: simulation.log is gone: no call can be counted")
                .containsPattern("one 1\\.0 .*MEM\\(rss,vms\\)=\\(\\d.*rss [+]");
        assertThat(result.latest()).doesNotExist();
    }

    @Test
    void aLogThatIsRemovedIsTold() throws Exception {
        Run run = twoTargets();
        Process process = run.start();
        run.await(process, "two \\(ms\\):");
        Path log = run.result(0).onlyRunFolder().resolve("simulation.log");
        exec("rm", log.toString());

        Run.Result result = run.finish(process);

        CutOff.LOG_REMOVED.isSeen(result.console(), result.exitStatus());
        assertThat(Files.readString(log.resolveSibling("summary.txt"))).contains("no call can be counted");
    }

    @Test
    void aFullDiskIsToldAndTheRestIsShown() throws Exception {
        Path results = Files.createDirectories(folder.resolve("results"));
        Run run = twoTargets().within("mount -t tmpfs -o size=256k tmpfs " + results);
        Process process = run.start();
        run.await(process, "two \\(ms\\):");
        String fill = "head -c 1m /dev/zero > " + results + "/filler 2> /dev/null";
        exec("nsenter", "--mount", "--target", Long.toString(process.pid()), "sh", "-c", fill);

        Run.Result result = run.finish(process);

        CutOff.FULL_DISK.isSeen(result.console(), result.exitStatus());
        assertThat(result.console()).containsPattern("one 1\\.0 .*MEM\\(rss,vms\\)=\\(\\d.*rss [+]");
    }

    @Test
    void resultsThatCannotBeWrittenAreRefusedBeforeAnythingStarts() throws Exception {
        Path results = Files.createDirectories(folder.resolve("results"));
        Run.Result result = new Run(folder)
                .target("one")
                .within("mount -t tmpfs -o ro tmpfs " + results)
                .finish();

        CutOff.READ_ONLY.isSeen(result.console(), result.exitStatus());
        assertThat(result.console().lines()).hasSize(1);
    }

    @Test
    void resultsThatAreAFileAreRefusedBeforeAnythingStarts() throws Exception {
        Path file = Files.writeString(folder.resolve("file"), "precious");
        Run.Result result = new Run(folder).target("one").results(file).finish();

        CutOff.RESULTS_ARE_A_FILE.isSeen(result.console(), result.exitStatus());
        assertThat(result.console().lines()).hasSize(1);
        assertThat(file).hasContent("precious");
    }

    private Run twoTargets() throws IOException {
        return new Run(folder)
                .target("one")
                .target("two", "delayMillis=1000")
                .with("calls", "50")
                .with("warmup", "0")
                .with("timeout", "30s");
    }

    private static void exec(String... command) throws IOException, InterruptedException {
        new ProcessBuilder(command).inheritIO().start().waitFor();
    }
}
