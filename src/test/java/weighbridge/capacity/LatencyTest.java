package weighbridge.capacity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.HdrHistogram.Histogram;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;
import weighbridge.record.Latencies;

class LatencyTest {
    private static final Percentage DIGITS = Percentage.withPercentage(0.1);

    private final Histogram micros = Latencies.histogram();

    @Test
    void percentilesAreOfTheNearestRank() {
        for (int millis = 1; millis <= 1000; millis++) {
            micros.recordValue(millis * 1000L);
        }

        Latency latency = Latency.of(micros);

        assertThat(latency.count()).isEqualTo(1000);
        assertThat(latency.min()).isEqualTo(1);
        assertThat(latency.mean()).isCloseTo(500.5, DIGITS);
        assertThat(latency.p50()).isCloseTo(500, DIGITS);
        assertThat(latency.p75()).isCloseTo(750, DIGITS);
        assertThat(latency.p95()).isCloseTo(950, DIGITS);
        assertThat(latency.p99()).isCloseTo(990, DIGITS);
        assertThat(latency.max()).isCloseTo(1000, DIGITS).isGreaterThanOrEqualTo(1000);
    }

    /** Under 2 ms, where each µs has a bucket of its own, exactly. */
    @Test
    void ofFourCallsTheSecondIsTheMedian() {
        for (int value : new int[] {400, 100, 300, 200}) {
            micros.recordValue(value);
        }

        Latency latency = Latency.of(micros);

        assertThat(latency.min()).isEqualTo(0.1);
        assertThat(latency.mean()).isCloseTo(0.25, within(1e-12));
        assertThat(latency.p50()).isEqualTo(0.2);
        assertThat(latency.p75()).isEqualTo(0.3);
        assertThat(latency.p95()).isEqualTo(0.4);
        assertThat(latency.max()).isEqualTo(0.4);
    }

    @Test
    void under299CallsThereIsNo99thPercentile() {
        micros.recordValueWithCount(500, 298);
        assertThat(Latency.of(micros).p99()).isNull();

        micros.recordValue(700);
        assertThat(Latency.of(micros).p99()).isEqualTo(0.5); // the 297th of 299
    }

    @Test
    void noCallsHaveNoLatency() {
        assertThat(Latency.of(micros)).isNull();
    }
}
