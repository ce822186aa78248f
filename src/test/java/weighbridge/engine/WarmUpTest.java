package weighbridge.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;
import weighbridge.record.EarlyEnd;
import weighbridge.workload.ClosedLoad;
import weighbridge.workload.OpenLoad;
import weighbridge.workload.Purpose;

class WarmUpTest {
    private static final Duration LENGTH = Duration.ofSeconds(10);

    private final SimulatedServer server = new SimulatedServer(new SimulatedClock());

    @Test
    void anOpenLoadIsWarmedByFewUsersAndThenAtItsRate() {
        assertThat(WarmUp.of(server, new OpenLoad(500, LENGTH, true, 100))).isTrue();

        assertThat(server.steps())
                .containsExactly(
                        new SimulatedServer.Step(Purpose.WARM_UP, null, WarmUp.few(100), 6, EarlyEnd.STEADY),
                        new SimulatedServer.Step(Purpose.WARM_UP, 500.0, null, 6, EarlyEnd.STEADY));
    }

    @Test
    void aClosedLoadIsWarmedByFewUsersAndThenByItsOwn() {
        assertThat(WarmUp.of(server, new ClosedLoad(100, LENGTH, true))).isTrue();

        assertThat(server.steps()).extracting(SimulatedServer.Step::users).containsExactly(WarmUp.few(100), 100);
    }

    @Test
    void whereTheLoadHasFewUsersOneStepIsEnough() {
        WarmUp.of(server, new ClosedLoad(1, LENGTH, true));

        assertThat(server.steps()).extracting(SimulatedServer.Step::users).containsExactly(1);
    }

    /** A compiler at work makes each call cheaper: by 7 % a second for 12 s, which is 20 % in three. */
    @Test
    void itGoesOnUntilCallsGetNoCheaper() {
        server.cpuOfCall(second -> 0.001 * Math.pow(0.93, Math.min(second, 12)));

        assertThat(WarmUp.of(server, new OpenLoad(500, LENGTH, true, 100))).isTrue();

        assertThat(server.steps().get(0).seconds()).isBetween(12.0, 16.0);
        assertThat(server.steps().get(1).seconds()).isEqualTo(6);
    }

    /** Calls cost the same meanwhile: what is compiled is cheaper only when it is done. */
    @Test
    void itGoesOnUntilCompilersRest() {
        server.compiling(second -> second < 20 ? 0.3 : 0.02);

        assertThat(WarmUp.of(server, new OpenLoad(500, LENGTH, true, 100))).isTrue();

        assertThat(server.steps()).extracting(SimulatedServer.Step::seconds).containsExactly(23.0, 6.0);
    }

    /** In a quarter of a core a tenth of it is 25 ms a second, and twelve seconds are looked at. */
    @Test
    void inASmallBoxCompilersThatRestUseLess() {
        server.compiling(second -> second < 20 ? 0.05 : 0.02).cpus(0.25);

        WarmUp.byFew(server, WarmUp.most(server), 500);

        assertThat(server.steps().get(0).seconds()).isBetween(28.0, 33.0);
    }

    /** What compilers do is seen as soon as they do it: calls are compared over as long as in a whole core. */
    @Test
    void whereCompilersAreSeenCallsAreNotComparedForLonger() {
        SimulatedServer quarter =
                new SimulatedServer(new SimulatedClock()).compiling(second -> 0).cpus(0.25);

        WarmUp.byFew(quarter, WarmUp.most(quarter), 500);

        assertThat(quarter.steps().get(0).seconds()).isEqualTo(13);
    }

    /** A quarter of a core compiles four times as long: what gets cheaper after every tenth second is seen there only. */
    @Test
    void inASmallBoxItTakesAsManyTimesAsLong() {
        DoubleUnaryOperator steps = second -> 0.001 * Math.pow(0.6, Math.floor(second / 10));

        SimulatedServer whole = new SimulatedServer(new SimulatedClock()).cpuOfCall(steps);
        SimulatedServer quarter =
                new SimulatedServer(new SimulatedClock()).cpuOfCall(steps).cpus(0.25);
        WarmUp.byFew(whole, WarmUp.most(whole), 500);
        WarmUp.byFew(quarter, WarmUp.most(quarter), 500);

        assertThat(whole.steps().get(0).seconds()).isLessThan(10);
        assertThat(quarter.steps().get(0).seconds()).isGreaterThan(30);
        assertThat(WarmUp.most(whole)).isEqualTo(Duration.ofSeconds(30));
        assertThat(WarmUp.most(quarter)).isEqualTo(Duration.ofMinutes(2));
        assertThat(WarmUp.most(new SimulatedServer(new SimulatedClock()).cpus(0.01)))
                .isEqualTo(Duration.ofMinutes(2));
    }

