package weighbridge.render;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import weighbridge.analysis.Gap;
import weighbridge.analysis.Report;
import weighbridge.figure.Figure;
import weighbridge.record.Outcome.Kind;

class WinnersTest {
    @Test
    void aGroupOfWhichNoTwoDifferTies() {
        assertThat(among("a,b,c")).containsExactly("a", "b", "c");
    }

    @Test
    void whoIsWorseThanOneOfThemIsNone() {
        assertThat(among("a,b,c", "a<c")).containsExactly("a", "b");
    }

    @Test
    void oneThatIsLeftAloneIsTheBest() {
        assertThat(among("a,b,c", "a<b", "b<c")).containsExactly("a");
        assertThat(among("a,b,c", "c<a", "a<b")).containsExactly("c");
    }

    /** No such order is likely, but pairs that are compared in different rounds allow it. */
    @Test
    void whereEachIsWorseThanAnotherNobodyIsTheBest() {
        assertThat(among("a,b,c", "a<b", "b<c", "c<a")).isEmpty();
    }

    @Test
    void withoutAnOrderThereIsNone() {
        Report report = report().noOrder(Figure.SECONDS_PER_CALL, Gap.NoOrder.FEW_ROUNDS)
                .get();

        assertThat(new Winners(report).of(Figure.SECONDS_PER_CALL)).isEmpty();
    }

    @Test
    void aRunThatIsNotValidHasNone() {
        assertThat(of(ordered().faults("a fault"))).isEmpty();
        assertThat(of(ordered().cutOff())).isEmpty();
        assertThat(of(ordered())).containsExactly("a");
    }

    /** The rest is compared as if it had not been there. */
    @Test
    void whoMisbehavedLeadsNothing() {
        MadeUp report = MadeUp.report()
                .rounds(6)
                .failed("a", Kind.MEASURED, null, "in round 2: was stopped")
                .target("b", 1.0)
                .target("c", 1.0)
                .order(Figure.SECONDS_PER_CALL, "a", "b", "c");

        assertThat(of(report)).containsExactly("b");
    }

    @Test
    void whoIsLeftWithNobodyToCompareLeadsNothing() {
        MadeUp report = MadeUp.report()
                .rounds(6)
                .failed("a", Kind.DIED_UNDER_LOAD, "exited with 137")
                .target("b", 1.0)
                .order(Figure.SECONDS_PER_CALL, "a", "b");

        assertThat(of(report)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "SECONDS_PER_CALL, false",
        "P99_MILLIS, false",
        "PEAK_RSS_BYTES, false",
        "SETTLED_RSS_BYTES, false",
        "CPU_SECONDS_PER_1000_CALLS, false",
        "SUCCESS_RATIO, true",
        "IDLE_RSS_BYTES, true",
        "STARTUP_MILLIS, true",
    })
    void whoLostCallsInOneRoundMayLeadOnlyInWhatTheyDoNotChange(Figure figure, boolean may) {
        Report report = MadeUp.report()
                .rounds(3)
                .target("lossy", 1.0, 0.99, 1.0)
                .target("well", 1.0, 1.0, 1.0)
                .failed("dead", Kind.DIED_UNDER_LOAD, "exited with 137")
                .get();
        Winners winners = new Winners(report);

        assertThat(winners.mayLead(report.targets().get(0), figure)).isEqualTo(may);
        assertThat(winners.mayLead(report.targets().get(1), figure)).isTrue();
        assertThat(winners.mayLead(report.targets().get(2), figure)).isFalse();
    }

    @Test
    void ofWhomNoCallIsKnownNothingUnderLoadIs() {
        Report report = MadeUp.report().target("a", (Double) null).get();

        assertThat(new Winners(report).mayLead(report.targets().get(0), Figure.PEAK_RSS_BYTES))
                .isFalse();
    }

    private static List<String> among(String group, String... differing) {
        return of(report().ranking(MadeUp.ranking(Figure.SECONDS_PER_CALL, group, differing)));
    }

    private static MadeUp ordered() {
        return report().order(Figure.SECONDS_PER_CALL, "a", "b", "c");
    }

    private static MadeUp report() {
        return MadeUp.report().rounds(6).target("a", 1.0).target("b", 1.0).target("c", 1.0);
    }

    private static List<String> of(MadeUp report) {
        return new Winners(report.get()).of(Figure.SECONDS_PER_CALL);
    }
}
