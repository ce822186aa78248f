package weighbridge.engine;

import io.netty.channel.Channel;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import java.util.concurrent.locks.LockSupport;

/** All connections of the generator to servers. Static, because Netty itself makes what tells of them. */
final class Connections {
    /** Closing takes a moment of each event loop, which may be busy. */
    private static final Duration CLOSE_BOUND = Duration.ofSeconds(2);

    private static final long LOOK_NANOS = TimeUnit.MILLISECONDS.toNanos(1);
    private static final Set<Channel> OPEN = ConcurrentHashMap.newKeySet();
    private static final LongAdder OPENED = new LongAdder();

    private Connections() {}

    static void opened(Channel channel) {
        OPENED.increment();
        OPEN.add(channel);
    }

    static void closed(Channel channel) {
        OPEN.remove(channel);
    }

    /** How many have been opened since this JVM started. */
    static long opened() {
        return OPENED.sum();
    }

    /** Closes all of them, those of calls in flight too, and waits until they are closed, but not for long. */
    static void closeAll() {
        long deadlineNanos = System.nanoTime() + CLOSE_BOUND.toNanos();
        while (!OPEN.isEmpty() && System.nanoTime() < deadlineNanos) {
            OPEN.forEach(Channel::close);
            LockSupport.parkNanos(LOOK_NANOS);
        }
    }
}
