package weighbridge.capacity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import weighbridge.figure.Slos;
import weighbridge.record.Latencies.Slice;
import weighbridge.record.MadeUpProbe;
import weighbridge.record.MadeUpSlice;
import weighbridge.record.MadeUpWindow;
import weighbridge.record.ProbeRecord;
import weighbridge.workload.Purpose;

class OverloadTest {
    private static final SloJudge JUDGE = new SloJudge(Slos.of(List.of("p99<50ms", "errors<0.1%")));

    private static Slice second(int number, long fast, long slow, long failed) {
        return MadeUpSlice.of(1000L * number, 1000L * (number + 1))
                .calls(fast, 5)
                .calls(slow, 400)
                .failed(failed, 1000)
                .get();
    }

    private static ProbeRecord probe(Purpose purpose, double callsPerSecond, List<Slice> slices, long atMillis) {
        MadeUpProbe probe = MadeUpProbe.open(1, purpose, callsPerSecond);
        probe.seconds(10)
                .took(10_000, 10_000)
                .made(slices)
                .window(MadeUpWindow.of(10).get());
        return probe.at(atMillis / 1000.0).record();
    }

    /** 100 calls a second, and 200 offered: 60 in time, 130 late, 10 failed. */
    @Test
    void goodputIsOfCallsThatAreAnsweredInTime() {
        List<Slice> slices = new ArrayList<>();
        for (int second = 0; second < 10; second++) {
            slices.add(second(second, 60, 130, 10));
        }

        Overload overload =
                Overload.of(100, probe(Purpose.OVERLOAD, 200, slices, 0), slices, null, List.of(), JUDGE, false);

        assertThat(overload.share()).isEqualTo(2);
        assertThat(overload.callsPerSecond()).isEqualTo(200);
        assertThat(overload.goodCallsPerSecond()).isEqualTo(60);
        assertThat(overload.failedShare()).isEqualTo(0.05);
        assertThat(overload.p99Millis()).isCloseTo(400, within(1.0));
        assertThat(overload.recoverySeconds()).isNull();
    }

    /** It ends at 10 s; at half the rate, from 10.5 s on, the first two seconds are slow, and so is the fourth. */
    @Test
    void itHasRecoveredWhereThreeSecondsInARowAreGood() {
        List<Slice> slices = List.of(second(0, 60, 0, 0));
        List<Slice> after = new ArrayList<>();
        long[] slow = {30, 1, 0, 1, 0, 0, 0};
        for (int second = 0; second < slow.length; second++) {
            after.add(MadeUpSlice.of(10_500 + 1000L * second, 11_500 + 1000L * second)
                    .calls(50 - slow[second], 5)
                    .calls(slow[second], 400)
                    .get());
        }

        assertThat(Overload.isRecovered(after.subList(0, 6), JUDGE)).isFalse();
        assertThat(Overload.isRecovered(after, JUDGE)).isTrue();
        Overload overload = Overload.of(
                100,
                probe(Purpose.OVERLOAD, 120, slices, 0),
                slices,
                probe(Purpose.RECOVERY, 50, after, 10_500),
                after,
                JUDGE,
                false);

        assertThat(overload.recoverySeconds()).isEqualTo(4.5);
    }

    @Test
    void aServerThatStaysSlowHasNotRecovered() {
        List<Slice> slices = List.of(second(0, 60, 0, 0));
        List<Slice> after = List.of(second(11, 40, 10, 0), second(12, 40, 10, 0), second(13, 50, 0, 1));

        assertThat(Overload.of(
                                100,
                                probe(Purpose.OVERLOAD, 120, slices, 0),
                                slices,
                                probe(Purpose.RECOVERY, 50, after, 11_000),
                                after,
                                JUDGE,
                                false)
                        .recoverySeconds())
                .isNull();
    }

    @Test
    void withoutASloOfALatencyAllThatSucceedIsGood() {
        SloJudge judge = new SloJudge(Slos.of(List.of("errors<1%")));

        assertThat(judge.good(List.of(second(0, 60, 130, 10)))).isEqualTo(190);
        assertThat(judge.isMet(second(0, 100, 100, 1))).isTrue();
        assertThat(judge.isMet(second(0, 100, 100, 10))).isFalse();
    }
}
