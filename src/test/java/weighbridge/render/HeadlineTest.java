package weighbridge.render;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import weighbridge.analysis.Analysis;
import weighbridge.analysis.Finding;
import weighbridge.analysis.Gap;
import weighbridge.analysis.Ranking;
import weighbridge.analysis.Ranking.NotRanked;
import weighbridge.analysis.SloReport;
import weighbridge.figure.Figure;
import weighbridge.figure.Unit;
import weighbridge.record.Outcome.Kind;
import weighbridge.record.SampleRounds;
import weighbridge.record.SampleRun;

class HeadlineTest {
    private static final double MIB = 1 << 20;

    @EachLocale
    void theSampleRunSaysAllThatWentWrongWhatMattersMostFirst(String locale) {
        Locale.setDefault(Locale.forLanguageTag(locale));

        assertThat(Headline.of(Analysis.of(SampleRun.recording())))
                .isEqualTo(
                        "Accept queue 50 is shorter than the burst of 800 at slow; 1 of 4 targets is not valid: slow:"
                                + " the generator waited for CPU during 35 % of the time: the figures"
                                + " of this target are affected (and 1 more); 2 of 5"
                                + " SLOs broken: first p99 < 50 ms by good (199 ms), 2 unknown; 2 of 4 targets"
                                + " failed: mortal died under load, broken failed to start; 1 of 4 targets lost calls:"
                                + " slow had 80.0% success.");
    }

    @Test
    void nobodyHasWonARunThatIsNotValid() {
        assertThat(Headline.of(Analysis.of(SampleRounds.six())))
                .contains("1 of 2 targets is not valid: slow: ")
                .doesNotContain("least time");
        assertThat(Headline.of(MadeUp.report()
                        .target("a", 1.0)
                        .fault("a", new Finding.MachineTaken(0.64))
                        .get()))
                .isEqualTo("Invalid measurement: a: other processes used 64 % of the machine's CPU time during the"
                        + " measurement, more than half; fix: end them, or measure on a quieter machine.");
    }

    @Test
    void aRunThatWasCutOffSaysSoFirst() {
        MadeUp report = MadeUp.report()
                .target("a", 1.0)
                .failed("b", Kind.NOT_REACHED, null)
                .cutOff()
                .faults("the run was cut off", "one", "two");

        assertThat(Headline.of(report.get()))
                .isEqualTo("The run ended early or could not be saved: 1 of 2 targets measured (and 2 more faults).");
    }

    @Test
    void aLongFaultIsShortened() {
        String headline = Headline.of(MadeUp.report()
                .target("a", 1.0)
                .faults("x".repeat(500) + "\nmore")
                .get());

        assertThat(headline).isEqualTo("Invalid measurement: " + "x".repeat(160) + "….");
        assertThat(Headline.shortened("word ".repeat(100)))
                .isEqualTo("word ".repeat(32).strip() + "…");
        assertThat(Headline.shortened("")).isEmpty();
    }

    @Test
    void promisesAreCounted() {
        assertThat(Headline.of(report().promise(promise("a", 49.0))
                        .promise(promise("b", 51.0))
                        .get()))
                .isEqualTo("1 of 2 SLOs broken: p99 < 50 ms by b (51 ms).");
        assertThat(Headline.of(report().promise(promise("a", null)).get()))
                .isEqualTo("1 of 1 SLO unknown: p99 < 50 ms by a (unknown: p99 needs 299 calls that succeeded).");
        assertThat(Headline.of(report().promise(promise("a", 49.0)).get()))
                .isEqualTo("Both targets answered all of their calls in time.");
    }

    @Test
    void whoFailedIsNamedWithWhatCameOfIt() {
        assertThat(Headline.of(report().failed("c", Kind.FAILED_TO_START, "exited with 1\n  log")
                        .get()))
                .isEqualTo("1 of 3 targets failed: c failed to start, exited with 1.");
        assertThat(Headline.of(
                        report().failed("c", Kind.MEASURED, null, "was stopped").get()))
                .isEqualTo("1 of 3 targets failed: c misbehaved, was stopped.");
        assertThat(Headline.of(report().failed("c", Kind.DIED_UNDER_LOAD, "why")
                        .failed("d", Kind.NOT_REACHED, null)
                        .failed("e", Kind.FAILED_TO_START, "why")
                        .failed("f", Kind.FAILED_TO_START, "why")
                        .get()))
                .isEqualTo(
                        "4 of 6 targets failed: c died under load, d was not reached, e failed to start (and 1 more).");
    }

    @Test
    void nobodyMeasured() {
        assertThat(Headline.of(MadeUp.report()
                        .failed("a", Kind.FAILED_TO_START, "x")
                        .failed("b", Kind.DIED_UNDER_LOAD, "y")
                        .get()))
                .isEqualTo("None of the 2 targets was measured: a failed to start, b died under load.");
        assertThat(Headline.of(
                        MadeUp.report().failed("a", Kind.FAILED_TO_START, "x").get()))
                .isEqualTo("The only target was not measured: a failed to start, x.");
        assertThat(Headline.of(MadeUp.report().get())).isEqualTo("The run had no targets.");
    }

