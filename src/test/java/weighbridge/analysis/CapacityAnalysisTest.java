package weighbridge.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;
import weighbridge.capacity.Bound;
import weighbridge.capacity.CapacityBox;
import weighbridge.capacity.CapacityReport;
import weighbridge.capacity.CapacityReport.Memory;
import weighbridge.capacity.CapacityReport.Point;
import weighbridge.capacity.ConnectionMemory;
import weighbridge.figure.Figure;
import weighbridge.record.EarlyEnd;
import weighbridge.record.Listener.Owner;
import weighbridge.record.MadeUpCapacityRun;
import weighbridge.record.MadeUpProbe;
import weighbridge.record.MadeUpSlice;
import weighbridge.record.MadeUpWindow;
import weighbridge.record.SampleRun;
import weighbridge.record.Unseen;
import weighbridge.record.Window;
import weighbridge.render.CapacityFindingWords;
import weighbridge.text.Limits;
import weighbridge.workload.Purpose;

class CapacityAnalysisTest {
    private static final long MIB = 1 << 20;
    private static final Percentage DIGITS = Percentage.withPercentage(0.1);
    private static final double HELD = 5;
    private static final double NOT_HELD = 70;

    private int number;

    @Test
    void aRateThatThreeProcessesHeldIsTheCapacity() {
        CapacityReport card = card(new MadeUpCapacityRun()
                .round(search())
                .round(confirm(1000, 3, 70), confirm(1600, 4, 80), confirm(2000, HELD, 100))
                .round(confirm(1000, 3, 71), confirm(1600, 4, 81), confirm(2000, 6, 102))
                .round(confirm(1000, 3, 72), confirm(1600, 4, 82), confirm(2000, 8, 101)));

        assertThat(card.promises()).containsExactly("p99 < 50 ms", "errors < 0.1%");
        assertThat(card.callsPerSecond()).isEqualTo(2000);
        assertThat(card.low()).isEqualTo(2000);
        assertThat(card.high()).isEqualTo(2050);
        assertThat(card.bound()).isEqualTo(Bound.SLO);
        assertThat(binds(card))
                .startsWith("p99 < 50 ms: 20500 of 20500 calls slower or failed, at most ")
                .endsWith(" (at 2,050 calls/s)");
        assertThat(card.confirmed()).isEqualTo(3);
        assertThat(card.confirmSeconds()).isEqualTo(30);
        assertThat(card.memory()).isEqualTo(new Memory(30 * MIB, 101 * MIB, 112 * MIB, 60 * MIB)); // rounds 2, 3 and 4
        assertThat(card.rssBytesPer1000CallsPerSecond()).isEqualTo(51.0 * MIB); // 102 MiB at 2,000 calls/s
        assertThat(card.coresPer1000CallsPerSecond()).isCloseTo(0.5, within(1e-9)); // 1 core
        assertThat(card.connections()).isNull();
        assertThat(card.usl()).isNull();
        assertThat(card.startupMillis()).isEqualTo(250); // of 100, 200, 300 and 400
        assertThat(card.remarks()).isEmpty();
        assertThat(card.probes()).hasSize(14);
    }

    @Test
    void pointsAreMediansOverTheConfirmingProcesses() {
        CapacityReport card = card(new MadeUpCapacityRun()
                .round(search())
                .round(confirm(1000, 3, 70), confirm(1600, 4, 80), confirm(2000, HELD, 100))
                .round(confirm(1000, 2, 71), confirm(1600, 4, 81), confirm(2000, 6, 102))
                .round(confirm(1000, 1, 75), confirm(1600, 4, 82), confirm(2000, 8, 101)));

        assertThat(card.points()).extracting(Point::share).containsExactly(0.5, 0.8, 1.0);
        assertThat(card.points()).extracting(Point::callsPerSecond).containsExactly(1000.0, 1600.0, 2000.0);
        Point half = card.points().get(0);
        assertThat(half.p50Millis()).isCloseTo(2, DIGITS);
        assertThat(half.p99Millis()).isCloseTo(2, DIGITS);
        assertThat(half.maxMillis()).isCloseTo(3, DIGITS);
        assertThat(half.rssBytes()).isEqualTo(71 * MIB);
        Point all = card.points().get(2);
        assertThat(all.p95Millis()).isCloseTo(6, DIGITS);
        assertThat(all.maxMillis()).isCloseTo(8, DIGITS);
        assertThat(all.cores()).isCloseTo(1, within(1e-9));
    }

