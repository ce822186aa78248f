package weighbridge.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import weighbridge.server.Assignment;
import weighbridge.server.Sink;
import weighbridge.server.Traffic;

class LogShareTest {
    private static final Duration SECOND = Duration.ofSeconds(1);
    private static final List<String> NAMES = List.of("a", "b");

    @Test
    void aShortLoadIsLoggedWhole() {
        LogShare share = new LogShare(open(50_000));

        assertThat(logged(share, 50_000)).hasSize(50_000);
    }

    /** 120,000 are more than twice as many as are to be logged: every third pair of requests. */
    @Test
    void ofALongLoadEveryNthTurnOfTheRequestsIsLogged() {
        LogShare share = new LogShare(open(120_000));

        assertThat(logged(share, 12)).containsExactly(0L, 1L, 6L, 7L);
        assertThat(logged(share, 120_000)).hasSize(40_000);
    }

    @Test
    void howMuchOfAClosedLoadIsLoggedFollowsItsRate() {
        LogShare share =
                new LogShare(LoadStep.timed(at(2), new LoadStep.Closed(10, Duration.ofSeconds(100)), SECOND, NAMES));
        assertThat(logged(share, 10)).hasSize(10);

        share.look(5_000, Duration.ofSeconds(1).toNanos()); // 500,000 in all

        assertThat(logged(share, 200)).hasSize(20);
        assertThat(share.includes(0, 3))
                .as("users do not all log the same turn")
                .isFalse();
        assertThat(share.includes(14, 3)).isTrue();
    }

    @Test
    void aLoadWithoutNamesIsNotLogged() {
        assertThat(logged(new LogShare(LoadStep.timed(at(1), pace(100), SECOND, List.of())), 100))
                .isEmpty();
    }

    /** Their figures come from the log. */
    @Test
    void aBurstIsLoggedWhole() {
        LogShare share = new LogShare(LoadStep.burst(at(1), 100_000, SECOND, List.of("a")));

        assertThat(logged(share, 100_000)).hasSize(100_000);
    }

    private static List<Long> logged(LogShare share, long calls) {
        return LongStream.range(0, calls)
                .filter(call -> share.includes(call, 0))
                .boxed()
                .toList();
    }

    private static LoadStep open(int calls) {
        return LoadStep.timed(at(2), pace(calls), SECOND, NAMES);
    }

    private static LoadStep.Pace pace(int calls) {
        return new LoadStep.Open(Schedule.of(calls, SECOND));
    }

    private static Assignment at(int requests) {
        Assignment sink = Sink.at(1);
        return new Assignment(
                sink.target()
                        .with(new Traffic(
                                Collections.nCopies(requests, sink.target().request()), 1, true)),
                1);
    }
}
