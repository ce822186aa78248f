package weighbridge.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class MediansTest {
    @Test
    void isTheMiddleOneOfAnOddCount() {
        assertThat(Medians.median(new double[] {9, 1, 5})).isEqualTo(5);
        assertThat(Medians.median(new double[] {7})).isEqualTo(7);
    }

    @Test
    void isTheMeanOfTheMiddleTwoOfAnEvenCount() {
        assertThat(Medians.median(new double[] {100, 1, 4, 2})).isEqualTo(3);
    }

    @Test
    void leavesTheOrderOfTheValuesAsItWas() {
        double[] values = {3, 1, 2};

        Medians.median(values);

        assertThat(values).containsExactly(3, 1, 2);
    }

    @Test
    void ofNothingThereIsNone() {
        assertThatThrownBy(() -> Medians.median(new double[0])).isInstanceOf(IllegalArgumentException.class);
    }
}
