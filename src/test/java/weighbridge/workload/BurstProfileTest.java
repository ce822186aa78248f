package weighbridge.workload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import weighbridge.workload.Burst.Kind;
import weighbridge.workload.Steadiness.State;

class BurstProfileTest {
    @Test
    void aTargetIsColdThenWarmedUpUntilTheBurstsAgreeThenMeasuredRightAfterTheFloor() {
        // Warm-ups: 400 250 210 against 200 205 190 do not agree (medians 250 and 200), 250 210 200 against 205 190 200
        // do.
        assertThat(bursts(
                        BurstProfile.ofTarget(25, 5_000),
                        900,
                        400,
                        250,
                        210,
                        200,
                        205,
                        190,
                        200,
                        90,
                        90,
                        90,
                        90,
                        90,
                        201))
                .extracting(Burst::kind, Burst::number)
                .startsWith(tuple(Kind.COLD, 1), tuple(Kind.WARMUP, 1))
                .endsWith(
                        tuple(Kind.WARMUP, 7),
                        tuple(Kind.FLOOR, 1),
                        tuple(Kind.FLOOR, 2),
                        tuple(Kind.FLOOR, 3),
                        tuple(Kind.FLOOR, 4),
                        tuple(Kind.FLOOR, 5),
                        tuple(Kind.MEASURED, 1))
                .hasSize(14);
    }

    @Test
    void warmUpsThatNeverAgreeAreBounded() {
        assertThat(bursts(BurstProfile.ofTarget(4, 5_000), 100, 100, 200, 400, 800, 1, 1, 1, 1, 1, 1600))
                .extracting(Burst::kind)
                .startsWith(Kind.COLD, Kind.WARMUP, Kind.WARMUP, Kind.WARMUP, Kind.WARMUP, Kind.FLOOR)
                .endsWith(Kind.MEASURED)
                .hasSize(11);
    }

    @Test
    void whatServesEachCallOnceIsCompiledBeforeTheBurstsThatHaveToAgree() {
        long[] alike = new long[40];
        Arrays.fill(alike, 200);

        assertThat(warmUps(BurstProfile.ofTarget(25, 800), alike))
                .as("5,000 calls, and six bursts")
                .isEqualTo(7 + 6);
        assertThat(warmUps(BurstProfile.ofTarget(25, 200_000), alike)).isEqualTo(1 + 6);
        assertThat(warmUps(BurstProfile.ofTarget(25, 20), alike))
                .as("250 bursts would be too many")
                .isEqualTo(25);
        assertThat(warmUps(BurstProfile.ofTarget(3, 800), alike)).isEqualTo(3);
    }

    private static long warmUps(BurstProfile profile, long... millis) {
        return bursts(profile, millis).stream()
                .filter(burst -> burst.kind() == Kind.WARMUP)
                .count();
    }

    @Test
    void withoutWarmUpTheMeasuredBurstIsTheFirstThatTheTargetGets() {
        assertThat(bursts(BurstProfile.ofTarget(0, 5_000), 1, 1, 1, 1, 1, 100))
                .filteredOn(burst -> burst.kind() != Kind.GENERATOR_WARMUP && burst.kind() != Kind.FLOOR)
                .containsExactly(new Burst(Kind.MEASURED, 1));
    }

    @Test
    void theSinkIsCalledUntilTheBurstsAgreeAndAtLeastTwelveTimes() {
        long[] steady = new long[50];
        Arrays.fill(steady, 200);
        long[] late = steady.clone();
        Arrays.fill(late, 9, 12, 400); // the 10th to the 12th differ from the three before

        assertThat(bursts(BurstProfile.ofSink(), steady))
                .hasSize(12)
                .last()
                .isEqualTo(new Burst(Kind.GENERATOR_WARMUP, 12));
        assertThat(bursts(BurstProfile.ofSink(), late)).hasSizeGreaterThan(12);
    }

    @Test
    void noProfileGoesOnForEver() {
        long[] wild = new long[60];
        for (int index = 0; index < wild.length; index++) {
            wild[index] = Math.round(100 * Math.pow(1.1, index)); // each a tenth longer than the one before
        }
        assertThat(bursts(BurstProfile.ofSink(), wild)).hasSize(50);
        assertThat(bursts(BurstProfile.ofTarget(0, 5_000), wild))
                .as("floor and measured")
                .hasSize(5 + 1);
        assertThat(bursts(BurstProfile.ofTarget(1, 5_000), wild))
                .as("cold before")
                .hasSize(1 + 1 + 5 + 1);
        assertThat(bursts(BurstProfile.ofTarget(7, 5_000), wild)).hasSize(1 + 7 + 5 + 1);
    }

    @Test
    void aTrendIsSeenThoughNeighboursAgree() {
        assertThat(Steadiness.reached(phases(300, 288, 276, 264, 252, 240))).isFalse();
    }

    @Test
    void aBurstThatWasStretchedDoesNotMatter() {
        assertThat(Steadiness.reached(phases(200, 900, 200, 200, 800, 200))).isTrue();
    }

