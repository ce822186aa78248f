package weighbridge.capacity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;
import weighbridge.record.MadeUpProbe;
import weighbridge.record.MadeUpSlice;
import weighbridge.workload.Purpose;

class LoadAnalysisTest {
    /** Histograms of three digits. */
    private static final Percentage DIGITS = Percentage.withPercentage(0.1);

    @Test
    void anOpenLoadThatWentAsPlanned() {
        LoadReport load = of(open().slices(seconds(5, 5, 5, 5, 5, 5, 5, 5, 5, 5)));

        assertThat(load.kind()).isEqualTo("open");
        assertThat(load.offeredCallsPerSecond()).isEqualTo(100);
        assertThat(load.concurrency()).isNull();
        assertThat(load.seconds()).isEqualTo(10);
        assertThat(load.calls()).isEqualTo(1000);
        assertThat(load.succeeded()).isEqualTo(1000);
        assertThat(load.errorRatio()).isZero();
        assertThat(load.achievedCallsPerSecond()).isEqualTo(100);
        assertThat(load.latencyMillis().p99()).isCloseTo(5, DIGITS);
        assertThat(load.plannedLatencyMillis()).isEqualTo(load.latencyMillis());
        assertThat(load.lag()).isEqualTo(new LoadReport.Lag(0, 0, 0.0));
        assertThat(load.inFlight()).isCloseTo(0.5, DIGITS); // 1000 calls of 5 ms in 10 s
        assertThat(load.inFlightGrows()).isFalse();
        assertThat(load.littleDeviation()).isNull();
    }

    @Test
    void whatIsAchievedIsWhatSucceededInTheTimeInWhichCallsWereStarted() {
        MadeUpSlice slice = MadeUpSlice.of(0, 10_000).calls(990, 5).failed(10, 1000);

        assertThat(of(open().slices(slice)).achievedCallsPerSecond()).isEqualTo(99);
        assertThat(of(open().slices(slice)).errorRatio()).isEqualTo(0.01);
        assertThat(of(open().slices(slice)).inFlight()).isCloseTo(1.495, DIGITS); // (990 · 0.005 + 10 · 1) s in 10 s
        LoadReport slow = of(open().took(12_500, 20_000).slices(slice));
        assertThat(slow.achievedCallsPerSecond()).isCloseTo(79.2, within(1e-9));
        assertThat(slow.inFlight()).isCloseTo(0.7475, DIGITS);
    }

    /** The last of few calls ends long before the time is over that it stands for. */
    @Test
    void aSingleCallIsInFlightForItsPartOfTheTimeOfTheLoad() {
        MadeUpProbe one = MadeUpProbe.open(1, Purpose.STEADY, 1).seconds(1).took(1000, 11);
        MadeUpProbe three = MadeUpProbe.open(1, Purpose.STEADY, 1).seconds(3).took(3000, 2010);
        MadeUpProbe late = MadeUpProbe.open(1, Purpose.STEADY, 1).seconds(1).took(1000, 4000);

        assertThat(of(one.slices(MadeUpSlice.of(0, 11).calls(1, 10))).inFlight())
                .isCloseTo(0.01, DIGITS);
        assertThat(of(three.slices(MadeUpSlice.of(0, 2010).calls(3, 10))).inFlight())
                .isCloseTo(0.01, DIGITS);
        assertThat(of(late.slices(MadeUpSlice.of(0, 4000).calls(1, 4000))).inFlight())
                .isCloseTo(1, DIGITS);
    }

    @Test
    void nothingComesOfALoadWithoutCalls() {
        LoadReport load = of(open().took(0, 0));

        assertThat(load.calls()).isZero();
        assertThat(load.errorRatio()).isZero();
        assertThat(load.achievedCallsPerSecond()).isZero();
        assertThat(load.latencyMillis()).isNull();
        assertThat(load.plannedLatencyMillis()).isNull();
        assertThat(load.lag()).isEqualTo(new LoadReport.Lag(0, 0, null));
        assertThat(load.inFlight()).isZero();
    }

    /** 985 calls in time, 5 late by the generator's doing, 10 because no user was free. */
    @Test
    void lagIsOfAllCallsAndTheGeneratorsOwnBeside() {
        LoadReport load = of(open().slices(
                        MadeUpSlice.of(0, 10_000).calls(985, 5).late(5, 20, 5).dry(10, 300, 5)));

        assertThat(load.lag().p99()).isCloseTo(20, DIGITS); // the 990th
        assertThat(load.lag().max()).isCloseTo(300, DIGITS);
        assertThat(load.lag().generatorP99()).isZero(); // the 981st of 990
        assertThat(load.poolDryCalls()).isEqualTo(10);
        assertThat(load.latencyMillis().max()).isCloseTo(5, DIGITS);
        assertThat(load.plannedLatencyMillis().max()).isCloseTo(305, DIGITS);
        LoadReport dry = of(open().slices(MadeUpSlice.of(0, 10_000).dry(1000, 300, 5)));
        assertThat(dry.lag().generatorP99()).isNull();
    }

