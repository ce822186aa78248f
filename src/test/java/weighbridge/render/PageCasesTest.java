package weighbridge.render;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import org.junit.jupiter.api.Test;
import weighbridge.analysis.BurstTrace;
import weighbridge.analysis.BurstTrace.CauseTrace;
import weighbridge.analysis.TargetReport;
import weighbridge.figure.Figure;

/** That each made-up run is a case of what it is meant to be. */
class PageCasesTest {
    @Test
    void theDefaultFiveHaveCallsMemoryAndFailures() {
        PageCase five = PageCases.defaultFive();

        assertThat(five.report().targets())
                .extracting(TargetReport::name, target -> target.burst().calls())
                .contains(tuple("dropwizard", 800))
                .hasSize(5);
        assertThat(five.traces().rounds().get(0).targets()).hasSize(6).allSatisfy(trace -> {
            assertThat(trace.rssBytes().atMillis()).hasSizeGreaterThan(50);
            assertThat(trace.moments()).isNotEmpty();
        });
    }

    @Test
    void sixRoundsHaveIntervalsAndNoise() {
        PageCase six = PageCases.sixRounds();

        assertThat(six.traces().rounds()).hasSize(6);
        assertThat(six.report().rounds().noise().get(Figure.SECONDS_PER_CALL)).isGreaterThan(1);
        assertThat(six.report().targets())
                .allSatisfy(target -> assertThat(
                                target.figures().get(Figure.P99_MILLIS).low())
                        .isNotNull());
    }

    @Test
    void whereAllFailedThereIsACauseOfEachKind() {
        PageCase failed = PageCases.allFailed();

        assertThat(failed.report().targets())
                .allSatisfy(target -> assertThat(target.burst().successRatio()).isZero());
        List<BurstTrace> mixed =
                failed.traces().rounds().get(0).targets().get(3).bursts();
        assertThat(mixed.get(1).causes())
                .extracting(CauseTrace::label)
                .containsExactlyInAnyOrder(
                        "response-timeout", "connect-timeout", "refused", "status-503", "closed-early", "wrong-body");
    }

    @Test
    void whereNothingWasCalledThereAreNoBursts() {
        for (PageCase none : List.of(PageCases.noCalls(), PageCases.noneStarted())) {
            assertThat(none.report().targets())
                    .allSatisfy(target -> assertThat(target.burst().calls()).isZero());
            assertThat(none.traces().rounds().get(0).targets())
                    .allSatisfy(trace -> assertThat(trace.bursts()).isEmpty());
        }
    }

    @Test
    void aMillionCallsHaveOneFastestAndOneSlowest() {
        BurstTrace burst = PageCases.million().traces().rounds().get(0).targets().get(0).bursts().stream()
                .filter(one -> one.kind().equals("measured"))
                .findFirst()
                .orElseThrow();

        assertThat(burst.calls()).isEqualTo(1_000_000);
        assertThat(burst.toMillis() - burst.fromMillis()).isBetween(9_900L, 11_000L);
        assertThat(burst.dots().latencyMillis())
                .contains(Loads.FASTEST_MILLIS, Loads.SLOWEST_MILLIS)
                .hasSizeLessThan(10_000);
    }

    @Test
    void hostileTextsComeThroughAsTheyAre() {
        PageCase hostile = PageCases.hostile();

        assertThat(hostile.report().targets()).extracting(TargetReport::name).containsExactlyElementsOf(Hostile.NAMES);
        assertThat(hostile.report().targets().get(0).reason()).isEqualTo(Hostile.TEXT);
        assertThat(hostile.report().targets().get(2).identity().version()).isEqualTo(Hostile.TEXT);
    }
}
