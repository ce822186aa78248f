package weighbridge.render;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import weighbridge.analysis.TargetReport;
import weighbridge.capacity.Bound;
import weighbridge.capacity.CapacityReport;
import weighbridge.workload.Settings;
import weighbridge.workload.Workload;

class HeadlineCapacityTest {
    private static final String PROMISE = "p99 < 50 ms";

    @Test
    void whatTheOnlyTargetHoldsIsNotRanked() {
        assertThat(headline(held("a", 4100, 4087, 4280)))
                .isEqualTo("With p99 < 50 ms: a sustains 4,100 calls/s (4,087 to 4,280).");
    }

    @Test
    void whoHoldsMostIsNamedAndTheOthersInTheirOrder() {
        assertThat(headline(held("a", 300, 299, 320), held("b", 4100, 4087, 4280), held("c", 12.5, 12.4, 13)))
                .isEqualTo("With p99 < 50 ms: b sustains most, 4,100 calls/s (4,087 to 4,280), then a 300 (299 to 320),"
                        + " c 12.5 (12.4 to 13).");
    }

    /** 4,087 to 4,280 and 4,000 to 4,200 have rates in common, that of c with b but not with a. */
    @Test
    void nobodyHoldsMostWhereTheBracketsOfTheFirstOverlap() {
        assertThat(headline(held("c", 3990, 3900, 4050), held("b", 4010, 4000, 4200), held("a", 4100, 4087, 4280)))
                .isEqualTo("With p99 < 50 ms: a 4,100 (4,087 to 4,280), b 4,010 (4,000 to 4,200), c 3,990 (3,900 to"
                        + " 4,050) calls/s; the capacities of a, b are not significantly different.");
    }

    @Test
    void whoIsNotWellConfirmedIsNotSaidToHoldMost() {
        assertThat(headline(held("b", 300, 299, 320), MadeUpLoads.holding("a", MadeUpCards.confirmedIn(1))))
                .isEqualTo(
                        "With p99 < 50 ms: a sustains 4,100 calls/s (4,087 to 4,280), confirmed in 1 of 3, b 300 (299 to"
                                + " 320).");
    }

    @Test
    void aBracketThatBeginsWhereTheOtherEndsIsAnother() {
        assertThat(headline(held("a", 4100, 4087, 4280), held("b", 4000, 3990, 4087)))
                .contains("a sustains most");
    }

    @Test
    void nobodyHoldsMostWhereOneMayHoldMore() {
        assertThat(headline(held("a", 4100, 4087, 4280), held("b", 300, 299, 320), atLeast("c"), atLeast("d")))
                .isEqualTo(
                        "With p99 < 50 ms: a sustains 4,100 calls/s (4,087 to 4,280), b 300 (299 to 320); c sustains at"
                                + " least 6,000 calls/s (the generator was the limit), d sustains at least 6,000 calls/s (the generator was"
                                + " the limit).");
    }

    @Test
    void aRateAboveWhichNothingWasTriedIsAtLeastToo() {
        CapacityReport open = MadeUpCards.of(PROMISE, 500.0, 499.0, null, Bound.SLO);

        assertThat(headline(MadeUpLoads.holding("a", open)))
                .isEqualTo("With p99 < 50 ms: a sustains at least 500 calls/s (every rate tried was sustained).");
    }

    @Test
    void whoHoldsNothingIsToldFromWhomNothingIsKnownOf() {
        CapacityReport nothing = MadeUpCards.none();
        CapacityReport unknown = MadeUpCards.of(PROMISE, null, null, null, Bound.GENERATOR);

        assertThat(headline(MadeUpLoads.holding("a", nothing), MadeUpLoads.holding("b", unknown)))
                .isEqualTo(
                        "Each with its own SLO: a sustains none of the rates tried, the capacity of b is unknown (the"
                                + " generator was the limit).");
        assertThat(CapacityWords.sentence(unknown)).startsWith("capacity unknown, the generator was the limit");
    }

    @Test
    void nobodyHoldsMostWhereOfOneNothingIsKnown() {
        CapacityReport unknown = MadeUpCards.of(PROMISE, null, null, null, Bound.GENERATOR);

        assertThat(headline(held("a", 4100, 4087, 4280), held("b", 300, 299, 320), MadeUpLoads.holding("c", unknown)))
                .contains("a sustains 4,100 calls/s (4,087 to 4,280), b 300 (299 to 320); the capacity of c is unknown")
                .doesNotContain("most");
    }

    /** It held more than both others once. */
    @Test
    void nobodyHoldsMostWhereOneWasNotConfirmed() {
        assertThat(headline(
                        held("a", 300, 299, 320),
                        held("b", 30, 29, 32),
                        MadeUpLoads.holding("c", MadeUpCards.unconfirmed())))
                .contains("a sustains 300 calls/s (299 to 320), b 30 (29 to 32); no rate of c was confirmed")
                .doesNotContain("most");
    }

    @Test
    void promisesThatDifferAreNotTakenForOne() {
        CapacityReport other = MadeUpCards.of("p99 < 5 ms", 100.0, 99.0, 104.0, Bound.SLO);

        assertThat(headline(held("a", 4100, 4087, 4280), MadeUpLoads.holding("b", other)))
                .startsWith("Each with its own SLO: a sustains most");
    }

    @Test
    void aRunThatIsNotValidHasNoCapacities() {
        MadeUp report =
                report(held("a", 4100, 4087, 4280), held("b", 300, 299, 320)).faults("too noisy");

        assertThat(Headline.of(report.get())).isEqualTo("Invalid measurement: too noisy.");
    }

    @Test
    void manyAreCounted() {
        List<TargetReport> targets = new ArrayList<>();
        for (int number = 1; number <= 8; number++) {
            targets.add(held("t" + number, 1000 * number, 990 * number, 1010 * number));
        }

        assertThat(headline(targets.toArray(TargetReport[]::new)))
                .contains("t8 sustains most, 8,000 calls/s", "t4 4,000 (3,960 to 4,040), 3 more.");
    }

    /** Not even who has the smallest: each had a rate of its own. */
    @Test
    void onlyWhatIsWeighedBeforeTheLoadIsMarked() {
        String note = SummarySection.table(MadeUpLoads.capacity()).notes().get(0);

        assertThat(note)
                .contains("Each target was called at its own capacity, so only RSS idle and start-up are marked.")
                .doesNotContain("lost calls");
        assertThat(Headline.of(MadeUpLoads.capacity())).doesNotContain("lowest peak memory", "lost calls");
    }

    @Test
    void atAGivenRateNobodyTakesTheLeastTimePerCall() {
        assertThat(SummarySection.table(MadeUpLoads.open()).notes().get(0)).contains("seconds/call is not marked");
        assertThat(SummarySection.table(MadeUpLoads.closed()).notes().get(0)).doesNotContain("is not marked");
    }

    private static TargetReport held(String name, double rate, double low, double high) {
        return MadeUpLoads.holding(name, MadeUpCards.of(PROMISE, rate, low, high, Bound.SLO));
    }

    private static TargetReport atLeast(String name) {
        return MadeUpLoads.holding(name, MadeUpCards.of(PROMISE, 6000.0, 5990.0, null, Bound.GENERATOR));
    }

    private static String headline(TargetReport... targets) {
        return Headline.of(report(targets).get());
    }

    private static MadeUp report(TargetReport... targets) {
        Map<String, String> none = Map.of();
        MadeUp report = MadeUp.report().settings(Settings.from(Workload.Kind.CAPACITY, none::get));
        for (TargetReport target : targets) {
            report.target(target);
        }
        return report;
    }
}