    /** The whole rate was held afterwards, so that this is no reason against it. */
    @Test
    void aPartOfTheRateThatBrokeAnSloIsCounted() {
        CapacityReport card = card(new MadeUpCapacityRun()
                .round(search())
                .round(confirm(1000, 3, 70), confirm(1600, NOT_HELD, 80), confirm(2000, HELD, 100))
                .round(unwell(1000), confirm(1600, 4, 81), confirm(2000, 6, 102))
                .round(confirm(1000, 3, 72), confirm(1600, NOT_HELD, 82), confirm(2000, 8, 101)));

        assertThat(card.callsPerSecond()).isEqualTo(2000);
        assertThat(card.points()).extracting(Point::broken).containsExactly(0, 2, 0);
        assertThat(card.points()).extracting(Point::inconclusive).containsExactly(1, 0, 0);
        assertThat(card.wellConfirmed()).isTrue();
    }

    /** At the very rate that others held, and at a rate that nobody did. */
    @Test
    void aConfirmationThatFailedIsInNoMedianOfTheSummary() {
        MadeUpCapacityRun held = new MadeUpCapacityRun()
                .round(search())
                .round(confirm(2000, HELD, 100))
                .round(unwell(2000), unwell(2000))
                .round(confirm(2000, 6, 100))
                .round(confirm(2000, 8, 100));
        MadeUpCapacityRun none = new MadeUpCapacityRun()
                .round(search())
                .round(confirm(2000, HELD, 100))
                .round(confirm(2000, NOT_HELD, 100));

        List<Double> p99 = p99(held);
        assertThat(p99).hasSize(5);
        assertThat(p99.get(0)).isNull();
        assertThat(p99.get(1)).isCloseTo(HELD, DIGITS);
        assertThat(p99.get(2)).as("inconclusive").isNull();
        assertThat(p99.get(3)).isCloseTo(6, DIGITS);
        assertThat(p99.get(4)).isCloseTo(8, DIGITS);
        assertThat(p99(none)).containsOnlyNulls();
        assertThat(card(held).wellConfirmed()).isTrue();
        assertThat(card(none).wellConfirmed()).isFalse();
    }

    private static List<Double> p99(MadeUpCapacityRun run) {
        return Analysis.of(run.recording())
                .targets()
                .get(0)
                .figure(Figure.P99_MILLIS)
                .values();
    }

    /** In the whole machine the generator was the limit; in half a core the server was, in three fresh processes. */
    @Test
    void theCardIsThatOfTheBoxWhoseCapacityIsKnown() {
        Limits half = new Limits(0.5, null);
        MadeUpCapacityRun run = new MadeUpCapacityRun()
                .round(
                        probe(Purpose.BRACKET, 3000, HELD),
                        probe(Purpose.BRACKET, 4000, NOT_HELD)
                                .window(MadeUpWindow.of(10).stalled(140).get()),
                        probe(Purpose.BRACKET, 4000, NOT_HELD)
                                .window(MadeUpWindow.of(10).stalled(140).get()))
                .in(half)
                .round(search())
                .round(confirm(2000, HELD, 100))
                .round(confirm(2000, HELD, 100))
                .round(confirm(2000, HELD, 100));

        CapacityReport card = card(run);

        assertThat(card.limits()).isEqualTo(half);
        assertThat(card.callsPerSecond()).isEqualTo(2000);
        assertThat(card.confirmed()).isEqualTo(3);
        assertThat(card.memory().idleRssBytes()).isEqualTo(40 * MIB); // rounds 3, 4 and 5
        assertThat(card.remarks()).isEmpty();
        assertThat(card.boxes()).extracting(CapacityBox::limits).containsExactly(new Limits(2.0, null), half);
        CapacityReport whole = card.boxes().get(0).card();
        assertThat(whole.callsPerSecond()).isEqualTo(3000);
        assertThat(whole.atLeast()).isTrue();
        assertThat(whole.confirmed()).isZero();
        assertThat(whole.remarks()).as("it was left for a smaller one").isEmpty();
        TargetReport target = Analysis.of(run.recording()).targets().get(0);
        assertThat(target.figure(Figure.IDLE_RSS_BYTES).values())
                .as("of the rounds in that box alone")
                .containsExactly(null, 20.0 * MIB, 30.0 * MIB, 40.0 * MIB, 50.0 * MIB);
    }

