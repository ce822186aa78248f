package weighbridge.capacity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import weighbridge.record.Latencies.Slice;
import weighbridge.record.MadeUpSlice;

class WarmthTest {
    @Test
    void sixSlicesThatAgreeAreWarm() {
        assertThat(ofLatencies(5, 5, 5, 5, 5)).isFalse();
        assertThat(ofLatencies(5, 5, 5, 5, 5, 5)).isTrue();
    }

    @Test
    void theLastThreeAreHeldAgainstTheThreeBefore() {
        assertThat(ofLatencies(90, 50, 20, 5, 5, 5, 5, 5, 5)).isTrue();
        assertThat(ofLatencies(10, 10, 10, 9.1, 9.1, 9.1)).isTrue(); // 10 % of the greater one
        assertThat(ofLatencies(10, 10, 10, 8.9, 8.9, 8.9)).isFalse();
        assertThat(ofLatencies(8.9, 8.9, 8.9, 10, 10, 10)).isFalse();
    }

    @Test
    void aSliceThatABusyMachineStretchedSaysNothing() {
        assertThat(ofLatencies(5, 80, 5, 5, 5, 300)).isTrue();
        assertThat(ofLatencies(5, 80, 80, 5, 5, 5)).isFalse();
    }

    /** The wake-up of a thread alone differs by as much. */
    @Test
    void under50MicrosecondsThereIsNoDifference() {
        assertThat(ofLatencies(0.15, 0.15, 0.15, 0.1, 0.1, 0.1)).isTrue();
        assertThat(ofLatencies(0.16, 0.16, 0.16, 0.1, 0.1, 0.1)).isFalse();
    }

    @Test
    void asManyCallsHaveToSucceed() {
        assertThat(ofCounts(100, 100, 100, 100, 100, 100)).isTrue();
        assertThat(ofCounts(92, 92, 92, 100, 100, 100)).isTrue();
        assertThat(ofCounts(80, 80, 80, 100, 100, 100)).isFalse();
        assertThat(ofCounts(0, 0, 0, 0, 0, 0)).isFalse();
        assertThat(ofCounts(100, 100, 100, 0, 0, 0)).isFalse();
    }

    /** A slice is as long as it took to look again; the last one is cut short. */
    @Test
    void callsAreHeldAgainstTheLengthOfTheirSlice() {
        List<Slice> slices = new ArrayList<>();
        long[] ends = {1000, 2000, 3000, 4200, 5400, 5900};
        long from = 0;
        for (long to : ends) {
            slices.add(MadeUpSlice.of(from, to).calls((to - from) / 10, 5).get());
            from = to;
        }

        assertThat(Warmth.reached(slices, List.of())).isTrue();
    }

    /** A compiler that is still at work makes each call cheaper, or takes the processors itself. */
    @Test
    void callsGetNoCheaper() {
        assertThat(ofCpu(0.1, 0.1, 0.1, 0.1, 0.1, 0.1)).isTrue();
        assertThat(ofCpu(0.1, 0.1, 0.1, 0.086, 0.086, 0.086)).isTrue();
        assertThat(ofCpu(0.2, 0.2, 0.2, 0.168, 0.168, 0.168)).isFalse();
        assertThat(ofCpu(0.1, 0.1, 0.1, 0.05, 0.05, 0.05)).isFalse();
        assertThat(ofCpu(0.02, 0.02, 0.02, 0.001, 0.001, 0.001)).isTrue(); // 2 % of a core: not of the calls
        assertThat(ofCpu(0.1, 0.1, 0.1, 0.2, 0.2, 0.2)).isTrue();
        assertThat(ofCpu(0.3, 0.1, 0.1, 0.1, 0.1, 0.01)).isTrue();
        assertThat(ofCpu(0.0, 0.0, 0.0, 0.0, 0.0, 0.0)).isTrue();
        assertThatThrownBy(() -> ofCpu(0.1)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void threeSlicesOfFewCallsAreIdle() {
        assertThat(Warmth.isIdle(slices(19, 0, 19))).isTrue();
        assertThat(Warmth.isIdle(slices(100, 19, 19, 19))).isTrue();
        assertThat(Warmth.isIdle(slices(19, 19))).isFalse();
        assertThat(Warmth.isIdle(slices(19, 20, 19))).isFalse();
    }

    private static List<Slice> slices(int... counts) {
        List<Slice> slices = new ArrayList<>();
        for (int count : counts) {
            slices.add(MadeUpSlice.of(0, 1000).calls(count, 5).get());
        }
        return slices;
    }

    /** Calls that wait for a user say that the server cannot keep up. */
    @Test
    void aServerThatCannotKeepUpIsNotWarm() {
        List<Slice> slices = new ArrayList<>();
        for (int second = 0; second < 6; second++) {
            slices.add(MadeUpSlice.of(0, 1000).calls(50, 5).dry(50, 100, 5).get());
        }

        assertThat(Warmth.reached(slices, List.of())).isFalse();
    }

    /** Six slices of 100 calls, in which the server used so many seconds of processor time. */
    private static boolean ofCpu(Double... seconds) {
        List<Slice> slices = new ArrayList<>();
        for (int second = 0; second < 6; second++) {
            slices.add(MadeUpSlice.of(0, 1000).calls(100, 5).get());
        }
        return Warmth.reached(slices, List.of(seconds));
    }

    private static boolean ofLatencies(double... millis) {
        List<Slice> slices = new ArrayList<>();
        for (double latency : millis) {
            slices.add(MadeUpSlice.of(0, 1000).calls(100, latency).get());
        }
        return Warmth.reached(slices, List.of());
    }

    private static boolean ofCounts(int... counts) {
        List<Slice> slices = new ArrayList<>();
        for (int count : counts) {
            slices.add(MadeUpSlice.of(0, 1000)
                    .calls(count, 5)
                    .failed(100 - count, 5)
                    .get());
        }
        return Warmth.reached(slices, List.of());
    }
}
