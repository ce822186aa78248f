package weighbridge.truth;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.util.Optional;

/**
 * One connection, which carries one request and at most one answer, or with keep-alive any number of them one after the
 * other: while a request has no answer nothing more is taken, and what comes meanwhile is read afterwards.
 */
final class Connection {
    private static final ByteBuffer READ = ByteBuffer.allocateDirect(8_192);

    /** Whose connections they are. */
    interface Owner {
        /** @param readNanoTime of {@link System#nanoTime}, when the request was read */
        void requested(Connection connection, Request request, long readNanoTime);

        /** Told once. */
        void ended(Connection connection);
    }

    private final EventLoop loop;
    private final Wire wire;
    private final boolean keepAlive;
    private final Owner owner;
    private final Requests requests = new Requests();
    private boolean taken;
    private boolean last;

    Connection(EventLoop loop, SocketChannel channel, boolean keepAlive, Owner owner) {
        this.loop = loop;
        this.keepAlive = keepAlive;
        this.owner = owner;
        wire = new Wire(loop, channel, this::readable, () -> owner.ended(this));
    }

    private void readable() {
        try {
            if (wire.read(READ.clear()) < 0) {
                close();
            } else if (!taken) {
                long now = System.nanoTime();
                requests.add(READ.flip());
                take(now);
            }
        } catch (IOException e) {
            wire.closeQuietly();
        }
    }

    private void take(long readNanoTime) throws IOException {
        Optional<Request> request = requests.next();
        if (request.isPresent()) {
            taken = true;
            last = !keepAlive || request.get().last();
            wire.listen(false);
            owner.requested(this, request.get(), readNanoTime);
        }
    }

    /** Answers, and if it was the last request ends the connection. @throws IOException when the client has left before */
    void answer(Answer answer) throws IOException {
        wire.write(answer.bytes(last));
        if (last) {
            wire.closeQuietly();
        } else {
            takeNext();
        }
    }

    /** Writes this and nothing else, then ends the connection in an orderly way. */
    void answer(String bare) throws IOException {
        wire.write(bare);
        wire.closeQuietly();
    }

    private void takeNext() {
        taken = false;
        wire.listen(true);
        if (requests.hasMore()) {
            // Not right here, for of hundreds that came at once each would be deeper in the stack.
            loop.at(System.nanoTime(), this::takeWaiting);
        }
    }

    private void takeWaiting() {
        try {
            if (!taken && wire.isOpen()) {
                take(System.nanoTime());
            }
        } catch (IOException e) {
            wire.closeQuietly();
        }
    }

    /** Sends this and then a byte now and then, until the client leaves. */
    void drip(String text) throws IOException {
        wire.drip(text);
    }

    void reset() throws IOException {
        wire.reset();
    }

    void close() throws IOException {
        wire.close();
    }

    /** Keeps it open until the client ends it. */
    void hang() {
        wire.listen(true);
    }
}
