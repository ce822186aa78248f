package weighbridge.server;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;

/** What a server speaks that gives no right answer in HTTP/1.1. */
enum SpokenProtocol {
    /** The answer is a record of type handshake or alert (RFC 8446, 5.1). */
    TLS {
        @Override
        byte[] greeting() throws IOException {
            try {
                SSLEngine engine = SSLContext.getDefault().createSSLEngine();
                engine.setUseClientMode(true);
                ByteBuffer hello = ByteBuffer.allocate(engine.getSession().getPacketBufferSize());
                engine.wrap(ByteBuffer.allocate(0), hello);
                return Arrays.copyOf(hello.array(), hello.position());
            } catch (NoSuchAlgorithmException e) {
                throw new IOException(e);
            }
        }

        @Override
        boolean isSpokenIn(byte[] answer) {
            return (answer[0] == ALERT || answer[0] == HANDSHAKE) && answer[1] == TLS_MAJOR;
        }
    },

    /** The answer is a settings frame (RFC 9113, 3.4 and 6.5). */
    HTTP_2 {
        @Override
        byte[] greeting() {
            String preface = "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n";
            String noSettings = "\0\0\0\4\0\0\0\0\0";
            return (preface + noSettings).getBytes(StandardCharsets.US_ASCII);
        }

        @Override
        boolean isSpokenIn(byte[] answer) {
            return answer[FRAME_TYPE] == SETTINGS && answer[0] == 0;
        }
    };

    private static final int HANDSHAKE = 22;
    private static final int ALERT = 21;
    private static final int TLS_MAJOR = 3;
    private static final int FRAME_TYPE = 3;
    private static final int SETTINGS = 4;
    /** Shorter than any answer of the two. */
    private static final int FIRST_BYTES = 5;

    private static final int LIMIT_MILLIS = 2_000;

    /** What a client says first. */
    abstract byte[] greeting() throws IOException;

    /** Whether an answer that begins so is one in this protocol. */
    abstract boolean isSpokenIn(byte[] answer);

    /** The first of them that is understood there; empty where none is. */
    static Optional<SpokenProtocol> at(URI url) {
        return Stream.of(values()).filter(protocol -> protocol.isSpokenAt(url)).findFirst();
    }

    private boolean isSpokenAt(URI url) {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(url.getHost(), url.getPort()), LIMIT_MILLIS);
            socket.setSoTimeout(LIMIT_MILLIS);
            socket.getOutputStream().write(greeting());
            byte[] answer = socket.getInputStream().readNBytes(FIRST_BYTES);
            return answer.length == FIRST_BYTES && isSpokenIn(answer);
        } catch (IOException e) {
            return false;
        }
    }
}
