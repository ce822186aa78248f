package weighbridge.capacity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import weighbridge.capacity.CapacityFinding.RateNotReached;
import weighbridge.capacity.CapacityFinding.Reason;
import weighbridge.figure.Slos;
import weighbridge.record.MadeUpProbe;
import weighbridge.record.MadeUpSlice;
import weighbridge.render.CapacityFindingWords;
import weighbridge.workload.Purpose;

class SloJudgeTest {
    private static final long MIB = 1 << 20;

    @Test
    void aLoadThatKeepsAllIsNotBroken() {
        SloJudge judge = judge("p50<5ms", "p75<6ms", "p95<7ms", "p99<50ms", "max<60ms", "errors<0.1%", "success>=100%");

        assertThat(broken(judge, calls().calls(1000, 4))).isEmpty();
    }

    /** Each of the quantiles with the fewest calls, of which none may be slower. */
    @ParameterizedTest
    @CsvSource({"p50, 5", "p75, 11", "p95, 59", "p99, 299"})
    void aQuantileWantsItsConfidence(String figure, int fewest) {
        SloJudge judge = judge(figure + "<50ms");
        String condition = figure + " < 50 ms: ";

        assertThat(judge.fewestCalls()).isEqualTo(fewest);
        assertThat(broken(judge, calls().calls(fewest, 1))).isEmpty();
        assertThat(broken(judge, calls().calls(fewest - 1, 1)))
                .containsExactly(condition + "unknown, " + (fewest - 1) + " calls are too few");
        assertThat(broken(judge, calls().calls(fewest - 1, 1).calls(1, 51)))
                .containsExactly(condition + "1 of " + fewest + " calls slower or failed, at most 0 allowed");
    }

    /** P(Bin(473, 0.01) ≤ 1) ≤ 0.05, and of 472 it is not. */
    @Test
    void oneOf473CallsMayBeSlowerOrFail() {
        SloJudge judge = judge("p99<50ms");

        assertThat(broken(judge, calls().calls(472, 1).calls(1, 51))).isEmpty();
        assertThat(broken(judge, calls().calls(472, 1).failed(1, 2))).isEmpty();
        assertThat(broken(judge, calls().calls(471, 1).failed(1, 2)))
                .containsExactly("p99 < 50 ms: 1 of 472 calls slower or failed, at most 0 allowed");
        assertThat(broken(judge, calls().calls(471, 1).calls(1, 51).failed(1, 2)))
                .containsExactly("p99 < 50 ms: 2 of 473 calls slower or failed, at most 1 allowed");
    }

    @Test
    void latenciesAreFromThePlannedStart() {
        assertThat(broken(judge("max<50ms"), calls().calls(500, 4).dry(1, 60, 4)))
                .containsExactly("max < 50 ms: 1 of 501 calls slower or failed, at most 0 allowed");
    }

    @Test
    void ofAClosedLoadTheyAreFromTheActualOne() {
        MadeUpProbe probe = MadeUpProbe.closed(1, Purpose.CLOSED, 8)
                .slices(MadeUpSlice.of(0, 10_000).closed(500, 4).closed(1, 60));

        assertThat(words(judge("max<50ms")
                        .broken(
                                LoadAnalysis.of(probe.record(), probe.slices()),
                                calls(probe),
                                probe.slices(),
                                null,
                                null)))
                .containsExactly("max < 50 ms: 1 of 501 calls slower or failed, at most 0 allowed");
    }

    @ParameterizedTest
    @CsvSource({
        "<,  50ms,    50,     true",
        "<=, 50ms,    50,     false",
        "<,  50ms,    49.9,   false",
        "<=, 50ms,    50.1,   true",
        "<,  1.001ms, 1.001,  true",
        "<=, 1.001ms, 1.001,  false",
        "<=, 1.001ms, 1.002,  true",
        "<,  1.001ms, 1,      false",
        "<,  1.0015ms, 1.001, false",
        "<,  1.0015ms, 1.002, true",
        "<=, 1.0015ms, 1.001, false",
        "<=, 1.0015ms, 1.002, true",
        "<,  0ms,     0,      true",
        "<=, 0ms,     0,      false"
    })
    void aLimitIsStrictOrNot(String operator, String limit, double millis, boolean broken) {
        SloJudge max = judge("max" + operator + limit);
        SloJudge p99 = judge("p99" + operator + limit);

        assertThat(broken(max, calls().calls(300, millis)).isEmpty()).isEqualTo(!broken);
        assertThat(broken(p99, calls().calls(300, millis)).isEmpty()).isEqualTo(!broken);
    }

