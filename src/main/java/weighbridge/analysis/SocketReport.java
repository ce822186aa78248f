package weighbridge.analysis;

/**
 * What the kernel and the generator say of a window's connections. Null where it does not tell.
 *
 * @param listenOverflows connections that met a full accept queue, in the whole network namespace
 * @param listenDrops connections that were dropped by a listening socket, whatever the reason, in the whole namespace
 * @param synRetransmits connection requests that were sent again, in the whole namespace
 * @param acceptQueueCapacity how many connections the target's own accept queue holds (its effective backlog)
 * @param acceptQueueLength how many connections of earlier bursts waited in it when this one began
 * @param acceptQueueDrops packets that the target's own listening sockets dropped
 * @param targetOpenFiles descriptors that the target had open before the burst
 * @param targetMaxFiles how many it may have
 * @param mainOpenFiles descriptors that the generator had open before the burst
 * @param mainMaxFiles how many it may have
 * @param localPorts how many local ports there are for outgoing connections
 * @param openSockets TCP sockets of the namespace before the burst, both ends of a connection where both are here
 * @param timeWaitSockets closed connections that the namespace still remembered before the burst (TIME_WAIT); on loopback
 *     their ports are used again
 * @param connectionsOpened by the generator in the window
 * @param connectionsReopened of them by users whose kept connection the server had closed; null where users keep none
 */
public record SocketReport(
        Long listenOverflows,
        Long listenDrops,
        Long synRetransmits,
        Integer acceptQueueCapacity,
        Integer acceptQueueLength,
        Long acceptQueueDrops,
        Long targetOpenFiles,
        Long targetMaxFiles,
        Long mainOpenFiles,
        Long mainMaxFiles,
        Integer localPorts,
        Integer openSockets,
        Integer timeWaitSockets,
        Long connectionsOpened,
        Long connectionsReopened) {

    /** Overflows are counted for the whole machine, drops for the target's own sockets but for any reason: the fewer. */
    public long overflows() {
        long machine = listenOverflows == null ? 0 : listenOverflows;
        return acceptQueueDrops == null ? machine : Math.min(machine, acceptQueueDrops);
    }
}
