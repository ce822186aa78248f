package weighbridge.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class OwnTimeTest {
    private long now = Long.MAX_VALUE - 500_000_000; // nanoTime may wrap
    private final OwnTime time = new OwnTime(Duration.ofSeconds(10), () -> now);

    @Test
    void aBoundPassesAsTheTimeDoes() {
        for (int step = 0; step < 99; step++) {
            pass(Duration.ofMillis(100));
            assertThat(time.isOver()).isFalse();
        }
        assertThat(time.left()).isEqualTo(Duration.ofMillis(100));

        pass(Duration.ofMillis(100));
        assertThat(time.isOver()).isTrue();
    }

    @Test
    void aTimeInWhichNobodyLookedIsOneSecondAtMost() {
        pass(Duration.ofHours(1));
        assertThat(time.left()).isEqualTo(Duration.ofSeconds(9));

        pass(Duration.ofMillis(900));
        assertThat(time.left()).isEqualTo(Duration.ofMillis(8_100));
    }

    private void pass(Duration duration) {
        now += duration.toNanos();
    }
}
