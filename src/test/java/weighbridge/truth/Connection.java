package weighbridge.truth;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.function.BiConsumer;

/** One connection, which carries one request without a body (RFC 9112) and at most one answer. */
final class Connection {
    private static final int MAX_HEAD_CHARS = 16_384;
    private static final long DRIP_NANOS = 50_000_000;
    private static final ByteBuffer READ = ByteBuffer.allocateDirect(8_192);

    private final EventLoop loop;
    private final SocketChannel channel;
    private final SelectionKey key;
    private final BiConsumer<Connection, String> onRequest;
    private StringBuilder head = new StringBuilder();

    /** @param onRequest told once, when the request is read, with its path */
    Connection(EventLoop loop, SocketChannel channel, BiConsumer<Connection, String> onRequest) {
        this.loop = loop;
        this.channel = channel;
        this.onRequest = onRequest;
        try {
            channel.configureBlocking(false);
            channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
            key = loop.register(channel, SelectionKey.OP_READ, this::readable);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void readable() {
        try {
            if (channel.read(READ.clear()) < 0) {
                close();
            } else if (head != null) {
                head.append(StandardCharsets.ISO_8859_1.decode(READ.flip()));
                readHead();
            }
        } catch (IOException e) {
            closeQuietly();
        }
    }

    private void readHead() throws IOException {
        if (head.indexOf("\r\n\r\n") < 0) {
            if (head.length() > MAX_HEAD_CHARS) {
                close();
            }
            return;
        }
        String[] words = head.substring(0, head.indexOf("\r\n")).split(" ");
        head = null;
        if (words.length != 3) {
            close();
            return;
        }
        key.interestOps(0);
        onRequest.accept(this, words[1].replaceFirst("\\?.*", ""));
    }

    /** Answers and ends the connection in an orderly way. @throws IOException when the client has left before */
    void answer(int status, String text) throws IOException {
        int length = text.getBytes(StandardCharsets.UTF_8).length;
        answer("HTTP/1.1 " + status + " -\r\nContent-Type: text/plain\r\nContent-Length: " + length
                + "\r\nConnection: close\r\n\r\n" + text);
    }

    /** Writes this and nothing else, then ends the connection likewise. */
    void answer(String bare) throws IOException {
        try {
            write(bare);
        } finally {
            closeQuietly();
        }
    }

    /** Sends this and then a byte now and then, until the client leaves. */
    void drip(String text) throws IOException {
        write(text);
        loop.at(System.nanoTime() + DRIP_NANOS, () -> {
            try {
                drip("x");
            } catch (IOException e) {
                closeQuietly();
            }
        });
    }

    private void write(String text) throws IOException {
        ByteBuffer bytes = ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
        // Mostly far below what a send buffer holds, so that one write takes all of it.
        while (bytes.hasRemaining()) {
            channel.write(bytes);
        }
    }

    /** Ends it with RST: with a linger time of 0 the kernel drops the connection (socket(7), SO_LINGER). */
    void reset() throws IOException {
        channel.setOption(StandardSocketOptions.SO_LINGER, 0);
        close();
    }

    void close() throws IOException {
        channel.close();
    }

    /** Keeps it open until the client ends it. */
    void hang() {
        key.interestOps(SelectionKey.OP_READ);
    }

    private void closeQuietly() {
        try {
            close();
        } catch (IOException e) {
            // The client was faster; there is nothing left to close.
        }
    }
}
