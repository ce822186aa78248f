package weighbridge.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ScheduleTest {
    @Test
    void callsAreEvenlySpaced() {
        Schedule schedule = new Schedule(4, 5);

        assertThat(schedule.startNanos(0)).isZero();
        assertThat(schedule.startNanos(1)).isEqualTo(250_000_000);
        assertThat(schedule.startNanos(4)).isEqualTo(1_000_000_000);
        assertThat(schedule.length()).isEqualTo(Duration.ofMillis(1250));
    }

    /** Each start is held against call ÷ rate in decimal: added up, intervals in whole ns would be off by ms. */
    @ParameterizedTest
    @ValueSource(doubles = {3, 7, 300, 333.3, 1499.6, 29_999, 700_001})
    void noErrorAddsUpOverAMillionCalls(double rate) {
        Schedule schedule = new Schedule(rate, 1_000_000);
        for (long call : new long[] {1, 2, 3, 999, 123_456, 777_777, 999_999, 1_000_000}) {
            double exact = BigDecimal.valueOf(call)
                    .movePointRight(9)
                    .divide(BigDecimal.valueOf(rate), 3, RoundingMode.HALF_EVEN)
                    .doubleValue();
            assertThat((double) schedule.startNanos(call)).isEqualTo(exact, within(1.0));
        }
    }

    @Test
    void startsNeverGoBack() {
        Schedule schedule = new Schedule(123_456.7, 1_000_000);

        assertThat(LongStream.range(1, schedule.calls())
                        .filter(call -> schedule.startNanos(call) <= schedule.startNanos(call - 1)))
                .isEmpty();
    }

    @Test
    void asManyCallsAsFillTheTime() {
        assertThat(Schedule.of(100, Duration.ofSeconds(3)).calls()).isEqualTo(300);
        assertThat(Schedule.of(333.3, Duration.ofSeconds(30)).calls()).isEqualTo(9999);
        assertThat(Schedule.of(1_000_000, Duration.ofHours(2)).calls()).isEqualTo(7_200_000_000L);
        assertThat(Schedule.of(0.1, Duration.ofSeconds(1)).calls()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, -1, Double.NaN})
    void thereIsARate(double rate) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Schedule(rate, 1))
                .withMessage("1 calls at " + rate + " a second");
        assertThatIllegalArgumentException().isThrownBy(() -> new Schedule(1, 0));
    }
}
