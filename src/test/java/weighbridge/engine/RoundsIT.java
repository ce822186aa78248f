package weighbridge.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import weighbridge.analysis.Analysis;
import weighbridge.analysis.ExitStatus;
import weighbridge.analysis.FigureReport;
import weighbridge.analysis.Report;
import weighbridge.analysis.RoundsReport;
import weighbridge.analysis.TargetReport;
import weighbridge.cli.Weighbridge;
import weighbridge.figure.Figure;
import weighbridge.record.Recording;
import weighbridge.record.RecordingReader;
import weighbridge.record.RunFolder;
import weighbridge.record.TargetRecord;
import weighbridge.render.FormatsTest;
import weighbridge.render.SummaryJson;
import weighbridge.text.Json;
import weighbridge.truth.TruthCounts;
import weighbridge.truth.TruthProcess;

/**
 * Real runs of six rounds: a server that sleeps 100 ms in each call, then the same with three more such sleeps. One more is
 * found on a quiet machine; beside other tests the noise may be as great. That noise comes with each call, and is tens of
 * ms: it would hide sleeps that are shorter.
 */
@Tag("untimed")
class RoundsIT {
    private static final int CALLS = 150;
    private static final int CALLS_PER_USER = 5;
    private static final int ROUNDS = 6;

    @TempDir
    static Path folder;

    private static Run.Result before;
    private static Run.Result after;

    @BeforeAll
    static void runTwice() throws Exception {
        Run first = run("before", 100);
        Run second = run("after", 400);
        // Side by side: each mostly waits for its servers' sleeps and for Gatling's clock, and is as much disturbed.
        Process firstProcess = first.start();
        Process secondProcess = second.start();
        before = first.finish(firstProcess);
        after = second.finish(secondProcess);
    }

    private static Run run(String name, int delayMillis) throws Exception {
        String command = Json.write(TruthProcess.command("{port}", "delayMillis=" + delayMillis))
                .strip();
        return new Run(Files.createDirectories(folder.resolve(name)))
                .describe("page", """
                        name: page
                        version: "1.0"
                        command: %s
                        url: /hello
                        callsPerUser: %d
                        keepAlive: true
                        expect: {status: 200, body: "Hello World!"}
                        ready: {url: /ready, timeout: 60s}
                        """.formatted(command, CALLS_PER_USER))
                .with("calls", "" + CALLS)
                .with("rounds", "" + ROUNDS)
                .with("seed", "4711")
                .with("warmup", "0")
                .with("timeout", "30s")
                .with("slo", "success>=100%,startup<1ms");
    }

    @Test
    void everyRoundIsMeasuredWithFreshProcessesAndNoCallIsLost() throws Exception {
        Recording recording = RecordingReader.read(new RunFolder(before.latest()));

        assertThat(recording.rounds()).hasSize(ROUNDS);
        assertThat(recording.rounds().stream()
                        .flatMap(round -> round.round().targets().stream())
                        .map(TargetRecord::pid))
                .hasSize(2 * ROUNDS)
                .doesNotHaveDuplicates();
        for (int round = 1; round <= ROUNDS; round++) {
            Path logs = before.latest().resolve("logs/round-" + round);
            for (String name : List.of("page", "page~again")) {
                assertThat(recording.rounds().get(round - 1).calls().get(name).size())
                        .isEqualTo(CALLS);
                TruthCounts counts = TruthCounts.last(Files.readString(logs.resolve(name + ".log")));
                assertThat(counts.requests()).isEqualTo(CALLS);
            }
        }
    }

    @Test
    void theReportHasEachFigureOverAllRounds() throws Exception {
        Report report = before.report();
        TargetReport page = report.targets().get(0);
        FigureReport seconds = page.figures().get(Figure.SECONDS_PER_CALL);

        assertThat(FormatsTest.faults(SummaryJson.format(report))).isEmpty();
        assertThat(report.targets()).extracting(TargetReport::name).containsExactly("page");
        assertThat(report.rounds().seed()).isEqualTo(4711);
        assertThat(report.rounds().each())
                .extracting(RoundsReport.Round::number)
                .containsExactlyElementsOf(
                        IntStream.rangeClosed(1, ROUNDS).boxed().toList());
        assertThat(report.rounds().each())
                .allSatisfy(round -> assertThat(round.order()).containsExactlyInAnyOrder("page", "page~again"));
        assertThat(seconds.values()).hasSize(ROUNDS).contains(page.burst().secondsPerCall());
        assertThat(seconds.low()).isEqualTo(seconds.min()).isPositive();
        assertThat(page.figures().get(Figure.SUCCESS_RATIO).median()).isOne();
        assertThat(report.rounds().noise().get(Figure.SECONDS_PER_CALL)).isGreaterThanOrEqualTo(1);
        assertThat(before.console())
                .contains("Round 1 of 6 (seed 4711), page twice: ", "Round 6 of 6 (seed 4711, about ")
                .contains(
                        "No order by seconds/call, CPU s/1000 calls, RSS idle, RSS peak, start-up: needs at least two targets");
    }

    @Test
    void promisesAreHeldAgainstTheRoundsAndBrokenOnesEndTheRunWithTwo() throws Exception {
        assertThat(before.exitStatus()).as(before.console()).isEqualTo(ExitStatus.PROMISE_BROKEN.code());
        assertThat(Files.readString(before.latest().resolve("summary.txt")))
                .containsPattern("\nkept    page   success >= 100% +100.0%\n");
        assertThat(before.console())
                .contains("SLOs: 1 of 2 kept\n")
                .containsPattern("\nbroken  page   startup < 1 ms +\\d+")
                .contains("Exit status 2: an SLO was broken or a target got worse");
        assertThat(Files.readString(before.latest().resolve("junit.xml"))).contains("tests=\"2\" failures=\"1\"");
    }

    @Test
    void aFolderOfRoundsAnalysedAgainGivesTheSameBytes() throws Exception {
        Path latest = before.latest().toRealPath();

        Report again = Analysis.of(RecordingReader.read(new RunFolder(latest)));

        assertThat(SummaryJson.format(again)).isEqualTo(Files.readString(latest.resolve("summary.json")));
        assertThat(before.console()).contains(Run.shown(latest));
    }

    @Test
    void longerSleepsAreFoundAndARunIsNoWorseThanItself() {
        StringWriter out = new StringWriter();
        StringWriter back = new StringWriter();

        assertThat(compare(before, before, new StringWriter())).isEqualTo(ExitStatus.DONE.code());
        assertThat(compare(before, after, out)).as(out.toString()).isEqualTo(ExitStatus.PROMISE_BROKEN.code());
        assertThat(out.toString()).containsPattern("worse: page seconds/call \\+\\d+\\.\\d %");
        // What else is judged may have got worse by chance: how busy the machine was with other tests is not held
        // still.
        compare(after, before, back);
        assertThat(back.toString()).containsPattern("\nseconds/call .* better\n");
    }

    private static int compare(Run.Result a, Run.Result b, StringWriter out) {
        return Weighbridge.run(
                new PrintWriter(out, true),
                new PrintWriter(new StringWriter()),
                "compare",
                a.latest().toString(),
                b.latest().toString());
    }
}
