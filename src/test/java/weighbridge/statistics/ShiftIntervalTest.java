package weighbridge.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ShiftIntervalTest {

    /**
     * Permeability of the human chorioamnion at term and at 12 to 26 weeks: Hollander and Wolfe, table 4.1, which R's
     * documentation of wilcox.test has too. They give 0.305 and, with conf.int = TRUE, -0.15 to 0.76.
     */
    @Test
    void thePublishedExampleComesOut() {
        double[] term = {0.80, 0.83, 1.89, 1.04, 1.45, 1.38, 1.91, 1.64, 0.73, 1.46};
        double[] weeks = {1.15, 0.88, 0.90, 0.74, 1.21};

        ShiftInterval shift = ShiftInterval.of(weeks, term).orElseThrow();

        assertThat(shift.estimate()).isCloseTo(0.305, within(1e-12));
        assertThat(shift.low()).isCloseTo(-0.15, within(1e-12));
        assertThat(shift.high()).isCloseTo(0.76, within(1e-12));
        assertThat(shift.excludesNone()).isFalse();
    }

    /**
     * Critical values of U, two-sided 5 %, as every table has them (Mann and Whitney 1947 up to 8 and 8; Auble 1953 up to 20
     * and 20). The rank is one more; "none" is where a table has a dash.
     */
    @ParameterizedTest
    @CsvSource({
        "3, 3, none", "2, 7, none", "1, 38, none", "2, 8, 0", "3, 5, 0", "4, 4, 0", "4, 5, 1", "5, 5, 2", "5, 6, 3",
        "6, 6, 5", "6, 7, 6", "6, 8, 8", "7, 7, 8", "8, 8, 13", "9, 9, 17", "10, 10, 23", "6, 20, 27", "12, 12, 37",
        "15, 15, 64", "20, 20, 127"
    })
    void theRankIsThatOfTheTables(int from, int to, String critical) {
        int expected = critical.equals("none") ? 0 : Integer.parseInt(critical) + 1;

        assertThat(ShiftInterval.rank(from, to)).isEqualTo(expected);
        assertThat(ShiftInterval.rank(to, from)).isEqualTo(expected);
    }

    /** Of the 924 ways to deal twelve ranks to two samples of six, 19 give a U of 5 or less (1 + 1 + 2 + 3 + 5 + 7). */
    @Test
    void theCoverageIsCountedOut() {
        double[] values = {1, 2, 3, 4, 5, 6};

        assertThat(ShiftInterval.of(values, values).orElseThrow().coverage())
                .isCloseTo(1 - 2 * 19 / 924.0, within(1e-12));
    }

    @Test
    void tooFewValuesHaveNoInterval() {
        assertThat(ShiftInterval.of(new double[] {1, 2, 3}, new double[] {4, 5, 6}))
                .isEmpty();
        assertThat(ShiftInterval.of(new double[0], new double[] {4, 5, 6})).isEmpty();
    }

    @Test
    void theShiftOfEqualSamplesIsNone() {
        double[] values = {3, 1, 2, 6, 5, 4};

        ShiftInterval shift = ShiftInterval.of(values, values).orElseThrow();

        assertThat(shift.estimate()).isZero();
        assertThat(shift.low()).isEqualTo(-shift.high());
    }

    @Test
    void turnedRoundItIsTheSameWithTheOtherSign() {
        double[] one = {5, 1, 4, 2, 9, 8};
        double[] other = {14, 11, 17, 12, 20, 13, 15};

        ShiftInterval there = ShiftInterval.of(one, other).orElseThrow();
        ShiftInterval back = ShiftInterval.of(other, one).orElseThrow();

        assertThat(back.estimate()).isEqualTo(-there.estimate());
        assertThat(back.low()).isEqualTo(-there.high());
        assertThat(back.high()).isEqualTo(-there.low());
        assertThat(there.excludesNone()).isTrue();
        assertThat(back.excludesNone()).isTrue();
    }

    @Test
    void theIntervalHoldsTheTrueShiftAsOftenAsItSays() {
        Random random = new Random(1953);
        int held = 0;
        for (int trial = 0; trial < 4000; trial++) {
            double[] from = random.doubles(6).map(value -> -Math.log(value)).toArray();
            double[] to = random.doubles(6).map(value -> 3 - Math.log(value)).toArray();
            ShiftInterval shift = ShiftInterval.of(from, to).orElseThrow();
            held += shift.low() <= 3 && 3 <= shift.high() ? 1 : 0;
        }

        assertThat(held / 4000.0).isCloseTo(0.9589, within(0.0125)); // four standard errors
    }

    @Test
    void aHundredRoundsAreNoBurden() {
        double[] from = new Random(1).doubles(100).toArray();
        double[] to = Arrays.stream(from).map(value -> value + 0.5).toArray();

        assertThat(ShiftInterval.of(from, to).orElseThrow().excludesNone()).isTrue();
    }
}
