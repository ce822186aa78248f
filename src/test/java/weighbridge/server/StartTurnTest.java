package weighbridge.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.OptionalDouble;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class StartTurnTest {
    @Test
    void whoIsReadyOrHasFailedHasHadItsTurn() throws Exception {
        AtomicInteger looks = new AtomicInteger();

        assertThat(StartTurn.await(() -> looks.incrementAndGet() == 3, 1, OptionalDouble::empty))
                .isEqualTo(StartTurn.End.STARTED);
    }

    @Test
    void whoOnlyWaitsIsOvertaken() throws Exception {
        assertThat(StartTurn.await(() -> false, 1, () -> OptionalDouble.of(7))).isEqualTo(StartTurn.End.WAITS);
    }

    /** Two processors are busy with its start for three looks, and then it waits. */
    @Test
    void whoWorksIsNotOvertaken() throws Exception {
        AtomicInteger looks = new AtomicInteger();

        assertThat(StartTurn.await(() -> false, 1, () -> OptionalDouble.of(2 * Math.min(3, looks.incrementAndGet()))))
                .isEqualTo(StartTurn.End.WAITS);
        assertThat(looks).hasValue(4);
    }

    /** A tenth of a core, all of which it uses. */
    @Test
    void aServerInASmallBoxDoesNotWaitWhereItUsesItsBox() throws Exception {
        AtomicInteger looks = new AtomicInteger();

        assertThat(StartTurn.await(
                        () -> looks.get() >= 3, 0.1, () -> OptionalDouble.of(0.12 * looks.incrementAndGet())))
                .isEqualTo(StartTurn.End.STARTED);
    }
}