    /** What one process did not hold is not the capacity, however many others did. */
    @Test
    void aConfirmationThatFailsTakesTheRateAStepDown() {
        CapacityReport card = card(new MadeUpCapacityRun()
                .round(search())
                .round(confirm(1000, 4, 90), confirm(2000, HELD, 100))
                .round(confirm(2000, NOT_HELD, 100))
                .round(confirm(1923, HELD, 110))
                .round(confirm(1923, HELD, 120)));

        assertThat(card.callsPerSecond()).isEqualTo(1923);
        assertThat(card.low()).isEqualTo(1923);
        assertThat(card.high()).isEqualTo(2000);
        assertThat(card.bound()).isEqualTo(Bound.SLO);
        assertThat(card.confirmed()).as("the one that held more counts").isEqualTo(3);
        assertThat(IntStream.rangeClosed(1, 5).filter(card::heldIn).boxed()).containsExactly(2, 4, 5);
        assertThat(card.memory().idleRssBytes()).isEqualTo(40 * MIB); // rounds 2, 4 and 5
        assertThat(card.points()).extracting(Point::callsPerSecond).containsExactly(1000.0, 1923.0);
        assertThat(card.points().get(1).rssBytes()).isEqualTo(110 * MIB);
        assertThat(card.coresPer1000CallsPerSecond())
                .as("of each at its own rate")
                .isEqualTo(1 / 1.923);
        assertThat(card.remarks()).isEmpty();
    }

    /** The process that did not hold 2,000 is one of the three that held 1,923, with the parts of that rate. */
    @Test
    void aProcessThatFailsMayConfirmTheNextLowerRate() {
        CapacityReport card = card(new MadeUpCapacityRun()
                .round(search())
                .round(
                        probe(Purpose.HALF, 1000, 9),
                        unwell(2000),
                        confirm(2000, NOT_HELD, 100),
                        confirm(1923, HELD, 100),
                        probe(Purpose.HALF, 961.5, 3))
                .round(probe(Purpose.HALF, 961.5, 2), confirm(1923, HELD, 100))
                .round(probe(Purpose.HALF, 961.5, 1), confirm(1923, HELD, 100)));

        assertThat(card.callsPerSecond()).isEqualTo(1923);
        assertThat(card.confirmed()).isEqualTo(3);
        assertThat(card.high()).isEqualTo(2000);
        assertThat(card.bound()).isEqualTo(Bound.SLO);
        assertThat(card.points()).extracting(Point::callsPerSecond).containsExactly(961.5, 1923.0);
        assertThat(card.points().get(0).p99Millis()).isCloseTo(2, DIGITS);
        assertThat(card.remarks()).isEmpty();
    }

    /** A process that broke a rate while the generator was well says more than those in which it was not. */
    @Test
    void whatAProcessBrokeIsTheLimitAlsoAboveAnInconclusiveRate() {
        CapacityReport card = card(new MadeUpCapacityRun()
                .round(search())
                .round(confirm(2000, NOT_HELD, 100), unwell(1923), unwell(1923))
                .round(confirm(1672, HELD, 100))
                .round(confirm(1672, HELD, 100))
                .round(confirm(1672, HELD, 100)));

        assertThat(card.callsPerSecond()).isEqualTo(1672);
        assertThat(card.high()).isEqualTo(2000);
        assertThat(card.bound()).isEqualTo(Bound.SLO);
        assertThat(card.atLeast()).isFalse();
    }

    /** Where the time was over before three agreed. */
    @Test
    void theRateThatMostProcessesHeldIsTold() {
        CapacityReport card = card(new MadeUpCapacityRun()
                .round(search())
                .round(confirm(2000, HELD, 100))
                .round(unwell(2000), unwell(2000))
                .round(confirm(1739, HELD, 100)));

        assertThat(card.callsPerSecond()).isEqualTo(1739);
        assertThat(card.confirmed()).isEqualTo(2);
    }

    @Test
    void aStepDownThatThereWasNoTimeForLeavesNoCapacity() {
        CapacityReport card = card(new MadeUpCapacityRun()
                .round(search())
                .round(confirm(2000, HELD, 100))
                .round(confirm(2000, HELD, 100))
                .round(confirm(2000, NOT_HELD, 100)));

        assertThat(card.callsPerSecond()).isNull();
        assertThat(card.low()).isNull();
        assertThat(card.high()).isEqualTo(2000);
        assertThat(card.bound()).isEqualTo(Bound.SLO);
        assertThat(card.confirmed()).isZero();
        assertThat(card.points()).isEmpty();
        assertThat(card.rssBytesPer1000CallsPerSecond()).isNull();
        assertThat(remarks(card))
                .containsExactly(
                        "2,000 calls/s, the lowest rate that was to be confirmed, was confirmed in 2 of 3 fresh processes: 1 did not meet the SLO, then the time limit was reached");
        assertThat(card.memory()).isEqualTo(new Memory(10 * MIB, null, null, 20 * MIB)); // of the search
    }

