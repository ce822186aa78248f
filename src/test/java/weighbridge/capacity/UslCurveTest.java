package weighbridge.capacity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UslCurveTest {
    /** tests/coef.R of the R package usl 3.0.3: α 0.02, β 0.02 and γ 1, to its four digits. */
    @ParameterizedTest
    @CsvSource({"1, 1", "2, 1.8868", "4, 3.0769", "6, 3.5294", "8, 3.5398", "10, 3.3557"})
    void carriesWhatRSays(double concurrency, double callsPerSecond) {
        assertThat(new UslCurve(1, 0.02, 0.02).callsPerSecondAt(concurrency))
                .isCloseTo(callsPerSecond, within(0.00005));
    }

    /** tests/peak-scalability.R of the R package usl 3.0.3. */
    @Test
    void peaksWhereRSays() {
        assertThat(new UslCurve(1, 0.001, 0.00001).peakConcurrency()).isCloseTo(316.0696, within(0.0001));
    }

    @Test
    void withoutCrosstalkItNeverPeaks() {
        assertThat(new UslCurve(100, 0.1, 0).peakConcurrency()).isInfinite();
        assertThat(new UslCurve(100, 0, 0).peakConcurrency()).isInfinite();
    }

    /** A second user adds nothing where σ + 2κ is 1: λ · 2 ÷ (1 + σ + 2κ) is λ. */
    @ParameterizedTest
    @CsvSource({"1, 0", "1, 0.5", "1.5, 0", "0.5, 0.6"})
    void whereMoreUsersNeverCarryMoreOneUserIsThePeak(double sigma, double kappa) {
        assertThat(new UslCurve(100, sigma, kappa).peakConcurrency()).isEqualTo(1);
    }

    /** Against differences of 2 · 10⁻⁶. */
    @Test
    void theGradientIsThatOfTheCurve() {
        double step = 1e-6;
        double[] gradient = new UslCurve(100, 0.1, 0.01).gradientAt(7);

        assertThat(gradient[0])
                .isCloseTo(
                        slope(new UslCurve(100 + step, 0.1, 0.01), new UslCurve(100 - step, 0.1, 0.01)), within(1e-4));
        assertThat(gradient[1])
                .isCloseTo(
                        slope(new UslCurve(100, 0.1 + step, 0.01), new UslCurve(100, 0.1 - step, 0.01)), within(1e-4));
        assertThat(gradient[2])
                .isCloseTo(
                        slope(new UslCurve(100, 0.1, 0.01 + step), new UslCurve(100, 0.1, 0.01 - step)), within(1e-4));
    }

    private static double slope(UslCurve above, UslCurve below) {
        return (above.callsPerSecondAt(7) - below.callsPerSecondAt(7)) / 2e-6;
    }
}
