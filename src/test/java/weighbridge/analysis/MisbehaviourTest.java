package weighbridge.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import weighbridge.record.Calls;
import weighbridge.record.MadeUpWindow;
import weighbridge.record.Window;

class MisbehaviourTest {
    private static final long TIMEOUT = 1000;
    private static final String NO_ANSWER = "Request timeout to a/127.0.0.1:1 after 1000 ms";

    private final Calls calls = new Calls();
    private final CallStatistics statistics = new CallStatistics(new JudgedCalls(calls, List.of(200), (int) TIMEOUT));

    @Test
    void aServerWithoutSuccessMisbehaves() {
        ko(NO_ANSWER);

        assertThat(misbehaves(MadeUpWindow.of(3).get())).isTrue();
        assertThat(misbehaves(MadeUpWindow.of(3).stalled(999).get())).isTrue();
        assertThat(misbehaves(null)).isTrue();
    }

    /** As where the generator was stopped by a signal: the calls in flight fail whatever the server does. */
    @Test
    void whileTheGeneratorStoodStillItDidNot() {
        ko(NO_ANSWER);
        ko("Request timeout after 1000 ms");
        ko("Premature close");

        assertThat(misbehaves(MadeUpWindow.of(3).stalled(1000).get())).isFalse();
    }

    /** No waiting makes such answers. */
    @Test
    void wrongAnswersAreItsOwn() {
        ko(NO_ANSWER);
        ko("status.find.is(200), found 503");

        assertThat(misbehaves(MadeUpWindow.of(30).stalled(20_000).get())).isTrue();
    }

    private boolean misbehaves(Window window) {
        return Misbehaviour.noSuccess(statistics, window, TIMEOUT).isPresent();
    }

    private void ko(String message) {
        calls.add(0, 0, 1000, false, message);
    }
}
