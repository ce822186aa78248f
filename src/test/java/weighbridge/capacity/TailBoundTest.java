package weighbridge.capacity;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.MathContext;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TailBoundTest {
    /** The fewest calls of which m may be beyond: Wilks' tolerance limits at 95 % confidence (Wilks 1941). */
    @ParameterizedTest
    @CsvSource({
        "0.95, 0, 59",
        "0.95, 1, 93",
        "0.95, 2, 124",
        "0.95, 3, 153",
        "0.95, 4, 181",
        "0.95, 5, 208",
        "0.95, 9, 311",
        "0.99, 0, 299",
        "0.99, 1, 473",
        "0.99, 2, 628",
        "0.99, 3, 773",
        "0.99, 4, 913",
        "0.99, 5, 1049",
        "0.5, 0, 5",
        "0.5, 1, 8",
        "0.5, 2, 11",
        "0.75, 0, 11",
        "0.999, 0, 2995"
    })
    void publishedNumbers(double quantile, long most, long fewest) {
        assertThat(TailBound.mostBeyond(fewest, quantile)).isEqualTo(most);
        assertThat(TailBound.mostBeyond(fewest - 1, quantile)).isEqualTo(most - 1);
    }

    @ParameterizedTest
    @CsvSource({"0.5, 5", "0.75, 11", "0.95, 59", "0.99, 299", "0.999, 2995"})
    void theFewestCallsThatTell(double quantile, long fewest) {
        assertThat(TailBound.fewestCalls(quantile)).isEqualTo(fewest);
    }

    @Test
    void noCallsTellNothing() {
        assertThat(TailBound.mostBeyond(0, 0.99)).isEqualTo(-1);
    }

    /** The sum of the terms as they stand in the definition, in 40 digits. */
    @ParameterizedTest
    @CsvSource({"1000, 0.99", "1000, 0.95", "777, 0.75", "500, 0.5", "6, 0.5"})
    void agreesWithTheDefinition(int calls, String quantile) {
        long most = TailBound.mostBeyond(calls, Double.parseDouble(quantile));

        assertThat(probability(calls, new BigDecimal(quantile), most)).isLessThanOrEqualTo(new BigDecimal("0.05"));
        assertThat(probability(calls, new BigDecimal(quantile), most + 1)).isGreaterThan(new BigDecimal("0.05"));
    }

    /** De Moivre and Laplace: n·p − 1.645 √(n·p·q), which the skew of the binomial moves by less than one. */
    @ParameterizedTest
    @CsvSource({"1000000, 0.99", "1000000, 0.95", "1000000, 0.75", "1000000, 0.5", "7200000, 0.99"})
    void manyCallsFollowTheNormalApproximation(long calls, double quantile) {
        double mean = calls * (1 - quantile);
        double deviation = Math.sqrt(mean * quantile);

        assertThat((double) TailBound.mostBeyond(calls, quantile))
                .isCloseTo(mean - 1.6449 * deviation - 0.5, Offset.offset(1.5));
    }

    @Test
    void moreCallsNeverAllowFewer() {
        for (double quantile : new double[] {0.5, 0.75, 0.95, 0.99}) {
            long before = -1;
            for (long calls = 0; calls <= 1500; calls++) {
                long most = TailBound.mostBeyond(calls, quantile);
                assertThat(most).isBetween(before, before + 1);
                assertThat(most >= 0).isEqualTo(calls >= TailBound.fewestCalls(quantile));
                before = most;
            }
        }
    }

    /** P(Bin(n, 1 − q) ≤ m). */
    private static BigDecimal probability(int calls, BigDecimal quantile, long most) {
        MathContext digits = new MathContext(40);
        BigDecimal odds = BigDecimal.ONE.subtract(quantile).divide(quantile, digits);
        BigDecimal term = quantile.pow(calls, digits);
        BigDecimal sum = term;
        for (long beyond = 1; beyond <= most; beyond++) {
            term = term.multiply(odds, digits)
                    .multiply(BigDecimal.valueOf(calls - beyond + 1))
                    .divide(BigDecimal.valueOf(beyond), digits);
            sum = sum.add(term);
        }
        return sum;
    }
}
