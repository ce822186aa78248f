package weighbridge.server;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import weighbridge.text.Fault;

/** One question to a server whether it is ready, on a connection that is closed afterwards. */
final class ReadinessProbe implements AutoCloseable {
    /** After which Gatling tries the next address of a name. */
    private static final int CONNECT_MILLIS = 10_000;

    private static final int MAX_SHOWN = 40;

    private static final String ANY_ANSWER = "HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: 0\r\n\r\n";

    private final URI url;
    private final Map<String, String> headers;
    private final Expectation expect;
    private final long askedNanos = System.nanoTime();
    private Socket socket;
    private boolean closed;

    /** Not asked yet. */
    ReadinessProbe(URI url, Map<String, String> headers, Expectation expect) {
        this.url = url;
        this.headers = headers;
        this.expect = expect;
    }

    /** Called before servers are started, so that no start is slowed down by what only we need. */
    static void prepare() {
        try {
            HttpAnswer.read(new ByteArrayInputStream(ANY_ANSWER.getBytes(StandardCharsets.US_ASCII)), true);
        } catch (IOException e) {
            throw new IllegalStateException(e); // it is a right answer
        }
    }

    /** When it was made, as of {@link System#nanoTime}. */
    long askedNanos() {
        return askedNanos;
    }

    /** Asks, and waits for what comes: {@link #close}, by another thread, puts an end to that. */
    ReadyReply ask() {
        try {
            connect();
        } catch (IOException e) {
            return new ReadyReply.NoConnection(e.getMessage());
        }
        try {
            return reply(HttpAnswer.to(url, headers, socket, expect.body().isPresent()));
        } catch (HttpAnswer.NoHttp e) {
            return new ReadyReply.NoHttp(
                    "an answer that is no HTTP/1.1: \"" + Fault.oneLine(e.getMessage(), MAX_SHOWN) + '"');
        } catch (HttpAnswer.CutShort e) {
            return new ReadyReply.NoHttp(e.getMessage() + ", but closed the connection");
        } catch (HttpAnswer.Unreadable e) {
            return new ReadyReply.NoHttp("a body that cannot be unpacked (" + e.getMessage() + ")");
        } catch (SocketException e) { // a reset, or a pipe that broke while it was asked
            return new ReadyReply.NoHttp("no answer, but broke off the connection (" + e.getMessage() + ")");
        } catch (IOException | RuntimeException e) {
            return new ReadyReply.NoHttp(e.getClass().getSimpleName() + ": " + e.getMessage());
        } finally {
            close();
        }
    }

    private ReadyReply reply(HttpAnswer answer) {
        if (answer.status() != expect.status()) {
            return new ReadyReply.WrongStatus(answer.status(), expect.status());
        }
        String expected = expect.body().orElse(answer.body());
        return answer.body().equals(expected)
                ? new ReadyReply.Expected()
                : new ReadyReply.WrongBody(answer.body(), answer.encoding(), expected);
    }

    /** To the first address of the host that takes it. */
    private void connect() throws IOException {
        IOException last = null;
        for (InetAddress address : addresses(url.getHost())) {
            try {
                open().connect(new InetSocketAddress(address, url.getPort()), CONNECT_MILLIS);
                return;
            } catch (IOException e) {
                last = e;
                closeSocket();
            }
        }
        throw last;
    }

    /** In Gatling's order: those of the preferred family first (see Netty's {@code NetUtil}). */
    private static List<InetAddress> addresses(String host) throws IOException {
        boolean preferV6 = Boolean.getBoolean("java.net.preferIPv6Addresses");
        int preferredBytes = preferV6 ? 16 : 4;
        List<InetAddress> addresses = new ArrayList<>(List.of(InetAddress.getAllByName(host)));
        addresses.sort(Comparator.comparing(address -> address.getAddress().length != preferredBytes));
        return addresses;
    }

    private synchronized Socket open() throws IOException {
        if (closed) {
            throw new IOException("closed");
        }
        socket = new Socket();
        return socket;
    }

    @Override
    public synchronized void close() {
        closed = true;
        closeSocket();
    }

    /** None was made where the asking was ended before. */
    private void closeSocket() {
        try {
            if (socket != null) {
                socket.close();
            }
        } catch (IOException e) {
            return; // nobody uses it any more
        }
    }
}
