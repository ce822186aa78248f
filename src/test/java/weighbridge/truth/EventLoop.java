package weighbridge.truth;

import java.io.IOException;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.SelectableChannel;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * One thread that waits for sockets, for moments and for what other threads hand over. All state but {@link #handOver}'s
 * is this thread's own, so that counts need no lock and a call's number is the order of its request.
 */
final class EventLoop {
    private final Selector selector;
    private final Timers timers = new Timers();
    private final Queue<Runnable> handedOver = new ConcurrentLinkedQueue<>();

    EventLoop() throws IOException {
        selector = Selector.open();
    }

    /** Does {@code ready} whenever the channel is ready for one of {@code operations}. */
    SelectionKey register(SelectableChannel channel, int operations, Runnable ready) throws ClosedChannelException {
        return channel.register(selector, operations, ready);
    }

    /** Does it at that moment of {@link System#nanoTime} or up to a ms later, never before. */
    void at(long nanoTime, Runnable task) {
        timers.at(nanoTime, task);
    }

    /** Does it at that moment, as exactly as a thread can that takes a processor for itself during the last ms. */
    void exactlyAt(long nanoTime, Runnable task) {
        timers.exactlyAt(nanoTime, task);
    }

    /** Does it on the loop's thread; for other threads. */
    void handOver(Runnable task) {
        handedOver.add(task);
        selector.wakeup();
    }

    /** Never returns. */
    void run() throws IOException {
        while (true) {
            select();
            for (SelectionKey key : selector.selectedKeys()) {
                if (key.isValid()) {
                    ((Runnable) key.attachment()).run();
                }
                // Hundreds of sockets may be ready at once; what is due does not wait for all of them.
                timers.runDue();
            }
            selector.selectedKeys().clear();
            for (Runnable task = handedOver.poll(); task != null; task = handedOver.poll()) {
                task.run();
            }
            timers.runDue();
        }
    }

    private void select() throws IOException {
        long millis = timers.sleepMillis();
        if (millis == 0) {
            Thread.onSpinWait();
            selector.selectNow();
        } else {
            selector.select(millis);
        }
    }
}
