package weighbridge.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import weighbridge.analysis.Report;
import weighbridge.analysis.TargetReport;
import weighbridge.cli.Weighbridge;
import weighbridge.faults.CutOff;
import weighbridge.record.Outcome.Kind;

/** Runs that are ended before their end. */
@EnabledOnOs(OS.LINUX)
@Timeout(180)
@Tag("untimed")
class CutOffIT {
    @TempDir
    Path folder;

    @Test
    void whatWasMeasuredBeforeCtrlCIsReported() throws Exception {
        stopInTheMiddle("INT", CutOff.CTRL_C);
    }

    @Test
    void whatWasMeasuredBeforeATermIsReported() throws Exception {
        stopInTheMiddle("TERM", CutOff.TERM);
    }

    private void stopInTheMiddle(String signal, CutOff row) throws Exception {
        Run run = threeTargets();
        Path older = Files.createDirectories(folder.resolve("results/older"));
        Files.createSymbolicLink(older.resolveSibling("latest"), older); // whose junit.xml may be green
        Process process = run.start();
        run.await(process, "slow \\(ms\\):.* measured");
        List<ProcessHandle> children = process.descendants().toList();

        Signals.send(signal, process.pid());
        Run.Result result = run.finish(process);

        row.isSeen(result.console(), result.exitStatus());
        assertThat(children).isNotEmpty().noneMatch(ProcessHandle::isAlive);
        assertThat(result.latest()).doesNotExist();
        assertStoppedInTheMiddle(result);
    }

    private static void assertStoppedInTheMiddle(Run.Result result) throws IOException {
        Path stopped = result.onlyRunFolder();
        Report report = Run.report(stopped);
        assertThat(report.run().complete()).isFalse();
        assertThat(stopped.resolve("report.html")).content().endsWith("</html>\n");
        assertThat(report.targets())
                .extracting(TargetReport::outcome)
                .containsExactly(Kind.MEASURED, Kind.NOT_REACHED, Kind.NOT_REACHED);
        TargetReport done = report.targets().get(0);
        assertThat(done.burst().counter()).containsOnlyKeys(200).containsValue(400);
        assertThat(done.memory().idle().rssBytes()).isPositive();
        assertThat(done.memory().peakRssBytes()).isPositive();
        TargetReport slow = report.targets().get(1);
        assertThat(slow.burst().counter()).isEmpty();
        assertThat(slow.memory().idle().rssBytes()).isPositive();
        assertThat(result.console()).contains(Run.shown(stopped)).contains("Not valid: the run ended early");
    }

    /** As when answers are too big to be kept: the handler of Gatling that meets an error ends the JVM. */
    @Test
    void aGeneratorThatEndsItselfIsSaidToHaveDoneSo() throws Exception {
        Run.Result result = new Run(folder)
                .target("done")
                .target("heavy")
                .edit("heavy", "url: /hello", "url: /heavy")
                .classes(FailingChannels.service(folder.resolve("failing")))
                .with(FailingChannels.PATH, "/heavy")
                .with("calls", "400")
                .with("warmup", "0")
                .with("timeout", "30s")
                .finish();

        CutOff.GENERATOR_DIED.isSeen(result.console(), result.exitStatus());
        Report report = Run.report(result.onlyRunFolder());
        assertThat(report.run().complete()).isFalse();
        assertThat(report.targets().get(0).burst().counter()).containsOnlyKeys(200); // Gatling's last bytes are lost
    }

    @Test
    void aStopAfterTheLoadLosesNoCall() throws Exception {
        Run run = new Run(folder)
                .target("done")
                .with("calls", "50")
                .with("warmup", "0")
                .with("timeout", "30s")
                .with("settle", "4s");
        Process process = run.start();
        run.await(process, "then weighing again");

        Signals.send("TERM", process.pid());
        Run.Result result = run.finish(process);

        CutOff.TERM_AFTER_THE_LOAD.isSeen(result.console(), result.exitStatus());
        Path stopped = result.onlyRunFolder();
        Report report = Run.report(stopped);
        assertThat(report.targets().get(0).outcome()).isEqualTo(Kind.MEASURED);
        assertThat(report.targets().get(0).burst().counter())
                .containsOnlyKeys(200)
                .containsValue(50);
    }

