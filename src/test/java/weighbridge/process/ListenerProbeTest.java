package weighbridge.process;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import weighbridge.record.Listener.Kind;

class ListenerProbeTest {
    @ParameterizedTest
    @CsvSource({
        "true,  false, true,  true,  WEIGHED",
        "true,  false, false, true,  UNSEEN",
        "true,  true,  true,  true,  SHARED",
        "false, true,  true,  true,  OTHER",
        // Such as the proxy of a container, which is root's: hidden, but none of those that are weighed.
        "false, false, false, true,  OTHER",
        // The weighed processes are hidden themselves.
        "false, false, false, false, UNSEEN",
    })
    void whoHoldsTheSocketsSaysWhoseTheFiguresAre(
            boolean ours, boolean others, boolean allSeen, boolean known, Kind kind) {
        assertThat(ListenerProbe.kind(ours, others, allSeen, known)).isEqualTo(kind);
    }
}
