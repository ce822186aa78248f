package weighbridge.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RunClockTest {
    private static final long HOUR = 3_600_000;
    private static final long STARTED_AT = 1_795_000_000_000L;

    private final AtomicLong wallMillis = new AtomicLong(STARTED_AT);
    private final AtomicLong nanos = new AtomicLong(Long.MAX_VALUE - 1_500_000);

    @Test
    void itBeginsWithTheWallClock() {
        assertThat(new RunClock(wallMillis::get, nanos::get).millis()).isEqualTo(STARTED_AT);
    }

    @ParameterizedTest
    @ValueSource(longs = {-HOUR, HOUR, -1, 1})
    void aStepOfTheWallClockChangesNoTime(long step) {
        RunClock clock = new RunClock(wallMillis::get, nanos::get);
        for (int second = 1; second <= 10; second++) {
            wallMillis.addAndGet(1000 + (second % 2 == 0 ? step : -3 * step));
            nanos.addAndGet(1_000_000_000); // beyond the greatest number, as nanoTime may come to
            assertThat(clock.millis()).isEqualTo(STARTED_AT + 1000L * second);
        }
    }

    @Test
    void aPartOfAMillisecondIsNone() {
        RunClock clock = new RunClock(wallMillis::get, nanos::get);
        nanos.addAndGet(1_999_999);
        assertThat(clock.millis()).isEqualTo(STARTED_AT + 1);
    }
}
