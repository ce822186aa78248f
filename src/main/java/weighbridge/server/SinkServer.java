package weighbridge.server;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;

/**
 * Answers every HTTP request with the same few bytes: as little as a server can do, on one thread, so that what a burst
 * takes here is what the generator and the kernel take. Closes the connection after each answer but those at
 * {@value #KEEP_ALIVE}. Argument: the port.
 */
public final class SinkServer {
    /** The path at which connections are kept. */
    public static final String KEEP_ALIVE = "/keep-alive";

    private static final int BACKLOG = 65_535; // the kernel cuts it to its own limit

    private static final ByteBuffer LAST_ANSWER = answer("Connection: close\r\n");
    private static final ByteBuffer ANSWER = answer("");

    private static final byte[] END_OF_HEAD = {'\r', '\n', '\r', '\n'};

    private final Selector selector;
    private final ServerSocketChannel listener;
    private final ByteBuffer input = ByteBuffer.allocateDirect(16_384);

    private SinkServer(int port) throws IOException {
        selector = Selector.open();
        listener = ServerSocketChannel.open().bind(new InetSocketAddress("127.0.0.1", port), BACKLOG);
        listener.configureBlocking(false);
        listener.register(selector, SelectionKey.OP_ACCEPT);
    }

    /** Serves until it is killed. */
    public static void main(String[] arguments) throws IOException {
        SinkServer server = new SinkServer(Integer.parseInt(arguments[0]));
        while (true) {
            server.selector.select(server::serve);
        }
    }

    private void serve(SelectionKey key) {
        try {
            if (key.isAcceptable()) {
                acceptAll();
            } else {
                read(key, (SocketChannel) key.channel());
            }
        } catch (IOException e) {
            close(key); // the client went away: nothing to answer any more
        }
    }

    private void acceptAll() throws IOException {
        for (SocketChannel client = listener.accept(); client != null; client = listener.accept()) {
            client.configureBlocking(false);
            client.register(selector, SelectionKey.OP_READ, new Head());
        }
    }

    private void read(SelectionKey key, SocketChannel client) throws IOException {
        input.clear();
        int length = client.read(input);
        Head head = (Head) key.attachment();
        if (length < 0) {
            close(key);
        } else if (head.endsIn(input.flip())) {
            // Into an empty send buffer, so all of it at once.
            client.write((head.keepsAlive() ? ANSWER : LAST_ANSWER).duplicate());
            if (!head.keepsAlive()) {
                close(key);
            }
            head.clear();
        }
    }

    private static ByteBuffer answer(String header) {
        byte[] bytes = ("HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\nContent-Length: 12\r\n" + header
                        + "\r\nHello World!")
                .getBytes(StandardCharsets.US_ASCII);
        return ByteBuffer.allocateDirect(bytes.length).put(bytes).flip();
    }

    private static void close(SelectionKey key) {
        try {
            key.channel().close();
        } catch (IOException e) {
            key.cancel(); // closing failed: forget it at least
        }
    }

    /** What has been seen of a request's head: where it asks for, and how much of the empty line that ends it. */
    private static final class Head {
        private static final int FIRST_OF_PATH = "GET /".length();

        private int length;
        private boolean keepsAlive;
        private int seen;

        boolean endsIn(ByteBuffer bytes) {
            while (bytes.hasRemaining() && seen < END_OF_HEAD.length) {
                byte next = bytes.get();
                if (length++ == FIRST_OF_PATH) {
                    keepsAlive = next == KEEP_ALIVE.charAt(1);
                }
                seen = next == END_OF_HEAD[seen] ? seen + 1 : next == END_OF_HEAD[0] ? 1 : 0;
            }
            return seen == END_OF_HEAD.length;
        }

        boolean keepsAlive() {
            return keepsAlive;
        }

        void clear() {
            length = 0;
            seen = 0;
        }
    }
}
