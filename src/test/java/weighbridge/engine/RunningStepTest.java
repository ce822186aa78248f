package weighbridge.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import weighbridge.engine.LoadStep.Closed;
import weighbridge.engine.LoadStep.Open;
import weighbridge.engine.RunningStep.Call;
import weighbridge.record.CallCounts;
import weighbridge.record.CallCounts.FailedCalls;
import weighbridge.record.EarlyEnd;
import weighbridge.record.Latencies.Slice;
import weighbridge.server.Assignment;
import weighbridge.server.Sink;
import weighbridge.server.Traffic;

/** Users, calls and answers in simulated time; the planned start of the first call is at 0 ms. */
class RunningStepTest {
    private static final Duration TIMEOUT = Duration.ofSeconds(1);
    private static final Open FOUR_IN_A_SECOND = new Open(Schedule.of(4, Duration.ofSeconds(1)));

    private final SimulatedClock clock = new SimulatedClock();
    private final long beginNanos = clock.nanos() + Duration.ofMillis(20).toNanos();

    @Test
    void plansTheStartsOfAnOpenLoadWhateverBecomesOfTheCallsBefore() {
        RunningStep step = step(FOUR_IN_A_SECOND, 5);

        assertThat(List.of(take(step, 3), take(step, 0), take(step, 1), take(step, 4)))
                .extracting(this::plannedMillis)
                .containsExactly(0L, 250L, 500L, 750L);
        assertThat(step.take(2, false)).isNull();
    }

    /** So that of many users those make the calls that were free last, and the connections of these idle for the shortest time. */
    @Test
    void needsOneUserForTheNextCallAndMoreOnlyForCallsThatAreNear() {
        RunningStep slow = step(FOUR_IN_A_SECOND, 5);
        assertThat(slow.needsUser()).isTrue();
        Call first = take(slow, 0);
        assertThat(slow.needsUser()).as("the second is 270 ms away").isFalse();
        sleepUntil(first.atNanos());
        assertThat(slow.needsUser()).isFalse();
        slow.start();
        assertThat(slow.needsUser()).as("nobody would make the second").isTrue();
        take(slow, 1);
        sleepUntil(first.atNanos() + Duration.ofMillis(494).toNanos());
        assertThat(slow.needsUser()).isFalse();
        sleepUntil(first.atNanos() + Duration.ofMillis(495).toNanos());
        assertThat(slow.needsUser()).as("the third is 5 ms away").isTrue();
        take(slow, 2);
        take(slow, 3);
        assertThat(slow.needsUser()).as("there is no fifth").isFalse();
    }

    @Test
    void aCallIsNotLateForWantOfAUserWhereOneWasFree() {
        RunningStep step = step(FOUR_IN_A_SECOND, 2);
        sleepUntil(beginNanos + Duration.ofMillis(300).toNanos());

        assertThat(step.take(0, true).late()).isFalse();
        assertThat(step.take(1, false).late()).isTrue();
        assertThat(step.take(0, false).late()).as("of 500 ms").isFalse();
    }

    @Test
    void letsRequestsTakeTurnsInAnOpenLoad() {
        RunningStep step = step(at(2, 1), FOUR_IN_A_SECOND, 4);

        assertThat(List.of(take(step, 0), take(step, 1), take(step, 2), take(step, 3)))
                .extracting(Call::request)
                .containsExactly(0, 1, 0, 1);
    }

    @Test
    void startsLateWhereNoUserIsFreeAndCountsThat() {
        RunningStep step = step(FOUR_IN_A_SECOND, 1);
        List<Long> starts = new ArrayList<>();

        for (int call = 0; call < 4; call++) {
            Call taken = take(step, 0);
            sleepUntil(taken.atNanos());
            starts.add(millis());
            answer(step, taken, 300, true);
        }

        assertThat(starts).containsExactly(0L, 300L, 600L, 900L);
        assertThat(look(step)).isFalse();
        Injector.Done done = step.done();
        assertThat(done.dry()).isEqualTo(3);
        assertThat(done.slices().get(0).lag().getTotalCount()).isEqualTo(1);
        assertThat(done.slices().get(0).dryLag().getMaxValue()).isBetween(149_000L, 151_000L);
        assertThat(done.slices().get(0).planned().getMaxValue()).isBetween(449_000L, 451_000L);
        assertThat(done.slices().get(0).actual().getMaxValue()).isBetween(299_000L, 301_000L);
    }

