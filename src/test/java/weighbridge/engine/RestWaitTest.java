package weighbridge.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;
import weighbridge.workload.Purpose;

class RestWaitTest {
    private final SimulatedClock clock = new SimulatedClock();
    private final long begin = clock.nanos();

    private OptionalDouble cpus = OptionalDouble.empty();

    @Test
    void aServerThatRestsIsLookedAtOnce() {
        assertThat(await(second -> 0.4 * second)).hasValue(0);
        assertThat(clock.since(begin)).isEqualTo(Duration.ofMillis(20));
    }

    @Test
    void oneThatCompilesIsWaitedForUntilItIsDone() {
        assertThat(await(second -> Math.min(second, 0.1))).hasValue(100);
        assertThat(clock.since(begin)).as("and one look that finds it at rest").isEqualTo(Duration.ofMillis(120));
    }

    @Test
    void oneThatIsAlwaysAtWorkIsWaitedForUntilTheBound() {
        assertThat(await(second -> 2 * second)).hasValue(300);
        assertThat(clock.since(begin)).isEqualTo(Duration.ofMillis(300));
    }

    /** A fifth of a core that is held back has used all of it, and looks idle for most of each period. */
    @Test
    void inABoxHalfOfWhatItMayUseIsWork() {
        cpus = OptionalDouble.of(0.2);
        DoubleUnaryOperator heldBack = second -> 0.02 * Math.floor(10 * second) + Math.min(0.02, second % 0.1);

        assertThat(await(heldBack)).hasValue(300);
        assertThat(await(second -> 0.05 * second)).hasValue(0);
    }

    /** As one of another user or another machine. */
    @Test
    void oneWhoseProcessesAreNotKnownIsNotWaitedFor() {
        assertThat(RestWait.await(new SimulatedServer(clock).notOurs(), clock)).isEmpty();
        assertThat(clock.nanos()).isEqualTo(begin);
    }

    @Test
    void oneThatHasEndedIsNotWaitedFor() {
        assertThat(RestWait.await(new SimulatedServer(clock).down(), clock)).isEmpty();
        assertThat(clock.nanos()).isEqualTo(begin);
    }

    /** @param cpuSeconds by the seconds since the burst */
    private OptionalLong await(DoubleUnaryOperator cpuSeconds) {
        return RestWait.await(
                new ServerUnderLoad() {
                    @Override
                    public boolean isUp() {
                        return true;
                    }

                    @Override
                    public boolean isOurs() {
                        return true;
                    }

                    @Override
                    public OptionalDouble cpus() {
                        return cpus;
                    }

                    @Override
                    public OptionalDouble cpuSeconds() {
                        return OptionalDouble.of(cpuSeconds.applyAsDouble((clock.nanos() - begin) / 1e9));
                    }

                    @Override
                    public OptionalDouble cpuSecondsOfFound() {
                        return cpuSeconds();
                    }

                    @Override
                    public OptionalDouble compilerSecondsOfFound() {
                        return OptionalDouble.empty();
                    }

                    @Override
                    public LoadSteps.Made run(Purpose purpose, LoadStep.Pace pace, Injector.Watch watch) {
                        throw new AssertionError("it is not to be called");
                    }
                },
                clock);
    }
}