    @Test
    void theTargetThatLostMostCallsIsNamed() {
        assertThat(Headline.of(report().target("c", 0.99996).target("d", 0.5).get()))
                .isEqualTo("2 of 4 targets lost calls: the worst, d, had 50.0% success.");
        assertThat(Headline.of(report().target("c", 0.99996).get()))
                .isEqualTo("1 of 3 targets lost calls: c had 99.9% success.");
    }

    @Test
    void aLossInOneRoundShowsThoughTheMedianHidesIt() {
        assertThat(Headline.of(MadeUp.report()
                        .rounds(3)
                        .target("a", 1.0, 1.0, 1.0)
                        .target("b", 1.0, 0.25, 1.0)
                        .get()))
                .isEqualTo("1 of 2 targets lost calls: b had 25.0% success in its worst round.");
    }

    @Test
    void allWell() {
        assertThat(Headline.of(report().get())).isEqualTo("Both targets answered all of their calls in time.");
        assertThat(Headline.of(MadeUp.report().target("netty", 1.0).get()))
                .isEqualTo("The only target, netty, answered all of its calls in time.");
        assertThat(Headline.of(
                        MadeUp.report().rounds(2).target("netty", 1.0, 1.0).get()))
                .isEqualTo("The only target, netty, answered all of its calls in time in 2 rounds.");
    }

    @Test
    void whatIsNotKnownIsNotSaid() {
        assertThat(Headline.of(MadeUp.report().target("a", (Double) null).get()))
                .isEqualTo("The only target, a, was measured, but the success of its calls is unknown.");
        assertThat(Headline.of(report().target("c", Map.of()).get()))
                .isEqualTo("All 3 targets were measured, but the success of 1 of them is unknown.");
    }

    @Test
    void anOrderSaysWhoWasBest() {
        MadeUp report = MadeUp.report()
                .rounds(6)
                .target("netty", Figure.SECONDS_PER_CALL, 0.000135)
                .target("jetty", Figure.PEAK_RSS_BYTES, 80 * MIB)
                .order(Figure.SECONDS_PER_CALL, "netty", "jetty")
                .order(Figure.PEAK_RSS_BYTES, "jetty", "netty");

        assertThat(Headline.of(report.get()))
                .isEqualTo("Both targets answered all of their calls in time in 6 rounds; netty took the least time per"
                        + " call (0.000135 s) and jetty had the lowest peak memory (80.00 MiB).");
    }

    @Test
    void tiesAreSaidAsTies() {
        assertThat(ranked("a,b", "c,d")).endsWith("; a and b tie for the least time per call.");
        assertThat(ranked("a,b,c,d")).endsWith("; a, b, c and d tie for the least time per call.");
        assertThat(ranked("a,b,c,d,e")).endsWith("; a, b, c and 2 more tie for the least time per call.");
    }

    @Test
    void whoIsShownToBeWorseDoesNotTie() {
        assertThat(Headline.of(report().target("c", 1.0)
                        .rounds(6)
                        .ranking(MadeUp.ranking(Figure.SECONDS_PER_CALL, "a,b,c", "a<c"))
                        .get()))
                .endsWith("; a and b tie for the least time per call.");
    }

    @Test
    void whoIsNotRankedMayBeBetter() {
        Ranking ranking = new Ranking(
                Figure.SECONDS_PER_CALL,
                6,
                1.02,
                List.of(List.of("a"), List.of("b")),
                "a < b",
                List.of(),
                List.of(new NotRanked("c", new Gap.AtFloor(6, 6))),
                null);

        assertThat(Headline.of(
                        report().target("c", 1.0).rounds(6).ranking(ranking).get()))
                .endsWith("; a took the least time per call of the 2 that were ranked.");
    }

    @Test
    void whoMisbehavedOrLostCallsHasNotWon() {
        MadeUp misbehaved =
                report().failed("c", Kind.MEASURED, null, "was stopped").rounds(6);
        MadeUp lossy = report().target("c", 1.0, 0.5, 1.0).rounds(6);

        assertThat(Headline.of(
                        misbehaved.order(Figure.PEAK_RSS_BYTES, "c", "b", "a").get()))
                .endsWith("; b had the lowest peak memory of the 2 that were ranked.");
        assertThat(Headline.of(lossy.order(Figure.PEAK_RSS_BYTES, "c", "b", "a").get()))
                .endsWith("; b had the lowest peak memory of the 2 that were ranked.");
    }

    @Test
    void withoutAnOrderNobodyIsBest() {
        assertThat(Headline.of(report().rounds(3)
                        .noOrder(Figure.SECONDS_PER_CALL, Gap.NoOrder.FEW_ROUNDS)
                        .get()))
                .isEqualTo("Both targets answered all of their calls in time in 3 rounds.");
    }

    private static String ranked(String... groups) {
        MadeUp report = MadeUp.report().rounds(6);
        Arrays.stream(groups)
                .flatMap(group -> Arrays.stream(group.split(",")))
                .forEach(name -> report.target(name, 1.0));
        return Headline.of(report.order(Figure.SECONDS_PER_CALL, groups).get());
    }

    private static MadeUp report() {
        return MadeUp.report().target("a", 1.0).target("b", 1.0);
    }

    private static SloReport promise(String target, Double value) {
        return new SloReport(
                target,
                "p99",
                Unit.MILLIS,
                "p99 < 50 ms",
                50,
                value,
                value != null && value < 50,
                value == null ? new Gap.NoFigure(Figure.P99_MILLIS) : null);
    }
}
