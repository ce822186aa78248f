package weighbridge.record;

/**
 * The local ports that outgoing TCP connections take, in this network namespace. One port may serve several
 * connections as long as they go to different addresses, so a range is never simply used up by {@code inUse}.
 *
 * @param range how many ports there are to choose from (net.ipv4.ip_local_port_range)
 * @param inUse TCP sockets that are bound, listen or are connected, IPv4 and IPv6, of both ends where both are on this
 *     machine; without those in TIME_WAIT
 * @param timeWait closed connections that still hold their port for a minute (TIME_WAIT)
 */
public record LocalPorts(int range, int inUse, int timeWait) {}