    /** A generator that was not well says nothing of the server: the process is asked once more. */
    @Test
    void theLastWordOfAProcessCounts() {
        CapacityReport card = card(new MadeUpCapacityRun()
                .round(search())
                .round(unwell(2000), confirm(2000, HELD, 100))
                .round(confirm(2000, HELD, 100))
                .round(unwell(2000), unwell(2000)));

        assertThat(card.callsPerSecond()).isEqualTo(2000);
        assertThat(card.confirmed()).isEqualTo(2);
        assertThat(card.high()).isEqualTo(2050);
        assertThat(remarks(card))
                .containsExactly(
                        "confirmed in 2 of 3 fresh processes: 1 was inconclusive (the generator was overloaded), then the time limit was reached");
    }

    /** The same process broke the promise with a generator that was well. */
    @Test
    void whatTheLastWordOfAProcessBreaksOnIsTheBound() {
        CapacityReport card = card(new MadeUpCapacityRun()
                .round(search())
                .round(unwell(2000), confirm(2000, NOT_HELD, 100))
                .round(confirm(1900, HELD, 100))
                .round(confirm(1900, HELD, 100))
                .round(confirm(1900, HELD, 100)));

        assertThat(card.callsPerSecond()).isEqualTo(1900);
        assertThat(card.high()).isEqualTo(2000);
        assertThat(card.bound()).isEqualTo(Bound.SLO);
        assertThat(card.atLeast()).isFalse();
    }

    /** A process before it was inconclusive. */
    @Test
    void whatAProcessBreaksWithAGeneratorThatIsWellIsTheBound() {
        CapacityReport card = card(new MadeUpCapacityRun()
                .round(search())
                .round(unwell(2000), unwell(2000))
                .round(confirm(2000, NOT_HELD, 100))
                .round(confirm(1900, HELD, 100))
                .round(confirm(1900, HELD, 100))
                .round(confirm(1900, HELD, 100)));

        assertThat(card.callsPerSecond()).isEqualTo(1900);
        assertThat(card.bound()).isEqualTo(Bound.SLO);
        assertThat(card.atLeast()).isFalse();
    }

    /** Nothing was broken: what one process held the next ones do not take away. */
    @Test
    void aRateThatOneProcessHeldStaysWhereTheGeneratorWasTheLimitAfterwards() {
        CapacityReport card = card(new MadeUpCapacityRun()
                .round(search())
                .round(confirm(2000, HELD, 100))
                .round(unwell(2000), unwell(2000))
                .round(unwell(1700), unwell(1700)));

        assertThat(card.callsPerSecond()).isEqualTo(2000);
        assertThat(card.confirmed()).isOne();
    }

    @Test
    void whatThreeProcessesHeldCountsForMoreThanWhatOneDid() {
        CapacityReport card = card(new MadeUpCapacityRun()
                .round(search())
                .round(confirm(2000, HELD, 100))
                .round(unwell(2000), unwell(2000))
                .round(confirm(1700, HELD, 100))
                .round(confirm(1700, HELD, 100)));

        assertThat(card.callsPerSecond()).isEqualTo(1700);
        assertThat(card.confirmed()).isEqualTo(3);
        assertThat(card.high()).isEqualTo(2000);
        assertThat(card.bound()).isEqualTo(Bound.GENERATOR);
    }

    @Test
    void aProcessThatEndsUnderLessDoesNotHoldTheRate() {
        CapacityReport card = card(new MadeUpCapacityRun()
                .round(search())
                .round(confirm(2000, HELD, 100))
                .round(confirming(1600, HELD).stopped(EarlyEnd.SERVER_ENDED)));

        assertThat(card.callsPerSecond()).isNull();
        assertThat(card.high()).isEqualTo(2000);
        assertThat(card.bound()).isEqualTo(Bound.SLO);
        assertThat(binds(card)).isEqualTo("the server ended under this load (at 1,600 calls/s)");
    }

