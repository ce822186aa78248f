package weighbridge.analysis;

import weighbridge.text.Limits;

/**
 * What the system says of the time of a measured burst. Null where it does not tell.
 *
 * @param cpuSecondsPer1000Calls of {@code cpu}
 * @param cpu processor time of the target's process tree
 * @param generator how the generator fared
 * @param othersShare part of the machine's processor time that neither the target nor the generator took: other programs,
 *     and work of the kernel that it books on nobody
 * @param sockets what the kernel says of the connections
 * @param limits of the target's own control group; null where it has neither a limit of CPU time nor one of memory
 * @param throttled by its limit of CPU time; null where it has none
 * @param oomKills how many of its processes the out-of-memory killer ended in the window; null where its group does not
 *     tell, or is the generator's too
 */
public record WindowReport(
        Double cpuSecondsPer1000Calls,
        CpuReport cpu,
        GeneratorReport generator,
        Double othersShare,
        SocketReport sockets,
        Limits limits,
        Throttling throttled,
        Long oomKills) {
    /** Where there was no window. */
    static final WindowReport NONE = new WindowReport(null, null, null, null, null, null, null, null);
}
