package weighbridge.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LatencySummaryTest {

    /** The worked example of the nearest-rank method that textbooks use: ranks 1, 2, 2, 3 and 5 of five values. */
    @ParameterizedTest
    @CsvSource({"5,15", "30,20", "40,20", "50,35", "100,50"})
    void percentilesAreTheNearestRank(int percent, int value) {
        assertThat(LatencySummary.percentile(new int[] {15, 20, 35, 40, 50}, percent))
                .isEqualTo(value);
    }

    @Test
    void everyFigureOfOneToAThousand() {
        LatencySummary summary = LatencySummary.of(
                IntStream.iterate(1000, value -> value - 1).limit(1000).toArray());

        assertThat(summary).isEqualTo(new LatencySummary(1000, 1, 500.5, 500, 750, 950, 990, 1000));
    }

    @Test
    void oneCallIsEveryPercentileButTheOnesItCannotTell() {
        assertThat(LatencySummary.of(new int[] {7})).isEqualTo(new LatencySummary(1, 7, 7.0, 7, 7, 7, null, 7));
    }

    @Test
    void noCallHasNoLatency() {
        assertThat(LatencySummary.of(new int[0])).isNull();
    }

    @Test
    void a99thPercentileNeeds299Calls() {
        assertThat(LatencySummary.of(new int[298]).p99()).isNull();
        assertThat(LatencySummary.of(new int[299]).p99()).isZero();
    }

    @Test
    void aTimeoutGapIsNotSmoothedOver() {
        int[] latencies =
                IntStream.range(0, 1000).map(call -> call < 940 ? 10 : 1001).toArray();

        LatencySummary summary = LatencySummary.of(latencies);

        assertThat(summary.p95()).isEqualTo(1001);
        assertThat(summary.p75()).isEqualTo(10);
    }

    @Test
    void aMillionLongLatenciesDoNotOverflow() {
        int[] latencies = IntStream.range(0, 1_000_000).map(call -> 600_000).toArray();

        assertThat(LatencySummary.of(latencies).mean()).isEqualTo(600_000.0);
    }
}
