package weighbridge.truth;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;

/** The bytes of one connection, on the loop's thread. */
final class Wire {
    private static final long DRIP_NANOS = 50_000_000;

    private final EventLoop loop;
    private final SocketChannel channel;
    private final SelectionKey key;
    private final Runnable ended;

    /**
     * Reads as soon as something comes.
     *
     * @param readable told when something or the end came
     * @param ended told once
     */
    Wire(EventLoop loop, SocketChannel channel, Runnable readable, Runnable ended) {
        this.loop = loop;
        this.channel = channel;
        this.ended = ended;
        try {
            channel.configureBlocking(false);
            channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
            key = loop.register(channel, SelectionKey.OP_READ, readable);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whether what comes is read, or waits in the kernel. */
    void listen(boolean on) {
        key.interestOps(on ? SelectionKey.OP_READ : 0);
    }

    boolean isOpen() {
        return channel.isOpen();
    }

    /** How many bytes came, -1 at the end. */
    int read(ByteBuffer bytes) throws IOException {
        return channel.read(bytes);
    }

    /** In UTF-8. */
    void write(String text) throws IOException {
        write(ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8)));
    }

    /** Writes all of it. @throws IOException when the client has left; then the connection is ended */
    void write(ByteBuffer bytes) throws IOException {
        try {
            // Mostly far below what a send buffer holds, so that one write takes all of it.
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
        } catch (IOException e) {
            closeQuietly();
            throw e;
        }
    }

    /** Writes it and then a byte now and then, until the client leaves. */
    void drip(String text) throws IOException {
        write(text);
        loop.at(System.nanoTime() + DRIP_NANOS, () -> {
            try {
                drip("x");
            } catch (IOException e) {
                // The client has left at last.
            }
        });
    }

    /** Ends it with RST: with a linger time of 0 the kernel drops the connection (socket(7), SO_LINGER). */
    void reset() throws IOException {
        channel.setOption(StandardSocketOptions.SO_LINGER, 0);
        close();
    }

    void close() throws IOException {
        if (channel.isOpen()) {
            ended.run();
            channel.close();
        }
    }

    void closeQuietly() {
        try {
            close();
        } catch (IOException e) {
            // The client was faster; there is nothing left to close.
        }
    }
}
