package weighbridge.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import weighbridge.capacity.CapacityFinding.NothingAnswered;
import weighbridge.capacity.UslReport;
import weighbridge.capacity.UslReport.Parameter;

class CapacityTraceTest {
    @Test
    void theLeastLimitFromAboveCounts() {
        assertThat(limit("p99 < 50 ms", "p50 < 5 ms", "errors < 0.1%")).isEqualTo(50);
        assertThat(limit("p99 <= 0.05 s", "jetty: p99 < 20 ms")).isEqualTo(50);
        assertThat(limit("p99 < 50 ms", "netty: p99 < 20 ms")).isEqualTo(20);
    }

    @Test
    void withoutAPromiseOfTheNinetyNinthThereIsNone() {
        assertThat(limit()).isNull();
        assertThat(limit("errors < 0.1%", "p99 > 1 ms", "jetty: p99 < 20 ms")).isNull();
    }

    @Test
    void eachNumberOfUsersHasARate() {
        assertThatThrownBy(() -> new CapacityTrace("a", null, List.of(1.0), List.of()))
                .hasMessage("1 numbers of users and 0 rates");
    }

    @Test
    void itEndsAtTwiceTheUsersThatWereMeasured() {
        assertThat(CapacityTrace.users(usl(100, 0, 0, 33)))
                .hasSize(65)
                .startsWith(1.0, 1 + 65.0 / 64)
                .endsWith(66.0);
    }

    @Test
    void whereNothingWasFittedThereIsNone() {
        assertThat(CapacityTrace.users(null)).isEmpty();
        assertThat(CapacityTrace.users(new UslReport(2, 4, null, null, null, null, new NothingAnswered())))
                .isEmpty();
    }

    private static Double limit(String... promises) {
        return CapacityTrace.p99LimitMillis(List.of(promises), "netty");
    }

    private static UslReport usl(double lambda, double sigma, double kappa, double largest) {
        return new UslReport(7, largest, exactly(lambda), exactly(sigma), exactly(kappa), null, null);
    }

    private static Parameter exactly(double value) {
        return new Parameter(value, value, value);
    }
}
