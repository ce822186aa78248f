package weighbridge.analysis;

/**
 * What the system says of the time of a measured burst. Null where it does not tell.
 *
 * @param cpuSecondsPer1000Calls of {@code cpu}
 * @param cpu processor time of the target's process tree
 * @param generator how the generator fared
 * @param othersShare part of the machine's processor time that neither the target nor the generator took: other programs,
 *     and work of the kernel that it books on nobody
 * @param sockets what the kernel says of the connections
 */
public record WindowReport(
        Double cpuSecondsPer1000Calls,
        CpuReport cpu,
        GeneratorReport generator,
        Double othersShare,
        SocketReport sockets) {
    /** Where there was no window. */
    static final WindowReport NONE = new WindowReport(null, null, null, null, null);
}
