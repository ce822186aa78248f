package weighbridge.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import weighbridge.load.Burst.Kind;

class CourseTest {
    @Test
    void aTargetIsColdThenWarmedUpUntilTheBurstsAgreeThenMeasured() {
        assertThat(bursts(Course.ofTarget(25), 900, 400, 250, 210, 200, 205, 190, 200, 205))
                .extracting(Burst::kind, Burst::number)
                .containsExactly(
                        tuple(Kind.COLD, 1),
                        tuple(Kind.WARMUP, 1),
                        tuple(Kind.WARMUP, 2),
                        tuple(Kind.WARMUP, 3),
                        tuple(Kind.WARMUP, 4),
                        tuple(Kind.WARMUP, 5),
                        tuple(Kind.WARMUP, 6),
                        tuple(Kind.WARMUP, 7), // 250 210 200, median 210 | 205 190 200, median 200
                        tuple(Kind.MEASURED, 1));
    }

    @Test
    void warmUpsThatNeverAgreeAreBounded() {
        assertThat(bursts(Course.ofTarget(4), 100, 100, 200, 400, 800, 1600))
                .extracting(Burst::kind)
                .containsExactly(Kind.COLD, Kind.WARMUP, Kind.WARMUP, Kind.WARMUP, Kind.WARMUP, Kind.MEASURED);
    }

    @Test
    void withoutWarmUpTheMeasuredBurstIsTheFirst() {
        assertThat(bursts(Course.ofTarget(0), 100)).containsExactly(new Burst(Kind.MEASURED, 1));
        assertThat(Course.ofTarget(0).mostBursts()).isOne();
    }

    @Test
    void theSinkIsCalledUntilTheBurstsAgree() {
        // After seven: 2300 1400 500 against 450 480 470; after eight: 1400 500 450, median 500, against 480 470 460.
        assertThat(bursts(Course.ofSink(), 3000, 2300, 1400, 500, 450, 480, 470, 460, 440))
                .extracting(Burst::kind, Burst::number)
                .endsWith(tuple(Kind.FLOOR, 8))
                .hasSize(8);
    }

    @Test
    void noCourseIsLongerThanItSays() {
        long[] wild = new long[40];
        for (int index = 0; index < wild.length; index++) {
            wild[index] = index % 2 == 0 ? 100 : 1000;
        }
        for (Course course : List.of(Course.ofSink(), Course.ofTarget(0), Course.ofTarget(1), Course.ofTarget(7))) {
            assertThat(bursts(course, wild)).hasSize(course.mostBursts());
        }
    }

    @Test
    void aTrendIsSeenThoughNeighboursAgree() {
        assertThat(Steadiness.reached(phases(300, 280, 260, 240, 220, 200))).isFalse();
    }

    @Test
    void oneBurstThatWasStretchedDoesNotMatter() {
        assertThat(Steadiness.reached(phases(200, 900, 200, 200, 800, 200))).isTrue();
    }

    @Test
    void mediansMayDifferByFifteenPerCentOfTheLonger() {
        assertThat(Steadiness.reached(phases(200, 200, 200, 170, 170, 170))).isTrue();
        assertThat(Steadiness.reached(phases(200, 200, 200, 169, 169, 169))).isFalse();
        assertThat(Steadiness.reached(phases(170, 170, 170, 201, 201, 201))).isFalse();
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
        List<Phase> phases = new ArrayList<>(phases(100, 100, 100, 100, 100));
        phases.add(new Phase("a", new Burst(Kind.WARMUP, 6), 0, 100, 799));

        assertThat(Steadiness.reached(phases)).isFalse();
    }

    private static List<Phase> phases(long... millis) {
        List<Phase> phases = new ArrayList<>();
        for (long each : millis) {
            phases.add(new Phase("a", new Burst(Kind.WARMUP, phases.size() + 1), 1000, 1000 + each, 800));
        }
        return phases;
    }

    private static List<Burst> bursts(Course course, long... millis) {
        List<Phase> done = new ArrayList<>();
        List<Burst> bursts = new ArrayList<>();
        for (Optional<Burst> next = course.next(done); next.isPresent(); next = course.next(done)) {
            bursts.add(next.get());
            done.add(new Phase("a", next.get(), 1000, 1000 + millis[done.size()], 800));
        }
        return bursts;
    }
}
