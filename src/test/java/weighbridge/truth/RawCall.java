package weighbridge.truth;

import java.io.EOFException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** A call on a socket of its own, so that a test sees what really happens on the connection. */
final class RawCall implements AutoCloseable {
    private static final int MAX_WAIT_MILLIS = 60_000;
    private static final String REQUEST = "GET /hello HTTP/1.1\r\nHost: localhost\r\n\r\n";

    private final Socket socket = new Socket();

    /** Connects. @throws java.net.SocketTimeoutException when the kernel did not get through in that time */
    RawCall(int port, int connectMillis) throws IOException {
        try {
            socket.connect(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), port), connectMillis);
        } catch (IOException e) {
            socket.close();
            throw e;
        }
    }

    /** Connects and asks. */
    static RawCall to(int port) throws IOException {
        return new RawCall(port, MAX_WAIT_MILLIS).ask();
    }

    /** A whole call: what comes of it until the server ends the connection. */
    static String answerOf(TruthProcess server) throws IOException {
        try (RawCall call = to(server.port())) {
            return call.answer();
        }
    }

    /** Sends a request that does not ask for the end of the connection. */
    RawCall ask() throws IOException {
        return ask(1);
    }

    /** Sends so many requests at once, none of which asks for the end of the connection. */
    RawCall ask(int times) throws IOException {
        return send(REQUEST.repeat(times));
    }

    /** Sends this as it is. */
    RawCall send(String bytes) throws IOException {
        socket.getOutputStream().write(bytes.getBytes(StandardCharsets.US_ASCII));
        return this;
    }

    /** The next answer alone, with its head: as many bytes as that says. */
    String nextAnswer() throws IOException {
        socket.setSoTimeout(MAX_WAIT_MILLIS);
        StringBuilder head = new StringBuilder();
        while (head.indexOf("\r\n\r\n") < 0) {
            int next = socket.getInputStream().read();
            if (next < 0) {
                throw new EOFException("after: " + head);
            }
            head.append((char) next);
        }
        int length = Integer.parseInt(head.toString().replaceFirst("(?s).*Content-Length: (\\d+).*", "$1"));
        return head + new String(socket.getInputStream().readNBytes(length), StandardCharsets.US_ASCII);
    }

    /** All that comes until the server ends the connection; empty when it ends it without an answer. */
    String answer() throws IOException {
        return answer(MAX_WAIT_MILLIS);
    }

    /** @throws java.net.SocketTimeoutException when nothing came, not even an end, for that time */
    String answer(int millis) throws IOException {
        socket.setSoTimeout(millis);
        return new String(socket.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
    }

    /** Leaves with RST, so that the server's next write fails. */
    void reset() throws IOException {
        socket.setSoLinger(true, 0);
        socket.close();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
