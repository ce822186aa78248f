package weighbridge.server;

import io.netty.buffer.Unpooled;
import io.netty.buffer.UnpooledByteBufAllocator;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.handler.codec.DecoderResultProvider;
import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.HttpContentDecompressor;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpResponseDecoder;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.util.ReferenceCountUtil;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The answer to one GET that is worded as Gatling words it, read by the decoders of Netty's that Gatling uses, set up
 * alike: so a server gets and gives the same at readiness and under load. {@code OneHttpIT} compares the two.
 *
 * @param status of the final answer: interim ones are passed over (RFC 9110, 15.2)
 * @param body its text; empty where it was not to be read
 * @param encoding what its body is still packed with; empty where it is plain text
 */
record HttpAnswer(int status, String body, String encoding) {
    private static final int BODY_BYTES = 1 << 20;
    private static final int BUFFER_BYTES = 8_192;

    /** The connection was closed before the answer was complete. */
    static final class CutShort extends IOException {
        private static final long serialVersionUID = 1L;

        CutShort(String message) {
            super(message);
        }
    }

    /** A body is not packed as its headers say. */
    static final class Unreadable extends IOException {
        private static final long serialVersionUID = 1L;

        Unreadable(String message) {
            super(message);
        }
    }

    /** What came is no HTTP/1.1. */
    static final class NoHttp extends IOException {
        private static final long serialVersionUID = 1L;

        NoHttp(String came) {
            super(came);
        }
    }

    /**
     * Asks on a connection that nobody has used and nobody will use again.
     *
     * @param withBody whether the body is read too, of which no more than a MiB counts
     */
    static HttpAnswer to(URI url, Map<String, String> headers, Socket socket, boolean withBody) throws IOException {
        socket.getOutputStream().write(request(url, headers).getBytes(StandardCharsets.ISO_8859_1));
        return read(socket.getInputStream(), withBody);
    }

    /** As Gatling words it. */
    private static String request(URI url, Map<String, String> given) {
        Map<String, String> headers = new LinkedHashMap<>(Map.of("Connection", "close"));
        headers.putAll(given);
        if (given.keySet().stream().noneMatch("Accept"::equalsIgnoreCase)) {
            headers.put("accept", "*/*");
        }
        boolean usualPort = url.getPort() < 0 || url.getPort() == 80;
        headers.put("host", usualPort ? url.getHost() : url.getHost() + ":" + url.getPort());
        String path = url.getRawPath() + (url.getRawQuery() == null ? "" : "?" + url.getRawQuery());
        StringBuilder head = new StringBuilder("GET " + path + " HTTP/1.1\r\n");
        headers.forEach((name, value) -> head.append(name + ": " + value + "\r\n"));
        return head.append("\r\n").toString();
    }

    /** The answer that these bytes begin with. */
    static HttpAnswer read(InputStream stream, boolean withBody) throws IOException {
        Failure failure = new Failure();
        EmbeddedChannel codec = new EmbeddedChannel();
        codec.config().setAllocator(UnpooledByteBufAllocator.DEFAULT); // a pool costs more than it saves on one answer
        codec.pipeline()
                .addLast(new HttpResponseDecoder(HttpDecoding.ANSWERS), new HttpContentDecompressor(0), failure);
        try {
            return new Reading(codec, failure, withBody).of(stream);
        } finally {
            codec.finishAndReleaseAll();
        }
    }

    /** The last in the codec: what nobody catches goes to the log for each of many questions. */
    private static final class Failure extends ChannelInboundHandlerAdapter {
        private Throwable first;

        @Override
        public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
            first = first == null ? cause : first;
        }

        void check() throws Unreadable {
            if (first != null) {
                throw new Unreadable(first.getMessage());
            }
        }
    }

    /** An answer as far as it has come. */
    private static final class Reading {
        private final EmbeddedChannel codec;
        private final Failure failure;
        private final boolean withBody;
        private final ByteArrayOutputStream body = new ByteArrayOutputStream();
        private HttpResponse head;
        private boolean interim;
        private boolean complete;
        private String start = "";

        Reading(EmbeddedChannel codec, Failure failure, boolean withBody) {
            this.codec = codec;
            this.failure = failure;
            this.withBody = withBody;
        }

        HttpAnswer of(InputStream stream) throws IOException {
            byte[] buffer = new byte[BUFFER_BYTES];
            while (!complete) {
                int bytes = stream.read(buffer);
                if (bytes >= 0) {
                    start = start.isEmpty() ? new String(buffer, 0, bytes, StandardCharsets.UTF_8) : start;
                    codec.writeInbound(Unpooled.copiedBuffer(buffer, 0, bytes));
                } else {
                    codec.finish(); // a body may end with its connection
                }
                failure.check();
                for (Object part = codec.readInbound(); part != null && !complete; part = codec.readInbound()) {
                    take(part);
                    ReferenceCountUtil.release(part);
                }
                if (bytes < 0 && !complete) {
                    throw new CutShort(head == null ? "no answer" : "no complete answer");
                }
            }
            return new HttpAnswer(
                    head.status().code(),
                    body.toString(HttpDecoding.charset(head.headers())),
                    // A decoder takes the encoding away that it decodes.
                    head.headers().get(HttpHeaderNames.CONTENT_ENCODING, ""));
        }

        private void take(Object part) throws IOException {
            if (((DecoderResultProvider) part).decoderResult().isFailure()) {
                throw new NoHttp(start);
            }
            if (part instanceof HttpResponse response) {
                interim = HttpDecoding.isInterim(response.status());
                head = interim ? head : response;
                complete = !interim && !withBody;
            }
            if (part instanceof HttpContent content && !interim && !complete) {
                content.content().readBytes(body, content.content().readableBytes());
                complete = part instanceof LastHttpContent || body.size() > BODY_BYTES;
            }
        }
    }
}
