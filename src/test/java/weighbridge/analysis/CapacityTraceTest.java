package weighbridge.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

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

    private static Double limit(String... promises) {
        return CapacityTrace.p99LimitMillis(List.of(promises), "netty");
    }
}
