package weighbridge.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Comparator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LatencyCurveTest {
    @Test
    void ofNoCallsNothingIsTold() {
        assertThat(LatencyCurve.of(new int[0])).isNull();
    }

    /** Of 8 calls all took at least 1 ms, 4 at least 2 ms, 2 at least 5 ms and 1 at least 9 ms. */
    @Test
    void soManyCallsTookAtLeastSoLong() {
        LatencyTrace trace = LatencyCurve.of(new int[] {9, 1, 2, 1, 5, 1, 2, 1});

        assertThat(trace.count()).isEqualTo(8);
        assertThat(trace.calls()).containsExactly(8, 4, 2, 1);
        assertThat(trace.atLeastMillis()).containsExactly(1, 2, 5, 9);
        assertThat(trace.binMillis()).isEqualTo(1);
        assertThat(trace.bins()).containsExactly(0, 4, 2, 0, 0, 1, 0, 0, 0, 1);
    }

    @Test
    void callsThatTookNoTimeAreCounted() {
        LatencyTrace trace = LatencyCurve.of(new int[] {0, 0});

        assertThat(trace.calls()).as("both, and the last rank").containsExactly(2, 1);
        assertThat(trace.atLeastMillis()).containsExactly(0, 0);
        assertThat(trace.bins()).containsExactly(2);
    }

    /** 0 to 59 ms take 60 bars; 60 ms would take one more, so bars get twice as wide. */
    @Test
    void thereAreSixtyBarsAtMost() {
        assertThat(LatencyCurve.of(new int[] {59}).bins()).hasSize(60).endsWith(1);
        assertThat(LatencyCurve.of(new int[] {60}).bins()).hasSize(31).endsWith(1);
        assertThat(LatencyCurve.of(new int[] {60}).binMillis()).isEqualTo(2);
    }

    @Test
    void upToFiveHundredLatenciesAreAllTold() {
        assertThat(LatencyCurve.of(IntStream.range(0, 500).toArray()).atLeastMillis())
                .hasSize(500);
    }

    /** Of more, the least with n, the greatest with 1, and steps of log(calls) between that are as equal as can be. */
    @ParameterizedTest
    @ValueSource(ints = {501, 1000, 50_000})
    void ofMoreTheyLieAtEqualStepsOfTheLogarithm(int count) {
        LatencyTrace trace = LatencyCurve.of(IntStream.range(0, count).toArray());

        assertThat(trace.atLeastMillis())
                .hasSizeBetween(200, 500)
                .startsWith(0)
                .endsWith(count - 1)
                .isSorted()
                .doesNotHaveDuplicates();
        assertThat(trace.calls()).startsWith(count).endsWith(1).isSortedAccordingTo(Comparator.reverseOrder());
        assertThat(trace.bins().stream().mapToInt(Integer::intValue).sum()).isEqualTo(count);
        double step = Math.log(count) / 499;
        for (int point = 0; point < trace.calls().size(); point++) {
            // What takes at least i ms of 0 to n - 1 are n - i calls.
            int calls = trace.calls().get(point);
            assertThat(calls).isEqualTo(count - trace.atLeastMillis().get(point));
            if (point > 0 && calls > 1000) {
                // Where calls lie close enough, no step is left out and none is halved.
                double apart = Math.log((double) trace.calls().get(point - 1) / calls);
                assertThat(apart).isBetween(0.7 * step, 1.3 * step);
            }
        }
    }
}
