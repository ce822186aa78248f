package weighbridge.engine;

import io.gatling.http.client.pool.ChannelPoolKey;
import io.netty.channel.Channel;
import io.netty.util.AttributeKey;
import java.net.SocketAddress;
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
    private static final Set<UserOfServer> KNOWN = ConcurrentHashMap.newKeySet();
    private static final LongAdder OPENED = new LongAdder();
    private static final LongAdder REOPENED = new LongAdder();

    /** Where Gatling writes down whose connection it is. */
    private static final AttributeKey<ChannelPoolKey> OWNER = AttributeKey.valueOf("poolKey");

    private record UserOfServer(long user, SocketAddress server) {}

    private Connections() {}

    static void opened(Channel channel) {
        OPENED.increment();
        OPEN.add(channel);
    }

    static void closed(Channel channel) {
        OPEN.remove(channel);
    }

    /** It carries its first request. */
    static void used(Channel channel) {
        UserOfServer owner = owner(channel);
        if (owner != null && !KNOWN.add(owner)) {
            REOPENED.increment();
        }
    }

    /** It is given up by the generator, as after a timeout: whoever opens another one does not do so for its server. */
    static void givenUp(Channel channel) {
        UserOfServer owner = owner(channel);
        if (owner != null) {
            KNOWN.remove(owner);
        }
    }

    /** Those of this user were closed by the generator: if it opens others, that is not for its servers. */
    static void forget(long user) {
        KNOWN.removeIf(known -> known.user == user);
    }

    private static UserOfServer owner(Channel channel) {
        ChannelPoolKey key = channel.attr(OWNER).get();
        return key == null ? null : new UserOfServer(key.clientId, channel.remoteAddress());
    }

    /** How many were opened by users who had one to the same server before, since {@link #closeAll}. */
    static long reopened() {
        return REOPENED.sum();
    }

    /** How many have been opened since this JVM started. */
    static long opened() {
        return OPENED.sum();
    }

    /** Closes all of them, those of calls in flight too, and waits until they are closed, but not for long. */
    static void closeAll() {
        KNOWN.clear();
        long deadlineNanos = System.nanoTime() + CLOSE_BOUND.toNanos();
        while (!OPEN.isEmpty() && System.nanoTime() < deadlineNanos) {
            OPEN.forEach(Channel::close);
            LockSupport.parkNanos(LOOK_NANOS);
        }
    }
}
