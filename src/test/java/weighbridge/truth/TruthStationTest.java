package weighbridge.truth;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import weighbridge.truth.TruthSettings.Service;

class TruthStationTest {
    @Test
    void callsThatComeTogetherWaitForTheFirstServerThatIsFree() {
        Station station = new Station(new Service(2, 10));

        assertThat(LongStream.of(0, 1_000, 2_000, 3_000, 4_000, 50_000, 51_000, 52_000)
                        .map(station::endOf))
                .containsExactly(10_000L, 11_000L, 20_000L, 21_000L, 30_000L, 60_000L, 61_000L, 70_000L);
    }

    @Test
    void underOverloadItCarriesServersByServiceTime() {
        Station station = new Station(new Service(4, 20_000));
        // 1000 calls/s come, 200 calls/s are carried: call 2000 ends 10 s after the first came.
        long last = LongStream.range(0, 2000)
                .map(call -> station.endOf(call * 1_000_000))
                .max()
                .orElseThrow();

        // The last of each server's 500 services, after the 3 ms by which the fourth server began later.
        assertThat(last).isEqualTo(10_003_000_000L);
    }

    @Test
    void aFreezeMakesWhatHasBegunSoMuchLonger() {
        Freeze freeze = new Freeze(0);
        assertThat(freeze.isOn(50)).isFalse();
        assertThat(freeze.nanoTimeOf(freeze.clockAt(50))).isEqualTo(50);

        freeze.begin(100, 1000);

        assertThat(LongStream.of(99, 100, 1099, 1100).mapToObj(freeze::isOn)).containsExactly(false, true, true, false);
        assertThat(LongStream.of(99, 100, 600, 1100, 1150).map(freeze::clockAt))
                .containsExactly(99L, 100L, 100L, 100L, 150L);
        assertThat(LongStream.of(99, 100, 150).map(freeze::nanoTimeOf)).containsExactly(99L, 1100L, 1150L);
    }

    @Test
    void theMedianIsTheLowerOneOfTheMiddle() {
        Lateness lateness = new Lateness(1_000);
        assertThat(lateness.medianMicros()).isZero();
        for (long nanos : new long[] {7_000, 1, 2_001, 500_000_000}) {
            lateness.add(1_000_000, 1_000_000 + nanos);
        }

        assertThat(lateness.medianMicros()).isEqualTo(3);
        assertThat(lateness.worstMicros()).isEqualTo(100_000);
        assertThat(lateness.lastDueMicros()).isEqualTo(999);
        assertThat(lateness.lastAnsweredMicros()).isEqualTo(500_999);
    }
}
