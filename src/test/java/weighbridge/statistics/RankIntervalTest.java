package weighbridge.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.util.Random;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RankIntervalTest {
    /**
     * The greatest number of the rarer sign with which the sign test rejects at 5 %, two-sided (Dixon and Mood, The
     * Statistical Sign Test, 1946, as reprinted in textbooks, from 6 to 25 and some beyond); the interval's rank is one more.
     */
    @ParameterizedTest
    @CsvSource({
        "6, 0", "7, 0", "8, 0", "9, 1", "10, 1", "11, 1", "12, 2", "13, 2", "14, 2", "15, 3", "16, 3", "17, 4", "18, 4",
        "19, 4", "20, 5", "21, 5", "22, 5", "23, 6", "24, 6", "25, 7", "50, 17", "51, 18", "57, 20", "65, 24"
    })
    void hasTheRankOfThePublishedTables(int count, int critical) {
        assertThat(RankInterval.rank(count)).isEqualTo(critical + 1);
    }

    /** The published confidence levels of these intervals, in per cent: the table of n, k and 1 − 2·P(Bin(n, 1/2) ≤ k−1). */
    @ParameterizedTest
    @CsvSource({
        "6, 96.9",
        "7, 98.4",
        "8, 99.2",
        "9, 96.1",
        "10, 97.9",
        "11, 98.8",
        "12, 96.1",
        "13, 97.8",
        "14, 98.7",
        "15, 96.5",
        "16, 97.9",
        "17, 95.1",
        "18, 96.9",
        "19, 98.1",
        "20, 95.9"
    })
    void coversAsOftenAsThePublishedTablesSay(int count, double percent) {
        assertThat(100 * coverage(count, RankInterval.rank(count))).isCloseTo(percent, within(0.051));
    }

    /** By binomial coefficients from factorials: another way than the one that is tested. */
    @Test
    void isTheNarrowestThatCoversNinetyFivePerCent() {
        for (int count : IntStream.concat(IntStream.rangeClosed(6, 60), IntStream.of(100, 365, 999, 1000))
                .toArray()) {
            int rank = RankInterval.rank(count);
            assertThat(coverage(count, rank)).as("of %d", count).isGreaterThanOrEqualTo(0.95);
            assertThat(coverage(count, rank + 1)).as("of %d", count).isLessThan(0.95);
        }
    }

    @Test
    void liesBetweenTheRankFromBelowAndTheRankFromAbove() {
        assertThat(RankInterval.ofMedian(values(6))).contains(new RankInterval(1, 6));
        assertThat(RankInterval.ofMedian(values(20))).contains(new RankInterval(6, 15));
        assertThat(RankInterval.ofMedian(new double[] {5, 3, 9, 9, 1, 2, 7, 8, 4}))
                .contains(new RankInterval(2, 9));
    }

    @Test
    void isNotToldOfUnderSix() {
        for (int count = 0; count < 6; count++) {
            assertThat(RankInterval.ofMedian(values(count))).isEmpty();
        }
    }

    @Test
    void containsItsEnds() {
        RankInterval interval = new RankInterval(0, 2);

        assertThat(DoubleStream.of(0, 1, 2)).allMatch(interval::contains);
        assertThat(DoubleStream.of(-0.1, 2.1)).noneMatch(interval::contains);
    }

    /** Of skewed values, too: exponential ones, whose median is ln 2. */
    @ParameterizedTest
    @ValueSource(ints = {6, 9, 12, 17, 20, 50})
    void coversTheTruthInNinetyFivePerCentOfSimulatedRuns(int count) {
        int runs = 2_000;
        Random random = new Random(count);
        int covered = 0;
        for (int run = 0; run < runs; run++) {
            double[] values = DoubleStream.generate(() -> -Math.log(1 - random.nextDouble()))
                    .limit(count)
                    .toArray();
            covered += RankInterval.ofMedian(values).orElseThrow().contains(Math.log(2)) ? 1 : 0;
        }

        double samplingError = 3 * Math.sqrt(0.95 * 0.05 / runs);
        assertThat(covered / (double) runs).isGreaterThanOrEqualTo(0.95 - samplingError);
        assertThat(covered / (double) runs).isCloseTo(coverage(count, RankInterval.rank(count)), within(samplingError));
    }

    private static double[] values(int count) {
        return IntStream.rangeClosed(1, count).mapToDouble(value -> value).toArray();
    }

    private static double coverage(int count, int rank) {
        BigInteger tail = IntStream.range(0, rank)
                .mapToObj(fewer -> factorial(count).divide(factorial(fewer).multiply(factorial(count - fewer))))
                .reduce(BigInteger.ZERO, BigInteger::add);
        BigDecimal all = new BigDecimal(BigInteger.TWO.pow(count));
        return 1 - 2 * new BigDecimal(tail).divide(all, MathContext.DECIMAL64).doubleValue();
    }

    private static BigInteger factorial(int number) {
        return IntStream.rangeClosed(1, number)
                .mapToObj(BigInteger::valueOf)
                .reduce(BigInteger.ONE, BigInteger::multiply);
    }
}
