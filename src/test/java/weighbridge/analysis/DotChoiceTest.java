package weighbridge.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import weighbridge.analysis.BurstTrace.Dots;
import weighbridge.record.Calls;

class DotChoiceTest {
    @ParameterizedTest
    @CsvSource({"0, 2000", "1, 2000", "10, 2000", "11, 1818", "50, 400", "100, 200", "500, 200"})
    void burstsShareTheDotsOfAPage(int bursts, int most) {
        assertThat(DotChoice.most(bursts)).isEqualTo(most);
    }

    @Test
    void fewCallsAreAllShownInTheOrderOfTheirStarts() {
        Dots dots = DotChoice.of(MadeUpBursts.of("120-130 100-150 110-111!"), 200);

        assertThat(dots.of()).isEqualTo(3);
        assertThat(dots.atMillis()).containsExactly(0, 10, 20);
        assertThat(dots.latencyMillis()).containsExactly(50, 1, 10);
        assertThat(dots.cause()).containsExactly(-1, 0, -1);
    }

    /**
     * 20 calls that start one after the other, and 10 dots: two parts of ten. The first takes 10, 9 ... 1 ms, so that ranks
     * 1, 3, 5, 8 and 10 are those at 9, 7, 5, 2 and 0 ms; the second 11, 12 ... 20 ms.
     */
    @Test
    void ofManyCallsTheQuartilesOfEachPartAreShown() {
        Calls calls = new Calls();
        for (int call = 0; call < 20; call++) {
            calls.add(0, call, call + (call < 10 ? 10 - call : call + 1), true, "");
        }

        Dots dots = DotChoice.of(MadeUpBursts.of(calls), 10);

        assertThat(dots.of()).isEqualTo(20);
        assertThat(dots.atMillis()).containsExactly(0, 2, 5, 7, 9, 10, 12, 14, 17, 19);
        assertThat(dots.latencyMillis()).containsExactly(10, 8, 5, 3, 1, 11, 13, 15, 18, 20);
    }

    /** Of 40 parts four have the 100 of 1,000 calls that failed. */
    @Test
    void eachOutcomeHasItsShare() {
        Calls calls = new Calls();
        for (int call = 0; call < 1000; call++) {
            calls.add(0, call, call + 7 + call % 10, call % 10 > 0, call % 10 > 0 ? "" : MadeUpBursts.REFUSED);
        }

        Dots dots = DotChoice.of(MadeUpBursts.of(calls), 200);

        assertThat(dots.atMillis()).hasSize(200).isSorted();
        assertThat(Collections.frequency(dots.cause(), 0)).isEqualTo(20);
        assertThat(Collections.frequency(dots.cause(), -1)).isEqualTo(180);
    }

    /** A part of its own, however few there are; it has them all where they are fewer than five. */
    @ParameterizedTest
    @CsvSource({"1, 196", "2, 197", "4, 199", "5, 200", "996, 199", "999, 196", "0, 200", "1000, 200"})
    void theFewOfTheOtherOutcomeAreShown(int failed, int dots) {
        Calls calls = new Calls();
        for (int call = 0; call < 1000; call++) {
            calls.add(0, call, call + call % 13, call >= failed, call >= failed ? "" : MadeUpBursts.REFUSED);
        }

        Dots shown = DotChoice.of(MadeUpBursts.of(calls), 200);

        assertThat(shown.atMillis()).hasSize(dots).doesNotHaveDuplicates();
        if (failed > 0) {
            assertThat(shown.cause()).contains(0);
        }
        if (failed < 1000) {
            assertThat(shown.cause()).contains(-1);
        }
    }

    @ParameterizedTest
    @CsvSource({"200, 201", "200, 999", "201, 5000", "1818, 30000", "2000, 2001"})
    void thereAreNeverTooManyAndTheFastestAndTheSlowestAreAmongThem(int most, int count) {
        Random random = new Random(count);
        Calls calls = new Calls();
        for (int call = 0; call < count; call++) {
            int start = random.nextInt(300);
            boolean ok = random.nextInt(4) > 0;
            calls.add(0, start, start + 2 + random.nextInt(900), ok, ok ? "" : MadeUpBursts.REFUSED);
        }
        calls.add(0, 150, 151, true, "");
        calls.add(0, 151, 1100, false, MadeUpBursts.REFUSED);

        Dots dots = DotChoice.of(MadeUpBursts.of(calls), most);

        assertThat(dots.of()).isEqualTo(count + 2);
        assertThat(dots.atMillis()).hasSizeBetween(most * 9 / 10, most).isSorted();
        assertThat(dots.latencyMillis()).contains(1, 949);
    }
}