    @ParameterizedTest
    @CsvSource({
        "errors<0.1%,    1000, 1, true",
        "errors<=0.1%,   1000, 1, false",
        "errors<0.1%,    1001, 1, false",
        "success>=99.9%, 1000, 1, false",
        "success>99.9%,  1000, 1, true",
        "success>=99.9%,  999, 1, true",
        "errors<0.1%,     300, 0, false",
        "errors<=0%,     1000, 1, true"
    })
    void errorsAreExact(String promise, int calls, int failed, boolean broken) {
        List<String> words =
                broken(judge(promise), calls().calls(calls - failed, 1).failed(failed, 1));

        assertThat(words.isEmpty()).isEqualTo(!broken);
        words.forEach(word -> assertThat(word).endsWith(": " + failed + " of " + calls + " calls failed"));
    }

    @Test
    void memoryAndProcessorTimeHaveTheirLimits() {
        SloJudge judge = judge("peakRss<=100MiB", "cpuPer1000Calls<500ms");
        MadeUpProbe probe = probe(calls().calls(1000, 1));
        LoadReport load = LoadAnalysis.of(probe.record(), probe.slices());

        assertThat(judge.broken(load, calls(probe), probe.slices(), 100 * MIB, 0.499))
                .isEmpty();
        List<Reason> broken = judge.broken(load, calls(probe), probe.slices(), 101 * MIB, 0.5);
        assertThat(words(broken)).containsExactly("peakRss <= 100 MiB: 101 MiB", "cpuPer1000Calls < 500 ms: 500 ms");
        assertThat(broken).extracting(Reason::bound).containsExactly(Bound.MEMORY, Bound.CPU);
        assertThat(words(judge.broken(load, calls(probe), probe.slices(), null, null)))
                .containsExactly("peakRss <= 100 MiB: unknown", "cpuPer1000Calls < 500 ms: unknown");
        assertThat(judge.isLost(probe.slices(), 1000)).isFalse();
    }

    /** Offered are 100 calls a second for 10 s. */
    @Test
    void ofTheRate99PercentHaveToBeReached() {
        SloJudge judge = judge("p99<50ms");

        assertThat(broken(judge, probe(calls().calls(1000, 1)).took(10_100, 10_200)))
                .isEmpty();
        assertThat(broken(judge, probe(calls().calls(1000, 1)).took(10_200, 10_200)))
                .containsExactly("98 of 100 calls/s were answered as expected");
        assertThat(broken(judge, probe())).contains("0 of 100 calls/s were answered as expected");
    }

    @Test
    void callsThatFailedWereStarted() {
        assertThat(broken(judge("errors<5%"), calls().calls(970, 1).failed(30, 1000)))
                .isEmpty();
        assertThat(broken(judge("errors<5%"), calls().failed(1000, 1000)))
                .containsExactly("errors < 5%: 1000 of 1000 calls failed");
    }

    /** Otherwise a server that answers nothing at all would carry any rate. */
    @Test
    void whereNothingIsPromisedOfCallsThoseThatFailedAreNotCarried() {
        SloJudge judge = judge("cpuPer1000Calls<1s");
        MadeUpProbe probe = probe(calls().calls(980, 1).failed(20, 1000));

        assertThat(words(judge.broken(
                        LoadAnalysis.of(probe.record(), probe.slices()), calls(probe), probe.slices(), null, 0.1)))
                .containsExactly("98 of 100 calls/s were answered as expected");
        assertThat(broken(judge(), calls().calls(990, 1).failed(10, 1000))).isEmpty();
        assertThat(broken(judge(), calls().failed(1000, 1)))
                .containsExactly("0 of 100 calls/s were answered as expected");
    }

    @Test
    void moreAndMoreCallsUnderWayAreNoLoadThatIsHeld() {
        MadeUpSlice[] slices = new MadeUpSlice[9];
        for (int second = 0; second < slices.length; second++) {
            slices[second] =
                    MadeUpSlice.of(1000L * second, 1000L * (second + 1)).calls(112, 1 + 5 * second);
        }

        assertThat(broken(judge("p99<50ms"), probe(slices)))
                .containsExactly("the number of calls in flight kept growing");
    }

    /** Of three seconds, in as many as are named no user was free; then calls waited, but were answered in time. */
    @ParameterizedTest
    @CsvSource({"0, 4, false", "1, 4, false", "2, 4, true", "3, 4, true", "3, 50, false", "3, 49, true"})
    void aPoolIsTooSmallWhereCallsWaitedForItMostOfTheTime(int dry, double millis, boolean tooSmall) {
        MadeUpProbe probe = probe(
                second(0).dry(dry > 0 ? 100 : 0, 200, millis).calls(dry > 0 ? 0 : 100, millis),
                second(1).dry(dry > 1 ? 100 : 0, 200, millis).calls(dry > 1 ? 0 : 100, millis),
                second(2).dry(dry > 2 ? 100 : 0, 200, millis).calls(dry > 2 ? 0 : 100, millis));

        assertThat(judge("p99<50ms", "errors<1%").isPoolTooSmall(probe.slices()))
                .isEqualTo(tooSmall);
    }

