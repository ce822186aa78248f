package weighbridge.record;

/**
 * What TCP had to turn away or send again, counted since the system started. The counters are those of the network
 * namespace, of all its sockets together: what another process did in the meantime is in a difference too. For one
 * listening socket see {@link AcceptQueue}.
 *
 * @param listenOverflows times an accept queue was full (ListenOverflows in proc_net(5), netstat)
 * @param listenDrops connection attempts that listening sockets dropped for any reason, overflows included (ListenDrops)
 * @param synRetransmits SYN and SYN-ACK packets that were sent again (TCPSynRetrans)
 */
public record TcpCounters(long listenOverflows, long listenDrops, long synRetransmits) {
    /** What was added since an earlier reading. */
    public TcpCounters minus(TcpCounters earlier) {
        return new TcpCounters(
                listenOverflows - earlier.listenOverflows,
                listenDrops - earlier.listenDrops,
                synRetransmits - earlier.synRetransmits);
    }
}
