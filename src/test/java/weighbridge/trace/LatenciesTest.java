package weighbridge.trace;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LatenciesTest {
    @Test
    void ofNoCallsNothingIsTold() {
        assertThat(Latencies.of(new int[0])).isNull();
    }

    /** Of 8 calls all took at least 1 ms, 4 at least 2 ms, 2 at least 5 ms and 1 at least 9 ms. */
    @Test
    void oneInSoManyTookAtLeastSoLong() {
        LatencyTrace trace = Latencies.of(new int[] {9, 1, 2, 1, 5, 1, 2, 1});

        assertThat(trace.count()).isEqualTo(8);
        assertThat(trace.oneIn()).containsExactly(1.0, 2.0, 4.0, 8.0);
        assertThat(trace.atLeastMillis()).containsExactly(1, 2, 5, 9);
        assertThat(trace.binMillis()).isEqualTo(1);
        assertThat(trace.bins()).containsExactly(0, 4, 2, 0, 0, 1, 0, 0, 0, 1);
    }

    @Test
    void callsThatTookNoTimeAreCounted() {
        LatencyTrace trace = Latencies.of(new int[] {0, 0});

        assertThat(trace.oneIn()).containsExactly(1.0);
        assertThat(trace.atLeastMillis()).containsExactly(0);
        assertThat(trace.bins()).containsExactly(2);
    }

    /** 0 to 59 ms take 60 bars; 60 ms would take one more, so bars get twice as wide. */
    @Test
    void thereAreSixtyBarsAtMost() {
        assertThat(Latencies.of(new int[] {59}).bins()).hasSize(60).endsWith(1);
        assertThat(Latencies.of(new int[] {60}).bins()).hasSize(31).endsWith(1);
        assertThat(Latencies.of(new int[] {60}).binMillis()).isEqualTo(2);
    }

    @Test
    void upToFiveHundredLatenciesAreAllTold() {
        assertThat(Latencies.of(IntStream.range(0, 500).toArray()).atLeastMillis())
                .hasSize(500);
    }

    /** Of more, the least with 1, the greatest with n, and steps of log(oneIn) between that are as equal as can be. */
    @ParameterizedTest
    @ValueSource(ints = {501, 1000, 50_000})
    void ofMoreTheyLieAtEqualStepsOfTheLogarithm(int count) {
        LatencyTrace trace = Latencies.of(IntStream.range(0, count).toArray());

        assertThat(trace.atLeastMillis())
                .hasSizeBetween(200, 500)
                .startsWith(0)
                .endsWith(count - 1)
                .isSorted()
                .doesNotHaveDuplicates();
        assertThat(trace.oneIn()).startsWith(1.0).endsWith((double) count).isSorted();
        assertThat(trace.bins().stream().mapToInt(Integer::intValue).sum()).isEqualTo(count);
        double step = Math.log(count) / 499;
        for (int point = 0; point < trace.oneIn().size(); point++) {
            // What takes at least i ms of 0 to n - 1 are n - i calls.
            double oneIn = trace.oneIn().get(point);
            assertThat(oneIn)
                    .isEqualTo((double) count / (count - trace.atLeastMillis().get(point)));
            if (point > 0 && oneIn < count / 1000.0) {
                // Where calls lie close enough, no step is left out and none is halved.
                double apart = Math.log(oneIn / trace.oneIn().get(point - 1));
                assertThat(apart).isBetween(0.7 * step, 1.3 * step);
            }
        }
    }
}