    /** Warmed at half of the rate, and low rates have hundredths. */
    @Test
    void aProcessThatEndsWhileItIsWarmedDoesNotHoldTheRateEither() {
        MadeUpProbe warming = MadeUpProbe.open(++number, Purpose.WARM_UP, 2.135).stopped(EarlyEnd.SERVER_ENDED);
        CapacityReport card = card(new MadeUpCapacityRun()
                .slo("max < 50 ms")
                .round(probe(Purpose.BRACKET, 4.27, HELD))
                .round(confirming(4.27, HELD))
                .round(warming));

        assertThat(card.callsPerSecond()).isNull();
        assertThat(card.high()).isEqualTo(4.27);
        assertThat(binds(card)).startsWith("the server ended under this load");
    }

    /** The search went from its narrow steps back to growing ones; the report reads its probes in the same order. */
    @Test
    void whatWasLaidToTheGeneratorAfterABusyMomentCounts() {
        List<MadeUpProbe> probes = new ArrayList<>(busyMoment());
        probes.add(unwell(Purpose.BRACKET, 952));
        probes.add(unwell(Purpose.BRACKET, 952));
        CapacityReport card = card(new MadeUpCapacityRun().round(probes.toArray(MadeUpProbe[]::new)));

        assertThat(card.callsPerSecond()).isEqualTo(476);
        assertThat(card.high()).isEqualTo(952);
        assertThat(card.bound()).isEqualTo(Bound.GENERATOR);
    }

    @Test
    void whatWasLaidToTheGeneratorInABusyMomentDoesNot() {
        CapacityReport card = card(new MadeUpCapacityRun().round(busyMoment().toArray(MadeUpProbe[]::new)));

        assertThat(card.callsPerSecond()).isEqualTo(476);
        assertThat(card.high()).isNull();
        assertThat(card.bound()).isNull();
        assertThat(card.atLeast()).isTrue();
    }

    @Test
    void aSearchThatWasCutOffTellsWhatItHeld() {
        CapacityReport card = card(new MadeUpCapacityRun()
                .seconds(5)
                .round(
                        probe(Purpose.BRACKET, 1000, HELD),
                        probe(Purpose.BRACKET, 2000, NOT_HELD),
                        probe(Purpose.BRACKET, 2000, NOT_HELD),
                        probe(Purpose.NARROW, 1414, HELD).stopped(EarlyEnd.RUN_ENDED)));

        assertThat(card.callsPerSecond()).isEqualTo(1000);
        assertThat(card.low()).isEqualTo(1000);
        assertThat(card.high()).isEqualTo(2000);
        assertThat(card.bound()).isEqualTo(Bound.SLO);
        assertThat(card.confirmed()).isZero();
        assertThat(card.points()).isEmpty();
        assertThat(card.memory()).isEqualTo(new Memory(10 * MIB, null, null, 20 * MIB));
        assertThat(card.coresPer1000CallsPerSecond()).isNull();
        assertThat(remarks(card))
                .containsExactly(
                        "confirmed in 0 of 3 fresh processes: the time limit was reached",
                        "each confirming load step lasted 5 s; a capacity needs 30 s or more",
                        "the interval from 1,000 to 2,000 calls/s is wider than 5 %: a rate met the SLO in the search but not in fresh processes, or time ran out");
    }

    /** A confirmation that the end of the run cut off has neither held its rate nor not. */
    @Test
    void aConfirmationThatWasCutOffConfirmsNothing() {
        CapacityReport card = card(new MadeUpCapacityRun()
                .round(search())
                .round(confirm(2000, HELD, 100))
                .round(confirm(2000, HELD, 100).stopped(EarlyEnd.RUN_ENDED)));

        assertThat(card.callsPerSecond()).isEqualTo(2000);
        assertThat(card.confirmed()).isEqualTo(1);
    }

    /** Nobody can ask it a second time. */
    @Test
    void theRateAtWhichAServerEndedIsTheHighEnd() {
        CapacityReport card = card(new MadeUpCapacityRun()
                .round(
                        probe(Purpose.BRACKET, 1000, HELD),
                        probe(Purpose.BRACKET, 2000, HELD).stopped(EarlyEnd.SERVER_ENDED)));

        assertThat(card.callsPerSecond()).isEqualTo(1000);
        assertThat(card.high()).isEqualTo(2000);
        assertThat(card.bound()).isEqualTo(Bound.SLO);
        assertThat(binds(card)).isEqualTo("the server ended under this load (at 2,000 calls/s)");
    }

