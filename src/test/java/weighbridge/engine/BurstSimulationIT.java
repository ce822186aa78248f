package weighbridge.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import weighbridge.analysis.Analysis;
import weighbridge.analysis.Cause;
import weighbridge.analysis.Report;
import weighbridge.analysis.TargetReport;
import weighbridge.record.Outcome.Kind;
import weighbridge.record.Recording;
import weighbridge.record.RecordingReader;
import weighbridge.record.RunFolder;
import weighbridge.render.SummaryFiles;

/** Whole runs of the real Gatling on servers of known behaviour. */
@Tag("untimed")
class BurstSimulationIT {
    @TempDir
    Path folder;

    /** The run's folder is analysed again too. */
    @Test
    void everyCallIsCountedByStatusAndCause() throws Exception {
        Run.Result result = new Run(folder)
                .target("fine")
                .target("unavailable", "every=4", "act=status-503")
                .target("otherbody", "every=5", "act=wrong-body")
                .with("calls", "100")
                .with("warmup", "1")
                .with("timeout", "30s")
                .with("details", "true")
                .finish();

        assertThat(result.exitStatus()).as(result.console()).isZero();
        Report report = result.report();
        TargetReport unavailable = report.targets().get(1);
        TargetReport otherBody = report.targets().get(2);
        assertThat(report.targets().get(0).burst().counter())
                .containsOnlyKeys(200)
                .containsValue(100);
        assertThat(unavailable.burst().counter()).containsEntry(200, 75).containsEntry(503, 25);
        assertThat(unavailable.burst().failures()).singleElement().satisfies(failure -> {
            assertThat(failure.cause()).isEqualTo(new Cause.WrongStatus(503));
            assertThat(failure.calls()).isEqualTo(25);
        });
        assertThat(otherBody.burst().counter()).containsEntry(200, 100);
        assertThat(otherBody.burst().successRatio()).isEqualTo(0.8);
        assertThat(otherBody.burst().failures()).singleElement().satisfies(failure -> {
            assertThat(failure.cause()).isEqualTo(Cause.Known.WRONG_BODY);
            assertThat(failure.calls()).isEqualTo(20);
        });
        assertTheSameBytesAgain(result);
    }

    private static void assertTheSameBytesAgain(Run.Result result) throws IOException {
        Path latest = result.latest().toRealPath();
        RunFolder stored = new RunFolder(latest);
        Recording recording = RecordingReader.read(stored);
        Map<String, String> again = SummaryFiles.of(Analysis.of(recording), recording);

        assertThat(again).containsKeys("summary.json", "summary.txt", "summary.md", "targets.csv", "report.html");
        for (Map.Entry<String, String> file : again.entrySet()) {
            assertThat(Files.readString(latest.resolve(file.getKey())))
                    .as(file.getKey())
                    .isEqualTo(file.getValue());
        }
        assertThat(result.console()).contains(result.summary());
    }

    @Test
    void aTargetThatFailsSpoilsNothingOfTheOthers() throws Exception {
        Run.Result result = new Run(folder)
                .target("exits", "exit=3")
                .target("mortal", "dieAtCall=60")
                .target("fine")
                .with("calls", "100")
                .with("warmup", "0")
                .with("timeout", "30s")
                .finish();

        assertThat(result.exitStatus()).as(result.console()).isEqualTo(4);
        Report report = result.report();
        assertThat(report.targets())
                .extracting(TargetReport::outcome)
                .containsExactly(Kind.FAILED_TO_START, Kind.DIED_UNDER_LOAD, Kind.MEASURED);
        assertThat(report.targets().get(0).reason()).contains("exited with 3", "no license found");
        assertThat(report.targets().get(1).reason())
                .contains("exited with 9", "request 60 is my last", "logs/mortal.log in the run folder");
        assertThat(report.targets().get(1).burst().calls()).isEqualTo(100);
        assertThat(report.targets().get(1).burst().counter().get(200)).isLessThan(60);
        assertThat(report.targets().get(2).burst().counter()).containsEntry(200, 100);
        assertThat(result.console())
                .contains(Run.shown(result.latest()), "Exit status 4", "Next: see why a target failed")
                .doesNotContain("\tat ");
        assertNobodyIsLeft(report);
    }

    @Test
    void aRunInWhichNobodyStartsIsReportedToo() throws Exception {
        Run.Result result = new Run(folder).target("exits", "exit=3").finish();

        assertThat(result.exitStatus()).as(result.console()).isEqualTo(4);
        assertThat(result.report().targets().get(0).reason()).contains("exited with 3", "no license found");
        assertThat(result.console())
                .contains("Started independent subprocesses: none", "Killing PIDs: none")
                .doesNotContain("\tat ", "hammering", "Waited");
    }

    @Test
    void aTargetThatDiesWhileItWarmsUpKeepsItsColdFigures() throws Exception {
        Run.Result result = new Run(folder)
                .target("mortal", "dieAtCall=250")
                .with("calls", "100")
                .with("timeout", "30s")
                .finish();

        assertThat(result.exitStatus()).as(result.console()).isEqualTo(4);
        TargetReport mortal = result.target("mortal");
        assertThat(mortal.burst().calls()).isZero();
        assertThat(mortal.cold().counter()).containsOnlyKeys(200).containsValue(100);
        assertThat(mortal.outcome()).isEqualTo(Kind.DIED_UNDER_LOAD);
        assertThat(result.console()).contains("no measured calls: died-under-load", "request 250 is my last");
        assertThat(result.summary()).containsPattern("mortal 1.0 +100.0% +0\\.\\d{6} +n/a");
    }

    @Test
    void wrongSettingsAreSaidInOneLineEachAndNothingIsStarted() throws Exception {
        Path latest = folder.resolve("results/latest");
        Files.createDirectories(latest.getParent());
        Files.createSymbolicLink(latest, folder);
        Run.Result result = new Run(folder)
                .target("fine")
                .with("calls", "many")
                .with("timeout", "1")
                .finish();

        assertThat(result.exitStatus()).isEqualTo(1);
        assertThat(result.console().lines())
                .containsExactly(
                        "calls: found \"many\"; allowed: a whole number from 1 to 1000000; fix: give for example -Dcalls=800",
                        "timeout: found \"1\"; allowed: a number with its unit ms, s or m, such as 500ms, 1.5s or 2m, "
                                + "from 1ms to 10m; fix: give for example -Dtimeout=1s");
        assertThat(result.results()).isEmptyDirectory();
    }

    @Test
    @Timeout(120)
    void aRunThatIsStoppedLeavesNoProcess() throws Exception {
        Run run = new Run(folder)
                .target("slow", "delayMillis=2000")
                .with("calls", "50")
                .with("timeout", "30s");
        Process process = run.start();
        run.await(process, "slow \\(ms\\): cold");
        List<ProcessHandle> children = process.descendants().toList();

        process.destroy();
        Run.Result result = run.finish(process);

        assertThat(children).isNotEmpty().noneMatch(ProcessHandle::isAlive);
        assertThat(result.exitStatus()).isEqualTo(143);
        assertThat(result.console()).contains("Stopped before the end");
        try (Stream<Path> entries = Files.list(result.results())) {
            assertThat(entries)
                    .noneMatch(entry -> entry.getFileName().toString().startsWith(".starting"));
        }
    }

    private static void assertNobodyIsLeft(Report report) {
        assertThat(report.targets())
                .filteredOn(target -> target.identity().pid() != null)
                .isNotEmpty()
                .noneMatch(target -> ProcessHandle.of(target.identity().pid())
                        .map(ProcessHandle::isAlive)
                        .orElse(false));
    }
}
