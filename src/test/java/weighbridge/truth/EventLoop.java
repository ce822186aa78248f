package weighbridge.truth;

import java.io.IOException;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.SelectableChannel;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.util.PriorityQueue;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;

/**
 * One thread that waits for sockets, for moments and for what other threads hand over. All state but {@link #handOver}'s
 * is this thread's own, so that counts need no lock and a call's number is the order of its request.
 */
final class EventLoop {
    /** What is to be done at a moment of {@link System#nanoTime}; of equal moments the first planned is the first. */
    private record Timer(long nanoTime, long order, Runnable task) implements Comparable<Timer> {
        @Override
        public int compareTo(Timer other) {
            int byTime = Long.signum(nanoTime - other.nanoTime);
            return byTime != 0 ? byTime : Long.compare(order, other.order);
        }
    }

    private final Selector selector;
    private final PriorityQueue<Timer> timers = new PriorityQueue<>();
    private final Queue<Runnable> handedOver = new ConcurrentLinkedQueue<>();
    private long planned;

    EventLoop() throws IOException {
        selector = Selector.open();
    }

    /** Does {@code ready} whenever the channel is ready for one of {@code operations}. */
    SelectionKey register(SelectableChannel channel, int operations, Runnable ready) throws ClosedChannelException {
        return channel.register(selector, operations, ready);
    }

    /** Does it at that moment of {@link System#nanoTime}, never before. */
    void at(long nanoTime, Runnable task) {
        timers.add(new Timer(nanoTime, planned++, task));
    }

    /** Does it on the loop's thread; for other threads. */
    void handOver(Runnable task) {
        handedOver.add(task);
        selector.wakeup();
    }

    /** Never returns. */
    void run() throws IOException {
        while (true) {
            selector.select(untilNextMillis());
            for (SelectionKey key : selector.selectedKeys()) {
                if (key.isValid()) {
                    ((Runnable) key.attachment()).run();
                }
            }
            selector.selectedKeys().clear();
            for (Runnable task = handedOver.poll(); task != null; task = handedOver.poll()) {
                task.run();
            }
            while (!timers.isEmpty() && timers.peek().nanoTime() - System.nanoTime() <= 0) {
                timers.poll().task().run();
            }
        }
    }

    /** At least 1, rounded up, for 0 would wait without end, as it does when nothing is planned. */
    private long untilNextMillis() {
        return timers.isEmpty()
                ? 0
                : Math.max(1, TimeUnit.NANOSECONDS.toMillis(timers.peek().nanoTime() - System.nanoTime()) + 1);
    }
}