    @Test
    void whereNothingIsHeldThereIsNoRate() {
        CapacityReport card = card(new MadeUpCapacityRun()
                .round(
                        probe(Purpose.BRACKET, 100, NOT_HELD),
                        probe(Purpose.BRACKET, 100, NOT_HELD),
                        probe(Purpose.BRACKET, 50, NOT_HELD),
                        probe(Purpose.BRACKET, 50, NOT_HELD)));

        assertThat(card.callsPerSecond()).isNull();
        assertThat(card.low()).isNull();
        assertThat(card.high()).isEqualTo(50);
        assertThat(card.bound()).isEqualTo(Bound.SLO);
        assertThat(binds(card)).startsWith("p99 < 50 ms: 500 of 500 calls slower or failed");
        assertThat(card.confirmed()).isZero();
        assertThat(card.remarks()).isEmpty();
    }

    @Test
    void whereEverythingIsHeldThereIsNoHighEnd() {
        CapacityReport card = card(
                new MadeUpCapacityRun().round(probe(Purpose.BRACKET, 100, HELD), probe(Purpose.BRACKET, 200, HELD)));

        assertThat(card.callsPerSecond()).isEqualTo(200);
        assertThat(card.high()).isNull();
        assertThat(card.bound()).isNull();
        assertThat(binds(card)).isEqualTo("every rate tried was sustained");
    }

    /** Closed loads in which the generator was not well have a bound too, and no rate. */
    @Test
    void aGeneratorThatWasTheLimitIsTheBound() {
        Window stalled = MadeUpWindow.of(10).stalled(140).get();
        CapacityReport card = card(new MadeUpCapacityRun()
                .round(
                        probe(Purpose.BRACKET, 1000, HELD),
                        probe(Purpose.BRACKET, 2000, NOT_HELD).window(stalled),
                        probe(Purpose.BRACKET, 2000, NOT_HELD).window(stalled),
                        probe(Purpose.NARROW, 1800, HELD),
                        MadeUpProbe.closed(++number, Purpose.CLOSED, 8)
                                .slices(MadeUpSlice.of(0, 10_000).closed(16_000, 5))
                                .window(stalled)));

        assertThat(card.callsPerSecond()).isEqualTo(1800);
        assertThat(card.high()).isEqualTo(2000);
        assertThat(card.bound()).isEqualTo(Bound.GENERATOR);
        assertThat(card.atLeast()).isTrue();
        assertThat(binds(card))
                .startsWith("the generator: ")
                .contains("; the generator stalled: longest 140 ms, 140 ms in all (at ");
        assertThat(card.usl()).isNotNull();
        assertThat(remarks(card)).noneMatch(remark -> remark.contains("bracket"));
    }

    @Test
    void memoryOrProcessorsMayBeTheLimit() {
        MadeUpProbe heavy = probe(Purpose.BRACKET, 2000, HELD)
                .window(MadeUpWindow.of(10).rss(290, 300L).get());
        MadeUpProbe heavyAgain = probe(Purpose.BRACKET, 2000, HELD)
                .window(MadeUpWindow.of(10).rss(290, 301L).get());
        MadeUpProbe busy = probe(Purpose.BRACKET, 2000, NOT_HELD)
                .window(MadeUpWindow.of(10).cpu(19, 0.9, 0).get());
        MadeUpProbe busyAgain = probe(Purpose.BRACKET, 2000, NOT_HELD)
                .window(MadeUpWindow.of(10).cpu(19, 0.9, 0).get());

        CapacityReport memory = card(
                new MadeUpCapacityRun().slo("p99 < 50 ms", "peakRss < 256 MiB").round(heavy, heavyAgain));
        CapacityReport cpu = card(new MadeUpCapacityRun().round(busy, busyAgain));

        assertThat(memory.bound()).isEqualTo(Bound.MEMORY);
        assertThat(binds(memory)).isEqualTo("memory: peakRss < 256 MiB: 300 MiB (at 2,000 calls/s)");
        assertThat(cpu.bound()).isEqualTo(Bound.CPU);
    }

    /** Nothing is known of its process, and it is not started anew: what its calls tell stays. */
    @Test
    void aServerThatRanAlreadyHasARateAndNoMemory() {
        CapacityReport card = card(new MadeUpCapacityRun()
                .running()
                .round(probe(Purpose.BRACKET, 2000, HELD).window(unseen(10)))
                .round(confirming(2000, HELD).window(unseen(30)))
                .round(confirming(2000, HELD).window(unseen(30)))
                .round(
                        confirming(2000, HELD).window(unseen(30)),
                        connections(0).window(unseen(10)),
                        connections(100),
                        connections(200).window(unseen(10))));

        assertThat(card.callsPerSecond()).isEqualTo(2000);
        assertThat(card.confirmed()).isEqualTo(3);
        assertThat(card.memory()).isEqualTo(new Memory(null, null, null, null));
        assertThat(card.rssBytesPer1000CallsPerSecond()).isNull();
        assertThat(card.coresPer1000CallsPerSecond()).isNull();
        assertThat(card.points()).singleElement().satisfies(point -> {
            assertThat(point.rssBytes()).isNull();
            assertThat(point.cores()).isNull();
            assertThat(point.p99Millis()).isCloseTo(HELD, DIGITS);
        });
        assertThat(card.startupMillis()).isNull();
        assertThat(card.connections()).isNull();
        assertThat(remarks(card))
                .containsExactly(
                        "the server ran already and cannot be restarted: every confirming load step used the same process");
    }

