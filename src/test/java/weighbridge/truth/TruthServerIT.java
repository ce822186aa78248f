package weighbridge.truth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What becomes of calls, seen by a client and told by the server. */
@Timeout(120)
class TruthServerIT {
    /** For which a connection that hangs is watched; a longer watch would only prove more. */
    private static final int WATCH_MILLIS = 300;

    private final HttpClient client = HttpClient.newHttpClient();

    @Test
    void answersWellAndCountsTheLoadAlone() throws Exception {
        try (TruthProcess server = TruthProcess.start()) {
            HttpResponse<String> answer = get(server, "/any/path?with=query");

            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.body()).isEqualTo("Hello World!");
            assertThat(answer.headers().firstValue("Content-Length")).hasValue("12");
            assertThat(answer.headers().firstValue("Connection")).hasValue("close");
            assertThat(get(server, "/ready").body()).isEqualTo("ready");
            server.counts();
            TruthCounts counts = server.counts();
            assertThat(counts.pid()).isEqualTo(server.process().pid());
            assertThat(counts.requests()).isEqualTo(1);
            assertThat(counts.ok()).isEqualTo(1);
            assertThat(counts.connectionsAccepted()).isEqualTo(1);
            assertThat(counts.childPids()).isEmpty();
            assertThat(counts.processCpuMillis()).isPositive();
        }
    }

    @ParameterizedTest
    @CsvSource({"status-503, 503, too much to do", "other-status, 404, not here", "wrong-body, 200, Hello Mars!"})
    void everyThirdCallIsAnsweredOtherwise(String act, int status, String body) throws Exception {
        try (TruthProcess server = TruthProcess.start("every=3", "act=" + act)) {
            for (int call = 1; call <= 7; call++) {
                HttpResponse<String> answer = get(server, "/hello");
                assertThat(answer.statusCode()).isEqualTo(call % 3 == 0 ? status : 200);
                assertThat(answer.body()).isEqualTo(call % 3 == 0 ? body : "Hello World!");
            }
            TruthCounts counts = server.counts();
            assertThat(counts.requests()).isEqualTo(7);
            assertThat(counts.ok()).isEqualTo(5);
            int counted = switch (act) {
                case "status-503" -> counts.status503();
                case "other-status" -> counts.otherStatus();
                default -> counts.wrongBody();
            };
            assertThat(counted).isEqualTo(2);
            assertThat(get(server, "/ready").statusCode()).isEqualTo(200);
        }
    }

    @Test
    void aResetIsNoOrderlyEnd() throws Exception {
        try (TruthProcess server = TruthProcess.start("every=2", "act=reset")) {
            assertThat(RawCall.answerOf(server)).endsWith("Hello World!");
            assertThatThrownBy(() -> RawCall.answerOf(server))
                    .isInstanceOf(SocketException.class)
                    .hasMessageContaining("reset");
            assertThat(server.counts().ok()).isEqualTo(1);
            assertThat(server.counts().reset()).isEqualTo(1);
        }
        try (TruthProcess server = TruthProcess.start("every=2", "act=close")) {
            assertThat(RawCall.answerOf(server)).endsWith("Hello World!");
            assertThat(RawCall.answerOf(server)).isEmpty();
            assertThat(server.counts().closed()).isEqualTo(1);
        }
    }

    @Test
    void whatHangsStaysOpenWhileOthersAreServed() throws Exception {
        try (TruthProcess server = TruthProcess.start("every=2", "act=hang")) {
            assertThat(RawCall.answerOf(server)).endsWith("Hello World!");
            try (RawCall hung = RawCall.to(server.port())) {
                assertThatThrownBy(() -> hung.answer(WATCH_MILLIS)).isInstanceOf(SocketTimeoutException.class);
                assertThat(RawCall.answerOf(server)).endsWith("Hello World!");
                assertThatThrownBy(() -> hung.answer(WATCH_MILLIS)).isInstanceOf(SocketTimeoutException.class);
            }
            assertThat(server.counts().hung()).isEqualTo(1);
            assertThat(server.counts().ok()).isEqualTo(2);
        }
    }

    @Test
    void holdsEightHundredConnectionsAndDelaysThemTogether() throws Exception {
        try (TruthProcess server = TruthProcess.start("delayMillis=200")) {
            List<RawCall> calls = new ArrayList<>();
            for (int call = 0; call < 800; call++) {
                calls.add(new RawCall(server.port(), 60_000));
            }
            while (server.counts().connectionsAccepted() < 800) {
                Thread.onSpinWait();
            }
            long start = System.nanoTime();
            for (RawCall call : calls) {
                call.ask();
            }
            for (RawCall call : calls) {
                assertThat(call.answer()).endsWith("Hello World!");
                call.close();
            }
            // One after the other they would take 160 s, and ten at once 16 s.
            assertThat((System.nanoTime() - start) / 1e6).isBetween(200.0, 16_000.0);
            assertThat(server.counts().ok()).isEqualTo(800);
        }
    }

    private HttpResponse<String> get(TruthProcess server, String path) throws IOException, InterruptedException {
        URI uri = URI.create("http://127.0.0.1:" + server.port() + path);
        return client.send(HttpRequest.newBuilder(uri).build(), HttpResponse.BodyHandlers.ofString());
    }
}
