package weighbridge.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class PairedRatioTest {
    private static final Offset<Double> EXACT = within(1e-12);

    /** Ratios 2, 2, 4, 4, 4, 8: the middle two are 4, the ends the least and the greatest. */
    @Test
    void isTheMedianOfTheRatiosOfPairs() {
        PairedRatio ratio = of(new double[] {2, 20, 4, 40, 4, 8}, new double[] {1, 10, 1, 10, 1, 1});

        assertThat(ratio.median()).isCloseTo(4, EXACT);
        assertThat(ratio.low()).isCloseTo(2, EXACT);
        assertThat(ratio.high()).isCloseTo(8, EXACT);
    }

    /** Between 2 and 8 the middle is 4, and between 1/8 and 1/2 it is 1/4. */
    @Test
    void ofAnEvenCountItIsTheGeometricMeanOfTheMiddleTwo() {
        PairedRatio ratio = of(new double[] {1, 2, 2, 8, 8, 16}, new double[] {1, 1, 1, 1, 1, 1});

        assertThat(ratio.median()).isCloseTo(4, EXACT);
        assertThat(ratio.inverse().median()).isCloseTo(0.25, EXACT);
        assertThat(ratio.inverse().low()).isCloseTo(1 / 16.0, EXACT);
        assertThat(ratio.inverse().high()).isCloseTo(1, EXACT);
    }

    @Test
    void reachesAsFarAsTheEndThatIsFartherFromOne() {
        double[] ones = {1, 1, 1, 1, 1, 1};

        assertThat(of(new double[] {0.5, 1, 1, 1, 1, 1.6}, ones).logReach()).isCloseTo(Math.log(2), EXACT);
        assertThat(of(new double[] {0.7, 1, 1, 1, 1, 1.6}, ones).logReach()).isCloseTo(Math.log(1.6), EXACT);
    }

    @Test
    void exceedsAFloorOnlyWhereChanceIsRuledOutToo() {
        double[] ones = {1, 1, 1, 1, 1, 1};
        PairedRatio clear = of(new double[] {1.2, 1.2, 1.2, 1.2, 1.2, 1.01}, ones);
        PairedRatio once = of(new double[] {1.2, 1.2, 1.2, 1.2, 1.2, 1}, ones);

        assertThat(clear.exceeds(Math.log(1.1))).isTrue();
        assertThat(clear.inverse().exceeds(Math.log(1.1))).isTrue();
        assertThat(clear.exceeds(Math.log(1.3))).isFalse();
        assertThat(once.exceeds(0)).isFalse();
    }

    @Test
    void isNotToldOfUnderSixPairs() {
        assertThat(PairedRatio.of(new double[] {1, 2, 3, 4, 5}, new double[] {1, 2, 3, 4, 5}))
                .isEmpty();
        assertThatThrownBy(() -> PairedRatio.of(new double[6], new double[7]))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static PairedRatio of(double[] first, double[] second) {
        return PairedRatio.of(first, second).orElseThrow();
    }
}
