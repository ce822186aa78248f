package weighbridge.truth;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.channels.SelectionKey;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import weighbridge.truth.TruthSettings.Accepting;

/**
 * The listening socket. While it waits or pauses nobody stands in {@code accept}, so that the accept queue holds all
 * that came: on Linux one connection more than the backlog, and the next one overflows (tcp_v4_conn_request,
 * sk_acceptq_is_full).
 */
final class Acceptance {
    private static final int RETRY_MILLIS = 20;

    private final EventLoop loop;
    private final Accepting settings;
    private final Consumer<SocketChannel> accepted;
    private final ServerSocketChannel listening;
    private final SelectionKey key;
    private boolean delayed;
    private boolean paused;

    /** Listens on a port of the address, with 0 on a free one. */
    Acceptance(EventLoop loop, int port, Accepting settings, Consumer<SocketChannel> accepted) throws IOException {
        this.loop = loop;
        this.settings = settings;
        this.accepted = accepted;
        listening = ServerSocketChannel.open();
        listening.configureBlocking(false);
        key = loop.register(listening, 0, this::ready);
        listening.bind(new InetSocketAddress(InetAddress.getByName(settings.address()), port), settings.backlog());
        listen();
    }

    int port() {
        return listening.socket().getLocalPort();
    }

    /** Accepts nothing from now on for the time that the settings say. */
    void pause() {
        paused = true;
        listen();
        after(settings.pauseMillis(), () -> paused = false);
    }

    private void ready() {
        if (settings.delayMillis() > 0) {
            delayed = true;
            listen();
            after(settings.delayMillis(), () -> {
                delayed = false;
                accept();
            });
        } else {
            while (accept()) {}
        }
    }

    private boolean accept() {
        try {
            SocketChannel channel = paused ? null : listening.accept();
            if (channel != null) {
                accepted.accept(channel);
            }
            return channel != null;
        } catch (IOException e) {
            System.out.println("cannot accept: " + e.getMessage()); // no descriptor is free, until a call ends
            delayed = true;
            listen();
            after(RETRY_MILLIS, () -> delayed = false);
            return false;
        }
    }

    private void after(int millis, Runnable task) {
        loop.at(System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(millis), () -> {
            task.run();
            listen();
        });
    }

    private void listen() {
        key.interestOps(paused || delayed ? 0 : SelectionKey.OP_ACCEPT);
    }
}
