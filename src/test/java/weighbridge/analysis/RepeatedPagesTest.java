package weighbridge.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import weighbridge.figure.Figure;
import weighbridge.record.Reading;
import weighbridge.record.Recording;
import weighbridge.record.RoundRecord;
import weighbridge.record.RoundRecording;
import weighbridge.record.RunRecord;
import weighbridge.record.SampleRun;
import weighbridge.record.Weighing;
import weighbridge.record.Window;
import weighbridge.render.FindingWords;

/** Of the target {@code good} of the sample, which RSS idle 50, warm 60, peak 80, after 75 and settled 70 MiB are of. */
class RepeatedPagesTest {
    private static final long MIB = 1 << 20;

    private static Reading repeated(Reading reading) {
        long rss = reading.rssBytes();
        return reading.withMemory(rss, rss / 2, rss / 4, rss / 2, 0L);
    }

    private static TargetReport good(Report report) {
        return report.targets().get(0);
    }

    private static List<String> remarks(Report report) {
        return report.verdict().remarks().stream().map(FindingWords::of).toList();
    }

    @Test
    void sloAndRankingsGoByPssWhereRssCountsPagesMoreThanOnce() {
        Report report = report(RepeatedPagesTest::repeated);

        assertThat(good(report).judged(Figure.IDLE_RSS_BYTES)).isEqualTo(25 * MIB);
        assertThat(good(report).judged(Figure.PEAK_RSS_BYTES)).isEqualTo(40 * MIB);
        assertThat(good(report).judged(Figure.SETTLED_RSS_BYTES)).isEqualTo(35 * MIB);
        assertThat(good(report).judged(Figure.DELTA_RSS_BYTES)).isEqualTo(12.5 * MIB);
        assertThat(good(report).judged(Figure.RETAINED_BYTES)).isEqualTo(2 * MIB);
        assertThat(FigureAnalysis.goByPss(List.of(report.targets()))).isTrue();
        assertThat(FigureAnalysis.comparable(Figure.PEAK_RSS_BYTES, good(report), true))
                .isEqualTo(40 * MIB);
        assertThat(remarks(report))
                .contains(
                        "good: RSS counts many pages more than once (70.00 MiB, PSS 35.00 MiB): SLOs, rankings and plans of its"
                                + " memory go by PSS");
    }

    @Test
    void theFiguresThemselvesStayWhatTheyAre() {
        Report report = report(RepeatedPagesTest::repeated);

        assertThat(good(report).figure(Figure.PEAK_RSS_BYTES).median()).isEqualTo(80 * MIB);
        assertThat(good(report).memory().peakPssBytes()).isEqualTo(40 * MIB);
    }

    @Test
    void memoryThatIsCountedOnceIsJudgedByRss() {
        Report report = report(reading -> reading);

        assertThat(good(report).judged(Figure.PEAK_RSS_BYTES)).isEqualTo(80 * MIB);
        assertThat(good(report).memory().peakPssBytes()).isNull();
        assertThat(FigureAnalysis.goByPss(List.of(report.targets()))).isFalse();
        assertThat(FigureAnalysis.comparable(Figure.PEAK_RSS_BYTES, good(report), false))
                .isEqualTo(80 * MIB);
    }

    /** PSS of one is never held against RSS of another: 80 MiB at the peak, and PSS is 66 of 70 MiB after the load. */
    @Test
    void besideOneThatIsCountedTwiceAllGoByPss() {
        TargetReport once = good(report(reading -> reading));

        assertThat(FigureAnalysis.comparable(Figure.SETTLED_RSS_BYTES, once, true))
                .isEqualTo(66 * MIB);
        assertThat(FigureAnalysis.comparable(Figure.PEAK_RSS_BYTES, once, true)).isEqualTo(79_092_590);
        assertThat(FigureAnalysis.comparable(Figure.STARTUP_MILLIS, once, true))
                .isEqualTo(FigureAnalysis.comparable(Figure.STARTUP_MILLIS, once, false));
    }

    @Test
    void memoryThatIsCountedOnceHasNoRemark() {
        Report report = report(reading -> reading);

        assertThat(remarks(report)).noneMatch(remark -> remark.contains("RSS"));
    }

    @Test
    void whatIsGivenBackIsNoGrowth() {
        Report report = report(reading ->
                reading.withMemory(reading.rssBytes(), reading.rssBytes(), reading.rssBytes(), 0L, 20 * MIB));

        assertThat(good(report).memory().settled().lazyFreeBytes()).isEqualTo(20 * MIB);
        assertThat(remarks(report))
                .contains(
                        "good: 20.00 MiB of the settled RSS is given back (MADV_FREE) and taken when memory is short: it is no"
                                + " growth");
    }

    @Test
    void aProcessThatMayNotBeLookedIntoIsSaidToBe() {
        Report report = report(reading -> new Reading(
                reading.rssBytes(),
                reading.vmsBytes(),
                null,
                null,
                reading.cpuSeconds(),
                1,
                0,
                Reading.Counts.UNKNOWN));

        assertThat(remarks(report))
                .contains(
                        "good: PSS, private memory, peak and open files are n/a: its process may not be looked into (another"
                                + " user's, or a restricted /proc)");
    }

    /** The sample, with what was read of the memory of that target changed. */
    private static Report report(UnaryOperator<Reading> change) {
        Recording sample = SampleRun.recording();
        RoundRecord round = sample.run().rounds().get(0);
        RoundRecord changed = new RoundRecord(
                round.number(),
                round.order(),
                round.again(),
                round.targets(),
                round.phases(),
                round.weighings().stream()
                        .map(weighing -> weighing.name().equals("good")
                                ? new Weighing(
                                        weighing.name(),
                                        weighing.moment(),
                                        weighing.atMillis(),
                                        change.apply(weighing.reading()))
                                : weighing)
                        .toList(),
                round.heaps(),
                round.windows().stream()
                        .map(window -> window.name().equals("good") ? changed(window, change) : window)
                        .toList(),
                round.probes());
        RunRecord run = sample.run();
        RoundRecording recorded = sample.rounds().get(0);
        return Analysis.of(SampleRun.recording(
                new RunRecord(
                        run.schema(),
                        run.id(),
                        run.simulation(),
                        run.startedAt(),
                        run.complete(),
                        run.settings(),
                        run.environment(),
                        run.main(),
                        List.of(changed),
                        run.remarks()),
                Map.copyOf(recorded.calls()),
                Map.copyOf(recorded.coldCalls())));
    }

    private static Window changed(Window window, UnaryOperator<Reading> change) {
        return new Window(
                window.name(),
                window.before(),
                window.after(),
                change.apply(window.after().target()),
                window.peakRssBytes(),
                window.stoppedMillis(),
                window.health(),
                window.connects());
    }
}