    /** With 100 calls a second there are as many under way as a call takes tenths of a second. */
    @Test
    void inFlightGrowsWhereTheLastThirdHasMoreThanTwiceTheFirstAndTwo() {
        assertThat(grows(5, 5, 5, 5, 5, 5, 5, 5, 5)).isFalse();
        assertThat(grows(5, 5, 5, 10, 15, 20, 28, 28, 28)).isFalse(); // 0.5 and 2.8
        assertThat(grows(5, 5, 5, 10, 15, 20, 32, 32, 32)).isTrue(); // 0.5 and 3.2
        assertThat(grows(100, 100, 100, 150, 150, 150, 210, 210, 210)).isFalse(); // 10 and 21
        assertThat(grows(100, 100, 100, 150, 150, 150, 230, 230, 230)).isTrue(); // 10 and 23
        assertThat(grows(5, 5, 5, 900, 900, 900, 5, 5, 5)).isFalse(); // stood still and caught up
        assertThat(grows(900, 900, 900, 5, 5, 5, 5, 5, 5)).isFalse();
        assertThat(grows(5, 5, 5, 5, 5, 5, 5, 900, 5)).isFalse(); // stood still at the end
        assertThat(grows(5, 5, 5, 4, 4, 4, 900, 900, 900)).isFalse(); // not one after the other
        assertThat(grows(5, 50, 100, 200, 300, 400, 500, 600)).isFalse(); // too few to tell
        assertThat(grows(900)).isFalse();
    }

    /** Nine seconds of 10,000 calls: 60,000 are between the middles of the first third and the last, and 60 may be left behind. */
    @Test
    void aQueueThatASlowerMomentLengthensIsNoGrowth() {
        assertThat(growsAt10000(1, 1, 1, 4, 4, 4, 6.9, 6.9, 6.9)).isFalse(); // 10 and 69
        assertThat(growsAt10000(1, 1, 1, 4, 4, 4, 7.2, 7.2, 7.2)).isTrue(); // 10 and 72
    }

    /** What is left at the end is shorter than a second, and has the longest calls of all. */
    @Test
    void theRestInWhichTheLastCallsAreAwaitedDoesNotCount() {
        List<MadeUpSlice> slices = new ArrayList<>(List.of(seconds(5, 5, 5, 10, 10, 10, 15, 32)));
        slices.add(MadeUpSlice.of(8000, 8499).calls(20, 900));

        assertThat(of(open().slices(slices.toArray(MadeUpSlice[]::new))).inFlightGrows())
                .as("eight whole ones are too few to tell")
                .isFalse();
    }

    /** Calls that wait for a user are on their way too. */
    @Test
    void callsThatWaitForTheirTurnAreCounted() {
        MadeUpSlice[] slices = new MadeUpSlice[9];
        for (int second = 0; second < slices.length; second++) {
            slices[second] =
                    MadeUpSlice.of(1000L * second, 1000L * (second + 1)).dry(100, 10 * second, 5);
        }

        assertThat(of(open().slices(slices)).inFlightGrows()).isTrue();
    }

    @Test
    void aClosedLoadIsHeldAgainstLittlesLaw() {
        LoadReport exact = of(closed().slices(MadeUpSlice.of(0, 10_000).closed(16_000, 5)));
        LoadReport off = of(closed().slices(MadeUpSlice.of(0, 10_000).closed(15_000, 5)));

        assertThat(exact.kind()).isEqualTo("closed");
        assertThat(exact.concurrency()).isEqualTo(8);
        assertThat(exact.offeredCallsPerSecond()).isNull();
        assertThat(exact.achievedCallsPerSecond()).isEqualTo(1600);
        assertThat(exact.inFlight()).isCloseTo(8, DIGITS);
        assertThat(exact.littleDeviation()).isCloseTo(0, within(0.001));
        assertThat(off.littleDeviation()).isCloseTo(0.0625, within(0.001)); // 7.5 of 8
        assertThat(exact.plannedLatencyMillis()).isNull();
        assertThat(exact.lag()).isNull();
        assertThat(exact.inFlightGrows()).isFalse();
    }

    private static boolean grows(double... millis) {
        return of(open().slices(seconds(millis))).inFlightGrows();
    }

    private static boolean growsAt10000(double... millis) {
        return of(MadeUpProbe.open(1, Purpose.BRACKET, 10_000).slices(secondsOf(10_000, millis)))
                .inFlightGrows();
    }

    /** A slice of a second with 100 calls for each of these latencies. */
    private static MadeUpSlice[] seconds(double... millis) {
        return secondsOf(100, millis);
    }

    private static MadeUpSlice[] secondsOf(int calls, double... millis) {
        List<MadeUpSlice> slices = new ArrayList<>();
        for (int second = 0; second < millis.length; second++) {
            slices.add(MadeUpSlice.of(1000L * second, 1000L * (second + 1)).calls(calls, millis[second]));
        }
        return slices.toArray(MadeUpSlice[]::new);
    }

    private static MadeUpProbe open() {
        return MadeUpProbe.open(1, Purpose.BRACKET, 100);
    }

    private static MadeUpProbe closed() {
        return MadeUpProbe.closed(1, Purpose.CLOSED, 8);
    }

    private static LoadReport of(MadeUpProbe probe) {
        return LoadAnalysis.of(probe.record(), probe.slices());
    }
}
