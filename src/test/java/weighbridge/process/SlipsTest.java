package weighbridge.process;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SlipsTest {
    private static final long MILLIS = 1_000_000;

    @ParameterizedTest
    @ValueSource(longs = {0, -5_000_000_000L, Long.MAX_VALUE - 200_000_000}) // nanoTime may start anywhere
    void sumsAreThoseOfTheDelays(long start) {
        Slips slips = new Slips(start);
        slips.add(start + 10 * MILLIS, start + 90 * MILLIS);
        slips.add(start + 100 * MILLIS, start + 200 * MILLIS);
        slips.add(start + 210 * MILLIS, start + 530 * MILLIS);

        assertThat(slips.shareUntil(start + 1_000 * MILLIS)).isEqualTo(0.5);
        assertThat(slips.longestMillis()).isEqualTo(320);
        assertThat(slips.stalls()).as("longer than 100 ms").isEqualTo(1);
        assertThat(slips.stalledMillis()).isEqualTo(320);
    }

    @Test
    void onlyWhatLiesInTheWindowCounts() {
        Slips slips = new Slips(1_000 * MILLIS);
        slips.add(500 * MILLIS, 900 * MILLIS);
        slips.add(850 * MILLIS, 1_050 * MILLIS);
        slips.add(1_100 * MILLIS, 1_090 * MILLIS);

        assertThat(slips.shareUntil(1_100 * MILLIS)).isEqualTo(0.5);
        assertThat(slips.longestMillis()).isEqualTo(50);
        assertThat(slips.stalls()).isZero();
    }

    @Test
    void aWindowWithoutLengthHasNoShare() {
        assertThat(new Slips(7).shareUntil(7)).isZero();
    }
}
