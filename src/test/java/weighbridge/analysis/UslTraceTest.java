package weighbridge.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import weighbridge.capacity.CapacityFinding.NothingAnswered;
import weighbridge.capacity.UslReport;
import weighbridge.capacity.UslReport.Parameter;

class UslTraceTest {
    private static UslReport usl(double lambda, double sigma, double kappa, double largest) {
        return new UslReport(7, largest, exactly(lambda), exactly(sigma), exactly(kappa), null, null);
    }

    private static Parameter exactly(double value) {
        return new Parameter(value, value, value);
    }

    @Test
    void itEndsAtTwiceTheUsersThatWereMeasured() {
        assertThat(UslTrace.users(usl(100, 0, 0, 33)))
                .hasSize(65)
                .startsWith(1.0, 1 + 65.0 / 64)
                .endsWith(66.0);
    }

    @Test
    void whereNothingWasFittedThereIsNone() {
        assertThat(UslTrace.users(null)).isEmpty();
        assertThat(UslTrace.users(new UslReport(2, 4, null, null, null, null, new NothingAnswered())))
                .isEmpty();
    }
}