    @Test
    void tellsHowLongTheStartsOfAnOpenLoadTookAndOneIntervalMore() {
        RunningStep step = step(FOUR_IN_A_SECOND, 4);
        for (int user = 0; user < 4; user++) {
            Call call = take(step, user);
            sleepUntil(call.atNanos());
            answer(step, call, 100, true);
        }

        Injector.Done done = step.done();

        assertThat(done.startMillis()).isEqualTo(1000);
        assertThat(done.millis()).isEqualTo(850);
        assertThat(done.started()).isEqualTo(4);
        assertThat(done.succeeded()).isEqualTo(4);
        assertThat(done.stopped()).isNull();
        assertThat(done.startedAtMillis()).isEqualTo(5_000);
    }

    @Test
    void isReadyWhenAllUsersOfAClosedLoadHaveTakenTheirFirstCall() {
        LoadStep threeCalls = LoadStep.burst(at(1, 2), 3, TIMEOUT, List.of());
        RunningStep step = new RunningStep(threeCalls, 4, clock::nanos);

        Call first = take(step, 0);
        assertThat(step.waitsForBegin()).isTrue();
        assertThat(step.isReady()).isFalse();
        take(step, 1);
        assertThat(step.waitsForBegin()).isTrue();
        assertThat(step.take(2, false)).as("two users make the three calls").isNull();
        assertThat(step.isReady()).isTrue();

        clock.advance(Duration.ofMillis(70));
        step.begin(clock.nanos(), 5_000);
        answer(step, first, 100, true);
        assertThat(plannedMillis(
                        take(step, 0), clock.nanos() - Duration.ofMillis(100).toNanos()))
                .isEqualTo(100);
        assertThat(step.waitsForBegin()).as("its time has come").isFalse();
    }

    @Test
    void needsNobodyToWaitBeforeAnOpenLoad() {
        RunningStep step =
                new RunningStep(LoadStep.timed(at(1, 1), FOUR_IN_A_SECOND, TIMEOUT, List.of()), 5, clock::nanos);

        assertThat(step.isReady()).isTrue();
    }

    @Test
    void losesNoCallWhereTheLastOneStartsWhileSomebodyLooks() throws InterruptedException {
        for (int round = 0; round < 2_000; round++) {
            RunningStep step = begun(LoadStep.burst(at(1, 1), 1, TIMEOUT, List.of()), 1);
            Call call = take(step, 0);
            Thread looking = new Thread(() -> look(step));
            looking.start();
            assertThat(step.start()).as("round " + round).isTrue();
            step.end(call, clock.nanos(), null);
            looking.join();
        }
    }

    @Test
    void letsUsersOfAClosedLoadCallAgainAtOnceUntilItsTimeIsOver() {
        RunningStep step = step(new Closed(1, Duration.ofSeconds(1)), 1);
        List<Long> starts = new ArrayList<>();
        for (Call call = step.take(0, false); call != null; call = step.take(0, false)) {
            sleepUntil(call.atNanos());
            starts.add(millis());
            answer(step, call, 400, true);
        }

        assertThat(starts).containsExactly(0L, 400L, 800L);
        assertThat(look(step)).isFalse();
        assertThat(step.done().millis()).isEqualTo(1200);
    }

