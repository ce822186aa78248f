package weighbridge.record;

/**
 * The queue of connections that the kernel has completed for a port and its server has not accepted yet. Several
 * sockets may listen on one port (SO_REUSEPORT, or on different addresses): then capacity, length and drops are sums,
 * and one socket may overflow while another has room.
 *
 * @param capacity the effective backlog, which {@code ss -lnt} shows as Send-Q: what the server asked for, cut to
 *     net.core.somaxconn. The kernel turns a connection away only once the queue is longer than that, so a socket
 *     holds one connection more than its capacity.
 * @param length connections that wait in it now ({@code ss -lnt}: Recv-Q)
 * @param drops packets that these very sockets have dropped since they began to listen. A SYN that is sent again and dropped
 *     again counts again, and with TCP_DEFER_ACCEPT the packet that would complete a connection counts though none is lost.
 * @param listeners how many sockets listen on the port
 */
public record AcceptQueue(int capacity, int length, long drops, int listeners) {
    public AcceptQueue plus(AcceptQueue other) {
        return new AcceptQueue(
                (int) Math.min(Integer.MAX_VALUE, (long) capacity + other.capacity),
                length + other.length,
                drops + other.drops,
                listeners + other.listeners);
    }
}