    @Test
    void aStopBeforeAnythingWasMeasuredLeavesNothing() throws Exception {
        Run run = new Run(folder).target("late", "acceptPauseMillis=60000", "acceptPauseAtCall=1");
        Process process = run.start();
        run.await(process, "Starting: late");

        Signals.send("TERM", process.pid());
        Run.Result result = run.finish(process);

        CutOff.TERM_AT_THE_START.isSeen(result.console(), result.exitStatus());
        assertThat(result.console()).doesNotContain("exited");
        assertThat(result.results().resolve(".running")).isEmptyDirectory();
        assertThat(result.results()).isDirectoryNotContaining("glob:**/{burst,.starting}*");
    }

    @Test
    void aRunWhoseStarterIsKilledEndsAsIfItWasStopped() throws Exception {
        Run run = threeTargets().by("sh", "-c", "\"$@\" & wait", "sh");
        Process starter = run.start();
        run.await(starter, "slow \\(ms\\):.* measured");
        List<ProcessHandle> all = starter.descendants().toList();
        ProcessHandle generator = starter.children().findFirst().orElseThrow();

        starter.destroyForcibly();
        generator.onExit().get(60, TimeUnit.SECONDS);

        assertThat(all).hasSizeGreaterThanOrEqualTo(4).noneMatch(ProcessHandle::isAlive);
        // Nobody is left who could tell its exit status.
        CutOff.MAVEN_KILLED.isSeen(Files.readString(run.console()), 143);
        assertStoppedInTheMiddle(run.result(143));
    }

    @Test
    void whatAKilledRunLeavesIsEndedByTheNextAndItsFolderCanBeReported() throws Exception {
        Process stranger = new ProcessBuilder("sleep", "300").start();
        try {
            Run run = threeTargets();
            Process process = run.start();
            run.await(process, "slow \\(ms\\):.* measured");
            List<ProcessHandle> servers = process.descendants().toList();
            process.destroyForcibly().waitFor();
            assertThat(servers).hasSizeGreaterThanOrEqualTo(4).allMatch(ProcessHandle::isAlive);
            Path killed = run.result(137).onlyRunFolder();

            Run.Result next = new Run(folder)
                    .target("next")
                    .with("calls", "20")
                    .with("warmup", "0")
                    .with("timeout", "30s")
                    .finish();

            CutOff.GATLING_KILLED.isSeen(next.console(), next.exitStatus());
            assertThat(next.console()).contains("(done)", "(slow)", "(waiting)");
            assertThat(servers).noneMatch(ProcessHandle::isAlive);
            assertThat(stranger.isAlive()).isTrue();
            assertThat(next.target("next").burst().counter())
                    .containsOnlyKeys(200)
                    .containsValue(20);
            assertReported(killed);
        } finally {
            stranger.destroyForcibly();
        }
    }

    private void assertReported(Path killed) throws Exception {
        Path output = folder.resolve("report");
        int exitStatus = Run.java(Weighbridge.class, "report", killed.toString())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start()
                .waitFor();

        CutOff.REPORT_ON_KILLED.isSeen(Files.readString(output), exitStatus);
        assertThat(Files.readString(output))
                .containsPattern("\ndone +took .* with 100\\.0% success")
                .contains("slow 1.0", "no calls: not-reached");
    }

    /** The first is measured soon, the second takes long, the third does not get its turn. */
    private Run threeTargets() throws IOException {
        return new Run(folder)
                .target("done")
                .target("slow", "delayMillis=25000")
                .target("waiting")
                .with("calls", "400")
                .with("warmup", "0")
                .with("timeout", "30s");
    }
}