    @Test
    void sharesTheCallsOfABurstOutAndLetsEachUserBeginWithTheFirstRequest() {
        LoadStep burst = LoadStep.burst(at(2, 3), 10, TIMEOUT, List.of());
        RunningStep step = begun(burst, 5);

        List<List<Integer>> requests = new ArrayList<>();
        List<Call> calls = new ArrayList<>();
        for (int user = 0; user < 5; user++) {
            List<Integer> ofUser = new ArrayList<>();
            for (Call call = step.take(user, false); call != null; call = step.take(user, false)) {
                ofUser.add(call.request());
                calls.add(call);
            }
            requests.add(ofUser);
        }

        assertThat(requests)
                .containsExactly(List.of(0, 1, 0), List.of(0, 1, 0), List.of(0, 1, 0), List.of(0), List.of());
        sleepUntil(beginNanos);
        calls.forEach(call -> assertThat(step.start()).isTrue());
        for (Call call : calls.subList(0, 9)) {
            assertThat(step.end(call, beginNanos, null)).isFalse();
        }
        assertThat(step.end(calls.get(9), beginNanos, "refused")).as("the last").isTrue();
        assertThat(look(step)).isFalse();
        assertThat(step.done().succeeded()).isEqualTo(9);
    }

    @Test
    void countsNoCallAsASuccessThatTookLongerThanTheTimeout() {
        RunningStep step = step(FOUR_IN_A_SECOND, 4);

        answer(step, take(step, 0), 1000, true);
        answer(step, take(step, 1), 1001, true);
        answer(step, take(step, 2), 10, false);
        answer(step, take(step, 3), 10, true);

        Injector.Done done = step.done();
        assertThat(done.succeeded()).isEqualTo(2);
        assertThat(done.slices().get(0).failed().getTotalCount()).isEqualTo(2);
        assertThat(done.counts())
                .isEqualTo(new CallCounts(
                        List.of(2L), List.of(new FailedCalls(0, "", 1), new FailedCalls(0, "refused", 1)), 1, 0));
    }

    @Test
    void countsTheMostCallsInFlightAndTheCallsOfEachRequest() {
        RunningStep step = step(at(2, 1), FOUR_IN_A_SECOND, 4);
        List<Call> calls =
                IntStream.range(0, 4).mapToObj(user -> take(step, user)).toList();
        calls.subList(0, 3).forEach(call -> assertThat(step.start()).isTrue());
        calls.subList(0, 3).forEach(call -> step.end(call, clock.nanos(), null));
        answer(step, calls.get(3), 10, true);

        assertThat(step.done().counts()).isEqualTo(new CallCounts(List.of(2L, 2L), List.of(), 3, 0));
    }

    @Test
    void startsNothingAfterItWasStoppedButWaitsForTheCallsInFlight() {
        RunningStep step = step(FOUR_IN_A_SECOND, 4);
        Call flying = take(step, 0);
        Call asleep = take(step, 1);
        assertThat(asleep).isNotNull();
        assertThat(step.start()).isTrue();

        step.stop(EarlyEnd.SLO_BROKEN);

        assertThat(step.take(2, false)).isNull();
        assertThat(step.start()).isFalse();
        assertThat(look(step)).isTrue();
        assertThat(step.end(flying, clock.nanos(), null)).isTrue();
        assertThat(look(step)).isFalse();
        assertThat(step.done().started()).isEqualTo(1);
    }

    @Test
    void endsAtOnceWithTheRunAndSaysSoAlsoWhereAllCallsHaveEnded() {
        RunningStep flying = step(FOUR_IN_A_SECOND, 4);
        flying.start();
        RunningStep over = step(new Closed(1, 1, 1, TIMEOUT), 1);
        answer(over, take(over, 0), 10, false);

        assertThat(flying.look(Injector.Watch.NONE, () -> true)).isFalse();
        assertThat(over.look(Injector.Watch.NONE, () -> true)).isFalse();
        assertThat(flying.done().stopped()).isEqualTo(EarlyEnd.RUN_ENDED);
        assertThat(over.done().stopped()).isEqualTo(EarlyEnd.RUN_ENDED);
    }

    @Test
    void givesCallsUpThatCouldNotBeStartedInItsTime() {
        RunningStep step = step(FOUR_IN_A_SECOND, 1);
        step.start();

        sleepUntilMillis(2000);
        assertThat(look(step)).isTrue();
        assertThat(step.take(0, false)).isNotNull();
        sleepUntilMillis(2001);
        assertThat(look(step)).as("one is in flight").isTrue();
        assertThat(step.take(0, false)).isNull();
        assertThat(step.done().stopped()).isEqualTo(EarlyEnd.NOT_ALL_STARTED);
    }

