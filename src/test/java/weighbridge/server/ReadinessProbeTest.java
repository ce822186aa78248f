package weighbridge.server;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static weighbridge.truth.RawServer.answer;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import weighbridge.truth.RawServer;

@Timeout(60)
class ReadinessProbeTest {
    private static final byte[] NOTHING = new byte[0];

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "200 | hello | 200 |       | the expected answer",
                "200 | hello | 200 | hello | the expected answer",
                "404 | gone  | 404 | gone  | the expected answer",
                "404 | ''    | 404 | ''    | the expected answer",
                "204 | ''    | 204 | ''    | the expected answer",
                "503 | hello | 200 | hello | status 503 instead of 200",
                "302 | ''    | 200 |       | status 302 instead of 200",
                "200 | hell  | 200 | hello | the body \"hell\" instead of \"hello\"",
                "200 | ''    | 200 | hello | the body \"\" instead of \"hello\"",
            })
    void tellsWhatCameInstead(int status, String body, int expected, String expectedBody, String said)
            throws Exception {
        try (Answers answers = new Answers(() -> status, body)) {
            Expectation expect = new Expectation(expected, Optional.ofNullable(expectedBody));

            assertThat(ask(answers.port(), Map.of(), expect).words()).isEqualTo(said);
            assertThat(answers.calls())
                    .as("a redirect is an answer, not another question")
                    .isEqualTo(1);
        }
    }

    @Test
    void cutsLongBodies() throws Exception {
        try (Answers answers = new Answers(() -> 200, "\u001b" + "x".repeat(10_000))) {
            assertThat(ask(answers.port(), Map.of(), body("y")).words())
                    .isEqualTo("the body \"?" + "x".repeat(79) + "…\" instead of \"y\"");
        }
    }

    static Stream<Arguments> rightAnswers() throws IOException {
        String ok = "HTTP/1.1 200 OK";
        String german = "Grüße";
        return Stream.of(
                Arguments.of("UTF-8 where nothing is said", german, answer(german.getBytes(UTF_8), ok)),
                Arguments.of(
                        "ISO-8859-1",
                        german,
                        answer(german.getBytes(ISO_8859_1), ok, "Content-Type: text/plain; charset=ISO-8859-1")),
                Arguments.of(
                        "a charset in quotes before another parameter",
                        german,
                        answer(german.getBytes(ISO_8859_1), ok, "content-type: text/plain; charset=\"latin1\" ;x=y")),
                Arguments.of(
                        "a charset that is none",
                        german,
                        answer(german.getBytes(UTF_8), ok, "Content-Type: text/plain; charset=martian")),
                Arguments.of(
                        "gzip", german, answer(packed(german, GZIPOutputStream::new), ok, "Content-Encoding: gzip")),
                Arguments.of(
                        "deflate",
                        german,
                        answer(packed(german, DeflaterOutputStream::new), ok, "Content-Encoding: deflate")),
                Arguments.of(
                        "chunks, the last with trailers",
                        "hello",
                        answer(
                                "2\r\nhe\r\n3;x=y\r\nllo\r\n0\r\nA: b\r\n\r\n".getBytes(UTF_8),
                                ok,
                                "Transfer-Encoding: chunked")),
                Arguments.of("HTTP/1.0, to its end", "hello", answer("hello".getBytes(UTF_8), "HTTP/1.0 200 OK")),
                Arguments.of(
                        "two equal lengths",
                        "hello",
                        answer("hello".getBytes(UTF_8), ok, "Content-Length: 5", "Content-Length: 5")),
                Arguments.of(
                        "interim answers first",
                        "hello",
                        answer(
                                answer("hello".getBytes(UTF_8), ok, "Content-Length: 5"),
                                "HTTP/1.1 100 Continue",
                                "",
                                "HTTP/1.1 103 Early Hints",
                                "Link: </style.css>; rel=preload")),
                Arguments.of(
                        "a gzip of nothing", "", answer(NOTHING, ok, "Content-Encoding: gzip", "Content-Length: 0")));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("rightAnswers")
    void readsWhatALoadReads(String name, String expected, byte[] answer) throws Exception {
        assertThat(askRaw(answer, body(expected))).isEqualTo("the expected answer");
    }

    static Stream<Arguments> wrongAnswers() {
        String ok = "HTTP/1.1 200 OK";
        return Stream.of(
                Arguments.of("no answer, but closed the connection", NOTHING),
                Arguments.of(
                        "no complete answer, but closed the connection",
                        answer("hell".getBytes(UTF_8), ok, "Content-Length: 5")),
                Arguments.of(
                        "an answer that is no HTTP/1.1: \"220 mail.example ready??\"",
                        "220 mail.example ready\r\n".getBytes(UTF_8)),
                Arguments.of(
                        "no answer, but closed the connection",
                        answer(NOTHING, "HTTP/1.1 103 Early Hints", "Link: <a>")),
                Arguments.of(
                        "a body encoded with compress, which is not unpacked, instead of \"hello\"",
                        answer(new byte[] {31, -99, -112, 104}, ok, "Content-Encoding: compress")),
                Arguments.of(
                        "a body that cannot be unpacked (Input is not in the GZIP format)",
                        answer("hello hello hello".getBytes(UTF_8), ok, "Content-Encoding: gzip")));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("wrongAnswers")
    void tellsWhatIsNoRightAnswer(String said, byte[] answer) throws Exception {
        assertThat(askRaw(answer, body("hello"))).isEqualTo(said);
    }

    @Test
    void asksWithTheHeadersGivenAndAcceptsAnything() throws Exception {
        try (RawServer server = new RawServer(head -> answer(NOTHING, "HTTP/1.1 200 OK"))) {
            Expectation ok = new Expectation(200, Optional.empty());
            ask(server.port(), Map.of(), ok);
            ask(server.port(), Map.of("ACCEPT", "application/json"), ok);

            String host = "host: 127.0.0.1:" + server.port() + "\r\n\r\n";
            assertThat(server.heads())
                    .containsExactly(
                            "GET /a%20b?c=d HTTP/1.1\r\nConnection: close\r\naccept: */*\r\n" + host,
                            "GET /a%20b?c=d HTTP/1.1\r\nConnection: close\r\nACCEPT: application/json\r\n" + host);
        }
    }

    @Test
    void nobodyThereIsNoConnection() throws Exception {
        int port = new Ports().free();

        assertThat(ask(port, Map.of(), body("x")).words()).isEqualTo("no connection (Connection refused)");
    }

    @Test
    void aResetIsToldInPlainWords() throws Exception {
        try (ServerSocket server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            Thread resetting = new Thread(() -> {
                try (Socket socket = server.accept()) {
                    socket.getInputStream().read();
                    socket.setSoLinger(true, 0);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
            resetting.start();

            assertThat(ask(server.getLocalPort(), Map.of(), body("x")).words())
                    .isEqualTo("no answer, but broke off the connection (Connection reset)");
            resetting.join();
        }
    }

    private static String askRaw(byte[] answer, Expectation expect) throws IOException {
        try (RawServer server = new RawServer(head -> answer)) {
            return ask(server.port(), Map.of(), expect).words();
        }
    }

    private static ReadyReply ask(int port, Map<String, String> headers, Expectation expect) {
        try (ReadinessProbe probe =
                new ReadinessProbe(URI.create("http://127.0.0.1:" + port + "/a%20b?c=d"), headers, expect)) {
            return probe.ask();
        }
    }

    private static Expectation body(String text) {
        return new Expectation(200, Optional.of(text));
    }

    private interface Packing {
        OutputStream of(OutputStream target) throws IOException;
    }

    private static byte[] packed(String text, Packing packing) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (OutputStream stream = packing.of(bytes)) {
            stream.write(text.getBytes(UTF_8));
        }
        return bytes.toByteArray();
    }
}