    @Test
    void mediansMayDifferByTenPerCentOfTheLonger() {
        assertThat(Steadiness.reached(phases(200, 200, 200, 180, 180, 180))).isTrue();
        assertThat(Steadiness.reached(phases(200, 200, 200, 179, 179, 179))).isFalse();
        assertThat(Steadiness.reached(phases(179, 179, 179, 200, 200, 200))).isFalse();
        assertThat(Steadiness.reached(phases(1, 1, 1, 3, 3, 3)))
                .as("2 ms are the clock's")
                .isTrue();
    }

    @Test
    void fiveBurstsAreTooFewAndOnlyTheLastSixCount() {
        assertThat(Steadiness.reached(phases(100, 100, 100, 100, 100))).isFalse();
        assertThat(Steadiness.reached(phases(900, 100, 100, 100, 100, 100, 100)))
                .isTrue();
    }

    @Test
    void burstsOfEqualLengthAgreeOnlyWhereTheirSuccessesDo() {
        assertThat(Steadiness.reached(succeeding(800, 800, 800, 700, 700, 700))).isFalse();
        assertThat(Steadiness.reached(succeeding(180, 240, 210, 190, 200, 230)))
                .as("a server that always fails some is steady too")
                .isTrue();
    }

    @Test
    void burstsWithoutAnySuccessAgreeInTheTimeoutOnly() {
        assertThat(Steadiness.reached(succeeding(0, 0, 0, 0, 0, 0))).isFalse();
    }

    /** Spring Boot took 1.36 s per 1,000 calls when its bursts took as long as each other, and 0.39 s in the end. */
    @Test
    void burstsThatTakeAsLongAreNotSteadyWhileCallsGetCheaper() {
        assertThat(Steadiness.of(costing(2.0, 1.6, 1.4, 1.36, 1.2, 1.1))).isEqualTo(State.STILL_CHEAPER);
        assertThat(Steadiness.of(costing(0.40, 0.40, 0.40, 0.35, 0.35, 0.35)))
                .as("12.5 % less")
                .isEqualTo(State.STEADY);
        assertThat(Steadiness.of(costing(0.39, 0.40, 0.38, 1.36, 1.36, 1.36)))
                .as("dearer: a collection, or a busy machine")
                .isEqualTo(State.STEADY);
        assertThat(Steadiness.of(costing(0.03, 0.03, 0.03, 0.01, 0.01, 0.01)))
                .as("16 ms a burst: a system may tell CPU time in steps of 10 ms")
                .isEqualTo(State.STEADY);
        assertThat(Steadiness.of(costing(null, 2.0, 1.6, 1.4, 1.36, 1.2)))
                .as("not known of each, so time alone counts")
                .isEqualTo(State.STEADY);
    }

    /** Compilers that are always behind take the same CPU time in each burst, and calls do not get cheaper. */
    @Test
    void burstsThatAgreeAreNotSteadyWhileTheServerIsStillAtWorkAfterThem() {
        assertThat(Steadiness.of(busyAfter(0L, 0L, 0L, 300L, 20L, 50L))).isEqualTo(State.STILL_BUSY);
        assertThat(Steadiness.of(busyAfter(300L, 300L, 300L, 300L, 49L, 0L)))
                .as("two of the last three came to rest")
                .isEqualTo(State.STEADY);
        assertThat(Steadiness.of(busyAfter(null, null, null, null, null, null)))
                .as("not seen")
                .isEqualTo(State.STEADY);
    }

    private static List<Phase> busyAfter(Long... busyMillis) {
        List<Phase> phases = new ArrayList<>();
        for (Long each : busyMillis) {
            phases.add(new Phase("a", new Burst(Kind.WARMUP, phases.size() + 1), 1000, 1100, 800).with(0.2, each));
        }
        return phases;
    }

    /** @param cpuSecondsPer1000Calls of bursts of 800 calls */
    private static List<Phase> costing(Double... cpuSecondsPer1000Calls) {
        List<Phase> phases = new ArrayList<>();
        for (Double each : cpuSecondsPer1000Calls) {
            Double cpuSeconds = each == null ? null : each * 0.8;
            phases.add(
                    new Phase("a", new Burst(Kind.WARMUP, phases.size() + 1), 1000, 1100, 800).with(cpuSeconds, null));
        }
        return phases;
    }

    private static List<Phase> succeeding(int... succeeded) {
        List<Phase> phases = new ArrayList<>();
        for (int each : succeeded) {
            phases.add(new Phase("a", new Burst(Kind.WARMUP, phases.size() + 1), 1000, 1100, each));
        }
        return phases;
    }

    private static List<Phase> phases(long... millis) {
        List<Phase> phases = new ArrayList<>();
        for (long each : millis) {
            phases.add(new Phase("a", new Burst(Kind.WARMUP, phases.size() + 1), 1000, 1000 + each, 800));
        }
        return phases;
    }

    private static List<Burst> bursts(BurstProfile profile, long... millis) {
        List<Phase> done = new ArrayList<>();
        List<Burst> bursts = new ArrayList<>();
        for (Optional<Burst> next = profile.next(done); next.isPresent(); next = profile.next(done)) {
            bursts.add(next.get());
            done.add(new Phase("a", next.get(), 1000, 1000 + millis[done.size()], 800));
        }
        return bursts;
    }
}