    @Test
    void aConnectionCostsTheSlopeOfMemory() {
        ConnectionMemory memory = card(new MadeUpCapacityRun()
                        .round(
                                connections(0).window(weighed(50)),
                                connections(512).window(weighed(60)),
                                connections(1024).window(weighed(70)),
                                connections(null).window(weighed(999))))
                .connections();

        assertThat(memory.bytesPerConnection()).isEqualTo(20 * 1024); // 10 MiB ÷ 512
        assertThat(memory.standardError()).isZero();
        assertThat(memory.points()).hasSize(3);
    }

    /** Calls of 5 ms: a user alone makes 198 a second of the 200 that there would be without a pause, and so do all others. */
    @Test
    void theLawIsFittedToTheConcurrencyThatWasReached() {
        CapacityReport card = card(new MadeUpCapacityRun()
                .round(closed(1), closed(2), closed(4), closed(6), closed(8), closed(16), closed(32)));

        assertThat(card.usl().points()).isEqualTo(6); // not that of less than one
        assertThat(card.usl().largestConcurrency()).isCloseTo(31.68, DIGITS); // 32 · 198 · 5 ms
        assertThat(card.usl().lambda().value()).isCloseTo(200, Percentage.withPercentage(1));
    }

    /** Of which 99 % failed: the users of six levels were answered, those of the others were not. */
    @Test
    void closedLoadsWhoseCallsFailedAreNoPointsOfTheLaw() {
        CapacityReport card = card(new MadeUpCapacityRun()
                .round(closed(2), closed(4), closed(6), closed(8), closed(16), closed(32), failing(24), failing(12)));
        CapacityReport failing = card(new MadeUpCapacityRun().round(failing(2), failing(4)));

        assertThat(card.usl().points()).isEqualTo(6);
        assertThat(failing.usl().points()).isZero();
        assertThat(failing.usl().lambda()).isNull();
        assertThat(CapacityFindingWords.of(failing.usl().reason()))
                .isEqualTo("needs at least 6 concurrency levels, got none");
    }

    /** After which 476 calls a second are held, which were laid to the generator before. */
    private List<MadeUpProbe> busyMoment() {
        return List.of(
                probe(Purpose.BRACKET, 400, HELD),
                unwell(Purpose.BRACKET, 800),
                unwell(Purpose.BRACKET, 800),
                unwell(Purpose.NARROW, 476),
                unwell(Purpose.NARROW, 476),
                probe(Purpose.NARROW, 476, HELD),
                probe(Purpose.NARROW, 476, HELD));
    }

    private MadeUpProbe closed(int users) {
        return MadeUpProbe.closed(++number, Purpose.CLOSED, users)
                .slices(MadeUpSlice.of(0, 10_000).closed(1980L * users, 5));
    }

    private MadeUpProbe failing(int users) {
        return MadeUpProbe.closed(++number, Purpose.CLOSED, users)
                .slices(MadeUpSlice.of(0, 10_000).closed(20L * users, 5).failed(1960L * users, 5));
    }

    /** Of each round from the start of the first probe to the end of the last. */
    @Test
    void theSearchTookAsLongAsItsTurns() {
        CapacityReport card = card(new MadeUpCapacityRun()
                .round(
                        probe(Purpose.WARM_UP, 100, HELD).at(0),
                        probe(Purpose.BRACKET, 100, HELD).at(12.5))
                .round(confirming(100, HELD).at(60)));

        assertThat(card.searchSeconds()).isEqualTo(22.5 + 30);
    }

    @Test
    void whoeverWasNotCalledOrNotLookedAtHasNoCard() {
        assertThat(BoxedCapacity.of(new MadeUpCapacityRun().round(search()).recording(), "b"))
                .isEmpty();
        assertThat(BoxedCapacity.of(SampleRun.recording(), "good")).isEmpty();
    }

