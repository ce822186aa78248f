package weighbridge.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class MachineWaitTest {
    private final SimulatedClock clock = new SimulatedClock();

    @Test
    void twoSecondsInTimeAreEnough() {
        assertThat(seconds(new MachineWait(clock, Duration.ofMinutes(10)))).isEqualTo(2);
        clock.late(second -> 10);
        assertThat(seconds(new MachineWait(clock, Duration.ofMinutes(10)))).isCloseTo(2, within(0.02));
    }

    @Test
    void aLateWakeUpBeginsThemAnew() {
        clock.late(second -> second < 5 ? 11 : 0);

        assertThat(seconds(new MachineWait(clock, Duration.ofMinutes(10)))).isCloseTo(7, within(0.02));
    }

    @Test
    void aBusyMachineIsAwaitedForAMinuteAndThenForFiveSeconds() {
        MachineWait machine = new MachineWait(clock.late(second -> 50), Duration.ofHours(1));

        assertThat(seconds(machine)).isCloseTo(60, within(0.1));
        assertThat(seconds(machine)).isCloseTo(5, within(0.1));
        clock.late(second -> second < 4 ? 50 : 0);
        assertThat(seconds(machine)).as("in vain once more").isCloseTo(5, within(0.1));
        clock.late(second -> second < 1 ? 50 : 0);
        assertThat(seconds(machine)).isCloseTo(3, within(0.1));
        clock.late(second -> 50);
        assertThat(seconds(machine)).as("after a wait that was not").isCloseTo(60, within(0.1));
    }

    @Test
    void atMostATenthOfTheTimeIsWaited() {
        clock.late(second -> 50);

        assertThat(seconds(new MachineWait(clock, Duration.ofSeconds(120)))).isCloseTo(12, within(0.1));
    }

    @Test
    void whereNothingIsWaitedForItEnds() {
        MachineWait machine = new MachineWait(clock.late(second -> 50), Duration.ofHours(1));

        assertThat(machine.await(() -> false)).isZero();
        assertThat(seconds(machine)).as("that was not in vain").isCloseTo(60, within(0.1));
    }

    private static double seconds(MachineWait machine) {
        return machine.await(() -> true).toMillis() / 1000.0;
    }
}
