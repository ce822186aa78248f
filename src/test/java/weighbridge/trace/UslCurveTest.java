package weighbridge.trace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import weighbridge.capacity.UslReport;
import weighbridge.capacity.UslReport.Parameter;

class UslCurveTest {
    private static UslReport usl(double lambda, double sigma, double kappa, double largest) {
        return new UslReport(7, largest, exactly(lambda), exactly(sigma), exactly(kappa), null, null, null);
    }

    private static Parameter exactly(double value) {
        return new Parameter(value, value, value);
    }

    /** The Cisco benchmark of usl4j: 12,341 at ⌊√((1−σ)÷κ)⌋ = 35 users, right before the peak at 35.6. */
    @Test
    void publishedParametersGiveThePublishedPeak() {
        UslReport cisco = usl(995.6486, 0.02671591, 7.690945E-4, 48);

        assertThat(UslCurve.callsPerSecond(cisco, 1)).isEqualTo(995.6486);
        assertThat(UslCurve.callsPerSecond(cisco, 35)).isCloseTo(12_341, within(1.0));
        assertThat(UslCurve.callsPerSecond(cisco, 35))
                .isGreaterThan(UslCurve.callsPerSecond(cisco, 34))
                .isGreaterThan(UslCurve.callsPerSecond(cisco, 37));
    }

    @Test
    void withoutContentionItIsALine() {
        assertThat(UslCurve.callsPerSecond(usl(100, 0, 0, 8), 12.5)).isEqualTo(1250);
    }

    @Test
    void itEndsAtTwiceTheUsersThatWereMeasured() {
        assertThat(UslCurve.users(usl(100, 0, 0, 33)))
                .hasSize(65)
                .startsWith(1.0, 1 + 65.0 / 64)
                .endsWith(66.0);
    }

    @Test
    void whereNothingWasFittedThereIsNone() {
        assertThat(UslCurve.users(null)).isEmpty();
        assertThat(UslCurve.users(new UslReport(2, 4, null, null, null, null, null, "too few")))
                .isEmpty();
    }
}