    /** 2,000 calls a second are held, and 2,050 are not, twice. */
    private MadeUpProbe[] search() {
        return new MadeUpProbe[] {
            probe(Purpose.BRACKET, 1000, HELD),
            probe(Purpose.BRACKET, 2050, NOT_HELD),
            probe(Purpose.BRACKET, 2050, NOT_HELD),
            probe(Purpose.NARROW, 1900, HELD),
            probe(Purpose.NARROW, 2000, HELD)
        };
    }

    private MadeUpProbe probe(Purpose purpose, double callsPerSecond, double millis) {
        return MadeUpProbe.open(++number, purpose, callsPerSecond)
                .slices(MadeUpSlice.of(0, 10_000).calls(Math.round(callsPerSecond * 10), millis));
    }

    private MadeUpProbe confirming(double callsPerSecond, double millis) {
        Purpose purpose =
                callsPerSecond == 1000 ? Purpose.HALF : callsPerSecond == 1600 ? Purpose.MOST : Purpose.CONFIRM;
        return MadeUpProbe.open(++number, purpose, callsPerSecond)
                .seconds(30)
                .slices(MadeUpSlice.of(0, 30_000).calls(Math.round(callsPerSecond * 30), millis));
    }

    /** One that took a core, and as much memory, MiB, at its end, and 10 MiB more at its peak. */
    private MadeUpProbe confirm(double callsPerSecond, double millis, long rss) {
        return confirming(callsPerSecond, millis)
                .window(MadeUpWindow.of(30).cpu(30, 3, 0).rss(rss, rss + 10).get());
    }

    /** What one process cost more than the others is not known, so no plan may be made with theirs. */
    @Test
    void whatEndedUnseenInOneOfThemIsUnknownOfAll() {
        Window whole = MadeUpWindow.of(30).cpu(30, 3, 0).rss(100, null).get();
        Window reaped = new Window(
                whole.name(),
                whole.before(),
                whole.after(),
                null,
                null,
                0,
                whole.health(),
                whole.connects(),
                new Unseen(new Owner(7, "busybox"), 0, 0, false));
        CapacityReport card = card(new MadeUpCapacityRun()
                .round(search())
                .round(confirm(2000, HELD, 100))
                .round(confirm(2000, HELD, 100))
                .round(confirming(2000, HELD).window(reaped)));

        assertThat(card.confirmed()).isEqualTo(3);
        assertThat(card.coresPer1000CallsPerSecond()).isNull();
        assertThat(card.memory().peakRssBytes()).isNull();
        assertThat(card.memory().atRateRssBytes()).isEqualTo(100 * MIB);
    }

    /** The fourth processes of a run settle at 80 MiB. */
    @Test
    void whatMemoryIsPlannedByIsNotBelowAWeighingAfterTheLoad() {
        CapacityReport card = card(new MadeUpCapacityRun()
                .round(search())
                .round(confirm(2000, HELD, 30))
                .round(confirm(2000, HELD, 30))
                .round(confirm(2000, HELD, 30)));

        assertThat(card.memory().atRateRssBytes()).isEqualTo(30 * MIB);
        assertThat(card.memory().peakRssBytes()).isEqualTo(80 * MIB);
    }

    /** In which the generator stood still. */
    private MadeUpProbe unwell(double callsPerSecond) {
        return confirming(callsPerSecond, NOT_HELD)
                .window(MadeUpWindow.of(30).stalled(140).get());
    }

    private MadeUpProbe unwell(Purpose purpose, double callsPerSecond) {
        return probe(purpose, callsPerSecond, NOT_HELD)
                .window(MadeUpWindow.of(10).stalled(140).get());
    }

    private MadeUpProbe connections(Integer open) {
        return MadeUpProbe.closed(++number, Purpose.CONNECTIONS, open == null ? 1 : open)
                .connections(open);
    }

    private static Window unseen(double seconds) {
        return MadeUpWindow.of(seconds).withoutServer().get();
    }

    private static Window weighed(long rss) {
        return MadeUpWindow.of(10).rss(rss, rss).get();
    }

    private static CapacityReport card(MadeUpCapacityRun run) {
        return BoxedCapacity.of(run.recording(), "a").orElseThrow().card();
    }

    private static String binds(CapacityReport card) {
        return CapacityFindingWords.of(card.binds());
    }

    private static List<String> remarks(CapacityReport card) {
        return card.remarks().stream().map(CapacityFindingWords::of).toList();
    }
}