    @Test
    void itIsGivenUpAfterHalfAMinute() {
        server.cpuOfCall(second -> 0.1 * Math.pow(0.93, second));

        assertThat(WarmUp.of(server, new OpenLoad(500, LENGTH, true, 100))).isFalse();

        assertThat(server.steps()).extracting(SimulatedServer.Step::seconds).containsExactly(30.0, 30.0);
        assertThat(server.steps().get(1).stopped()).isNull();
    }

    /** It waits and does not work: nothing would be compiled. */
    @Test
    void fewCallsEndTheFirstStep() {
        server.closedRate(15);

        assertThat(WarmUp.of(server, new OpenLoad(10, LENGTH, true, 1))).isTrue();

        assertThat(server.steps())
                .extracting(SimulatedServer.Step::stopped)
                .containsExactly(EarlyEnd.IDLE, EarlyEnd.STEADY);
        assertThat(server.steps().get(0).seconds()).isEqualTo(3);
    }

    @Test
    void upToTheLimitIsByFewUsersAndThenByMany() {
        WarmUp.upToTheLimit(server, Duration.ofSeconds(30), 500);

        assertThat(server.steps()).extracting(SimulatedServer.Step::users).containsExactly(WarmUp.few(500), 16);
    }

    /** A call takes 50 ms: sixteen would wait for 800. */
    @Test
    void aSlowServerGetsFewerUsers() {
        server.closedRate(20);

        WarmUp.upToTheLimit(server, Duration.ofSeconds(30), 500);

        assertThat(server.steps()).extracting(SimulatedServer.Step::users).containsExactly(WarmUp.few(500), 4);
    }

    /** It may be far away, or not be ours to be called as fast as it answers. */
    @Test
    void aServerThatIsNotOursIsWarmedAtTheRateOnly() {
        server.notOurs();

        assertThat(WarmUp.of(server, new OpenLoad(500, LENGTH, true, 100))).isTrue();

        assertThat(server.steps())
                .extracting(SimulatedServer.Step::callsPerSecond)
                .containsExactly(500.0);
    }

    @Test
    void aServerThatEndsIsNotCalledAgain() {
        server.dies(step -> step.users() != null);

        assertThat(WarmUp.of(server, new OpenLoad(500, LENGTH, true, 100))).isFalse();

        assertThat(server.steps()).hasSize(1);
    }

    /** Its calls take the same time again and again, but its compilers are at work for half of it, until 20 s. */
    @Test
    void theGeneratorIsWarmWhenItsCompilersRest() {
        AtomicInteger asked = new AtomicInteger();

        assertThat(WarmUp.ofGenerator(
                        server, new ClosedLoad(500, LENGTH, true), () -> Math.min(20, asked.incrementAndGet()) * 500L))
                .isTrue();

        assertThat(server.steps()).extracting(SimulatedServer.Step::seconds).containsExactly(23.0);
    }

    @Test
    void theGeneratorIsWarmedByUsersAtTheSink() {
        assertThat(WarmUp.ofGenerator(server, new ClosedLoad(500, LENGTH, true), () -> 0))
                .isTrue();
        assertThat(WarmUp.ofGenerator(server, new OpenLoad(5000, LENGTH, true, 3), () -> 0))
                .isTrue();

        assertThat(server.steps())
                .extracting(SimulatedServer.Step::text)
                .isEqualTo(List.of("generator 16 users", "generator 3 users", "generator 2000"));
    }

    /** It is not to be as fast as it goes: calls at planned times are all that it has to make. */
    @Test
    void forALowRateTheGeneratorIsWarmedAtPlannedTimesOnly() {
        assertThat(WarmUp.ofGenerator(server, new OpenLoad(500, LENGTH, true, 500), () -> 0))
                .isTrue();

        assertThat(server.steps()).extracting(SimulatedServer.Step::text).isEqualTo(List.of("generator 2000"));
    }
}