    @Test
    void givesItselfUpWhereCallsDoNotEndLongAfterTheirTimeout() {
        RunningStep step = step(FOUR_IN_A_SECOND, 1);
        step.start();

        sleepUntilMillis(32_999);
        assertThat(look(step)).isTrue();
        sleepUntilMillis(33_000);
        assertThat(look(step)).isFalse();
        assertThat(step.done().stopped()).isEqualTo(EarlyEnd.CALLS_HANG);
    }

    @Test
    void cutsCallsIntoSlicesOfASecondByTheirEnds() {
        RunningStep step = step(new Closed(1, Duration.ofSeconds(100)), 1);
        List<Integer> seen = new ArrayList<>();
        Injector.Watch watch = slices -> {
            seen.add(slices.size());
            return slices.size() == 2 ? EarlyEnd.STEADY : null;
        };
        while (step.look(watch, () -> false)) {
            Call call = step.take(0, false);
            if (call != null) {
                sleepUntil(call.atNanos());
                answer(step, call, 400, true);
            }
        }

        Injector.Done done = step.done();
        assertThat(seen).containsExactly(1, 2);
        assertThat(done.stopped()).isEqualTo(EarlyEnd.STEADY);
        assertThat(done.slices())
                .extracting(
                        Slice::fromMillis,
                        Slice::toMillis,
                        slice -> slice.actual().getTotalCount())
                .containsExactly(tuple(5_000L, 6_200L, 3L), tuple(6_200L, 7_400L, 3L), tuple(7_400L, 7_400L, 0L));
    }

    @Test
    void makesNoMoreThanAHundredSlicesOfALongLoad() {
        RunningStep step = step(new Closed(1, Duration.ofSeconds(200)), 1);
        AtomicReference<List<Slice>> seen = new AtomicReference<>(List.of());
        for (long at = 0; at < 10_000; at += 20) {
            sleepUntilMillis(at);
            step.look(
                    slices -> {
                        seen.set(List.copyOf(slices));
                        return null;
                    },
                    () -> false);
        }

        assertThat(seen.get()).hasSize(4);
        assertThat(seen.get()).allMatch(slice -> slice.seconds() == 2);
    }

    private RunningStep step(LoadStep.Pace pace, int pool) {
        return step(at(1, 1), pace, pool);
    }

    private RunningStep step(Assignment target, LoadStep.Pace pace, int pool) {
        LoadStep step = LoadStep.timed(target, pace, TIMEOUT, List.of());
        return begun(step, pool);
    }

    private RunningStep begun(LoadStep step, int pool) {
        RunningStep running = new RunningStep(step, pool, clock::nanos);
        running.begin(beginNanos, 5_000);
        return running;
    }

    private static Assignment at(int requests, int callsPerUser) {
        Assignment sink = Sink.at(1);
        Traffic traffic =
                new Traffic(Collections.nCopies(requests, sink.target().request()), callsPerUser, false);
        return new Assignment(sink.target().with(traffic), 1);
    }

    private static Call take(RunningStep step, int user) {
        Call call = step.take(user, false);
        assertThat(call).isNotNull();
        return call;
    }

    /** Starts a call now, which takes so long. */
    private void answer(RunningStep step, Call call, long millis, boolean right) {
        assertThat(step.start()).isTrue();
        long startNanos = clock.nanos();
        clock.advance(Duration.ofMillis(millis));
        step.end(call, startNanos, right ? null : "refused");
    }

    private boolean look(RunningStep step) {
        return step.look(Injector.Watch.NONE, () -> false);
    }

    private long plannedMillis(Call call) {
        return plannedMillis(call, beginNanos);
    }

    private static long plannedMillis(Call call, long fromNanos) {
        return (call.atNanos() - fromNanos) / 1_000_000;
    }

    private long millis() {
        return (clock.nanos() - beginNanos) / 1_000_000;
    }

    private void sleepUntilMillis(long millis) {
        sleepUntil(beginNanos + Duration.ofMillis(millis).toNanos());
    }

    private void sleepUntil(long nanos) {
        clock.advance(Duration.ofNanos(Math.max(0, nanos - clock.nanos())));
    }
}