    /** A server that is far too slow lets calls wait as well, and fail. */
    @ParameterizedTest
    @CsvSource({"peakRss<1GiB, 3, true", "peakRss<1GiB, 4, false", "errors<5%, 14, true", "errors<5%, 16, false"})
    void aPoolIsNotTooSmallForAServerThatFails(String promise, int failed, boolean tooSmall) {
        MadeUpProbe probe = probe(second(0).dry(300, 200, 4).failed(failed, 1000));

        assertThat(judge(promise).isPoolTooSmall(probe.slices())).isEqualTo(tooSmall);
    }

    private static MadeUpSlice second(int second) {
        return MadeUpSlice.of(1000L * second, 1000L * (second + 1));
    }

    @Test
    void whatIsAskedOfAProbeComesFromThePromises() {
        SloJudge judge = judge("p50<5ms", "p95<20ms", "max<3ms", "errors<1%");

        assertThat(judge.fewestCalls()).isEqualTo(59);
        assertThat(judge.tightestMillis()).isEqualTo(3);
        assertThat(judge("errors<1%").fewestCalls()).isEqualTo(1);
        assertThat(judge("errors<1%").tightestMillis()).isInfinite();
    }

    @Test
    void whatCannotBeToldOfALoadIsNotTaken() {
        assertThatIllegalArgumentException().isThrownBy(() -> judge("p99<50ms", "startup<1s"));
    }

    /**
     * While a load goes on, something is broken for good if and only if no way in which the calls that are left may end
     * would keep all: every such way is tried.
     */
    @Test
    void beyondDoubtIsWhatNothingCanSave() {
        Random random = new Random(17);
        List<String> all = new ArrayList<>(
                List.of("p50<10ms", "p75<10ms", "p95<10ms", "p95<=5ms", "max<10ms", "errors<5%", "success>=97%"));
        int[] seen = new int[2];
        for (int trial = 0; trial < 120; trial++) {
            Collections.shuffle(all, random);
            SloJudge judge = judge(all.get(0), all.get(1), "cpuPer1000Calls<1s");
            int planned = 3 + random.nextInt(120);
            int left = Math.min(planned, random.nextInt(6));
            int failed = Math.min(planned - left, random.nextInt(4));
            int slow = Math.min(planned - left - failed, random.nextInt(7));
            int fast = planned - left - failed - slow;
            boolean doubt = false;
            for (int slower = 0; slower <= left; slower++) {
                for (int failing = 0; failing <= left - slower; failing++) {
                    MadeUpSlice end = calls().calls(fast + left - slower - failing, 1)
                            .calls(slow + slower, 10)
                            .failed(failed + failing, 1);
                    doubt |= promisedOfCalls(judge, end, planned).isEmpty();
                }
            }

            MadeUpSlice soFar = calls().calls(fast, 1).calls(slow, 10).failed(failed, 1);

            assertThat(!judge.isLost(List.of(soFar.get()), planned))
                    .as("%d fast, %d slow, %d failed of %d", fast, slow, failed, planned)
                    .isEqualTo(doubt);
            seen[doubt ? 1 : 0]++;
        }
        assertThat(seen[0]).isGreaterThan(20);
        assertThat(seen[1]).isGreaterThan(20);
    }

    private static List<Reason> promisedOfCalls(SloJudge judge, MadeUpSlice end, int planned) {
        MadeUpProbe probe = MadeUpProbe.open(1, Purpose.BRACKET, planned / 10.0).slices(end);
        return judge
                .broken(LoadAnalysis.of(probe.record(), probe.slices()), calls(probe), probe.slices(), null, 0.5)
                .stream()
                .filter(one -> !(one instanceof RateNotReached)) // is no SLO
                .toList();
    }

    private static SloJudge judge(String... promises) {
        return new SloJudge(Slos.of(List.of(promises)));
    }

    private static MadeUpSlice calls() {
        return MadeUpSlice.of(0, 10_000);
    }

    /** At 100 calls a second, for as long as it takes to make so many. */
    private static List<String> broken(SloJudge judge, MadeUpSlice slice) {
        long calls =
                MadeUpProbe.open(1, Purpose.BRACKET, 1).slices(slice).record().started();
        MadeUpProbe probe =
                MadeUpProbe.open(1, Purpose.BRACKET, 100).seconds(calls / 100.0).slices(slice);
        return broken(judge, probe);
    }

    private static MadeUpProbe probe(MadeUpSlice... slices) {
        return MadeUpProbe.open(1, Purpose.BRACKET, 100).slices(slices);
    }

    private static List<String> broken(SloJudge judge, MadeUpProbe probe) {
        return words(judge.broken(
                LoadAnalysis.of(probe.record(), probe.slices()), calls(probe), probe.slices(), null, null));
    }

    private static List<String> words(List<Reason> broken) {
        return broken.stream().map(CapacityFindingWords::of).toList();
    }

    private static long calls(MadeUpProbe probe) {
        return new Answers(probe.slices()).calls();
    }
}
