package weighbridge.engine;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.gatling.http.client.impl.PrematureCloseException;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.handler.codec.http.DefaultFullHttpRequest;
import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.HttpContentDecompressor;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.LastHttpContent;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A connection from its bytes to what Gatling gets of them. */
class ExchangeTest {
    private static final String OK = "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok";

    private HttpHeaders headers;
    private String expected = "";
    private final List<Throwable> failures = new ArrayList<>();
    private final EmbeddedChannel channel = new EmbeddedChannel(
            ClientChannels.codec(), new HttpContentDecompressor(0), new Exchange(), new ChannelInboundHandlerAdapter() {
                @Override
                public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
                    failures.add(cause);
                }
            });

    @ParameterizedTest
    @ValueSource(
            strings = {
                "HTTP/1.1 103 Early Hints\r\nLink: </a.css>; rel=preload\r\n\r\n",
                "HTTP/1.1 100 Continue\r\n\r\n",
                "HTTP/1.1 102 Processing\r\n\r\nHTTP/1.1 102 Processing\r\n\r\nHTTP/1.1 103 -\r\n\r\n",
                "HTTP/1.1 199 -\r\nContent-Length: 0\r\n\r\n"
            })
    void interimAnswersAreSkippedAndTheFinalOneStaysWithItsCall(String interim) {
        for (int call = 0; call < 3; call++) {
            send(HttpMethod.GET, "");

            assertThat(receive(interim)).isEmpty();
            assertThat(receive(OK)).containsExactly("200", "ok", "end");
        }
    }

    @Test
    void anInterimAnswerMayComeInPiecesAndBeforeTheAnswerToAHead() {
        send(HttpMethod.HEAD, "");
        List<String> got = new ArrayList<>();
        for (char one : ("HTTP/1.1 103 -\r\nA: b\r\n\r\nHTTP/1.1 200 -\r\nContent-Length: 7\r\n\r\n").toCharArray()) {
            got.addAll(receive(String.valueOf(one)));
        }
        assertThat(got).containsExactly("200", "end");

        send(HttpMethod.GET, "");
        assertThat(receive(OK)).containsExactly("200", "ok", "end");
    }

    @Test
    void whoWaitsForAContinueGetsOne() {
        send(HttpMethod.POST, "Expect: 100-continue");
        assertThat(receive("HTTP/1.1 103 -\r\n\r\n")).isEmpty();
        assertThat(receive("HTTP/1.1 100 Continue\r\n\r\n")).containsExactly("100", "end");
        assertThat(receive("HTTP/1.1 100 Continue\r\n\r\n")).as("once").isEmpty();
        assertThat(receive(OK)).containsExactly("200", "ok", "end");
    }

    @Test
    void switchingProtocolsIsAFinalAnswer() {
        send(HttpMethod.GET, "");

        assertThat(receive("HTTP/1.1 101 -\r\n\r\n")).startsWith("101");
    }

    @Test
    void equalLengthsAreOneLength() {
        send(HttpMethod.GET, "");
        assertThat(receive("HTTP/1.1 200 -\r\nContent-Length: 2\r\nContent-Length: 2\r\n\r\nok"))
                .containsExactly("200", "ok", "end");
        send(HttpMethod.GET, "");
        assertThat(receive("HTTP/1.1 200 -\r\nContent-Length: 2, 2\r\n\r\nok")).containsExactly("200", "ok", "end");
        send(HttpMethod.GET, "");
        assertThat(receive("HTTP/1.1 200 -\r\nContent-Length: 2\r\nContent-Length: 3\r\n\r\nok"))
                .first()
                .asString()
                .contains("Multiple Content-Length values found");
    }

    @Test
    void headersWithoutEndAreRefused() {
        send(HttpMethod.GET, "");
        receive("HTTP/1.1 200 -\r\n");
        List<String> got = new ArrayList<>();
        for (int line = 0; line < 1_100 && got.isEmpty(); line++) {
            got.addAll(receive("X: " + "x".repeat(1_000) + "\r\n"));
        }
        assertThat(got).isNotEmpty().first().asString().contains("1048576 bytes");
    }

    @Test
    void aCallWhoseConnectionEndsIsToldSoBeforeGatlingCanSendItAgain() {
        send(HttpMethod.POST, "");
        channel.close();

        assertThat(failures).containsExactly(PrematureCloseException.INSTANCE);
    }

    @Test
    void anAnswerThatEndsWithItsConnectionIsWhole() {
        send(HttpMethod.GET, "");
        receive("HTTP/1.1 200 -\r\n\r\nok");
        channel.close();

        assertThat(got()).containsExactly("end");
    }

    @Test
    void aRightBodyIsRightInEachEncoding() throws IOException {
        expect("Grüße 👋");

        assertThat(body(UTF_8, "Grüße 👋")).isEmpty();
        assertThat(body(UTF_16, "Grüße 👋")).as("with a mark of its order").isEmpty();
        assertThat(body(UTF_16LE, "Grüße 👋")).isEmpty();
        expect("Grüße");
        assertThat(body(ISO_8859_1, "Grüße")).isEmpty();
        assertThat(answer("Content-Type: text/plain;charset=utf-8\r\nContent-Encoding: gzip\r\n", gzip("Grüße")))
                .isEmpty();
        expect("");
        assertThat(answer("", new byte[0])).isEmpty();
    }

    @Test
    void aRightBodyMayComeByteByByteAndBeLong() {
        String text = "Grüße 👋".repeat(500);
        expect(text);
        receive("HTTP/1.1 200 -\r\nTransfer-Encoding: chunked\r\n\r\n");
        for (byte one : text.getBytes(UTF_8)) {
            channel.writeInbound(
                    Unpooled.wrappedBuffer("1\r\n".getBytes(UTF_8), new byte[] {one}, "\r\n".getBytes(UTF_8)));
        }

        assertThat(receive("0\r\n\r\n")).containsExactly("end");
        assertThat(verdict()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Hello Mars!",
                "Hello World",
                "Hello World!!",
                "hello World!",
                " Hello World!",
                "\ufeffHello World!"
            })
    void ofAWrongBodyItsBeginningIsCited(String text) {
        expect("Hello World!");

        assertThat(body(UTF_8, text))
                .isEqualTo(text.getBytes(UTF_8).length + " bytes of text/plain; charset=UTF-8: \""
                        + text.replace('\ufeff', '?') + '"');
    }

    @Test
    void whatIsCitedIsShortWholeAndCannotActOnATerminal() {
        expect("ok");

        assertThat(answer("", "👋".repeat(100).getBytes(UTF_8)))
                .hasSizeLessThan(160)
                .matches("400 bytes: \"(👋)+…\"");
        assertThat(answer("", "\u001b[2J\n".getBytes(UTF_8))).isEqualTo("5 bytes: \"?[2J?\"");
        assertThat(answer("", new byte[0])).isEqualTo("0 bytes: \"\"");
        assertThat(answer("Content-Encoding: compress\r\n", new byte[] {3, 0}))
                .isEqualTo("2 bytes, encoded with compress");
    }

    /** As much as 400 answers of 10 MiB, of which only one is in memory here. */
    @Test
    void noBodyIsKept() {
        expect("ok");
        ByteBuf part = Unpooled.wrappedBuffer(new byte[1 << 20]);
        receive("HTTP/1.1 200 -\r\nContent-Length: " + (4_000L << 20) + "\r\n\r\n");
        for (int mib = 0; mib < 4_000; mib++) {
            channel.writeInbound(part.retainedDuplicate());
        }

        assertThat(got()).containsExactly("end");
        assertThat(verdict()).matches("4194304000 bytes: \"\\?{100,}…");
        assertThat(part.refCnt()).isEqualTo(1);
    }

    @Test
    void theNextCallOfAConnectionMayExpectNothing() {
        expect("ok");
        assertThat(answer("", "no".getBytes(UTF_8))).isNotEmpty();
        send(HttpMethod.GET, "");

        assertThat(receive(OK)).containsExactly("200", "ok", "end");
    }

    private void expect(String text) {
        expected = ExpectedBody.HEADER + ": " + ExpectedBody.header(text);
        send(HttpMethod.GET, expected);
    }

    private String body(Charset charset, String text) {
        return answer("Content-Type: text/plain; charset=" + charset + "\r\n", text.getBytes(charset));
    }

    /** What Gatling gets in place of this body. */
    private String answer(String headers, byte[] body) {
        receive("HTTP/1.1 200 -\r\n" + headers + "Content-Length: " + body.length + "\r\n\r\n");
        channel.writeInbound(Unpooled.wrappedBuffer(body));
        assertThat(got()).as("no body, and once").hasSizeLessThanOrEqualTo(1).doesNotContain("200");
        send(HttpMethod.GET, expected);
        return verdict();
    }

    private String verdict() {
        String verdict = headers.get(ExpectedBody.VERDICT);
        return verdict.equals(BodyComparison.RIGHT) ? "" : verdict;
    }

    private static byte[] gzip(String text) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
            gzip.write(text.getBytes(UTF_8));
        }
        return bytes.toByteArray();
    }

    private void send(HttpMethod method, String header) {
        DefaultFullHttpRequest request = new DefaultFullHttpRequest(HttpVersion.HTTP_1_1, method, "/");
        if (!header.isEmpty()) {
            request.headers().set(header.split(": ")[0], header.split(": ")[1]);
        }
        channel.writeOutbound(request);
        String sent = "";
        for (ByteBuf bytes = channel.readOutbound(); bytes != null; bytes = channel.readOutbound()) {
            sent += bytes.toString(UTF_8);
            bytes.release();
        }
        assertThat(sent).startsWith(method.name()).doesNotContain("weighbridge");
    }

    private List<String> receive(String text) {
        channel.writeInbound(Unpooled.copiedBuffer(text, UTF_8));
        return got();
    }

    private List<String> got() {
        List<String> got = new ArrayList<>();
        for (Object message = channel.readInbound(); message != null; message = channel.readInbound()) {
            if (message instanceof HttpResponse answer) {
                headers = answer.headers();
                got.add(
                        answer.decoderResult().isFailure()
                                ? answer.decoderResult().cause().getMessage()
                                : Integer.toString(answer.status().code()));
            }
            if (message instanceof HttpContent content) {
                if (content.content().isReadable()) {
                    got.add(content.content().toString(UTF_8));
                }
                content.release();
            }
            if (message instanceof LastHttpContent) {
                got.add("end");
            }
        }
        return got;
    }
}
