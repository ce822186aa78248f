package weighbridge.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The messages are what Gatling 3.15.1 writes; {@code BurstSimulationIT in the simulations} holds them against the real one. */
class CauseTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Request timeout to 127.0.0.1/127.0.0.1:8004 after 1000 ms | response-timeout",
                "Request timeout after 1000 ms | connect-timeout",
                "j.n.ConnectException: Connection refused | refused",
                "i.n.c.AbstractChannel$AnnotatedConnectException: finishConnect(..) failed: Connection refused: /127.0.0.1:1 | refused",
                "j.n.SocketException: Connection reset | reset",
                "i.n.c.u.Errors$NativeIoException: recvAddress(..) failed: Connection reset by peer | reset",
                "j.i.IOException: Premature close | closed-early",
                "status.find.is(200), found 503 | status-503",
                "status.find.is(200), but actually found 404 | status-404",
                "bodyString.find.is(Hello World!), but actually found Hello Mars! | wrong-body",
                "wrong body, found 11 bytes of text/plain: \"Hello Mars!\" | wrong-body",
                "j.l.IllegalStateException: something new | other",
            })
    void messagesBecomeCauses(String message, String label) {
        assertThat(Cause.of(message).label()).isEqualTo(label);
    }
}
