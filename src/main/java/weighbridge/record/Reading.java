package weighbridge.record;

/**
 * What a process tree holds and has used at one moment, summed over its processes.
 *
 * <p>The CPU time has a resolution of 1 ns on Linux, and that of the system's own count elsewhere (1 to 16 ms). On Linux
 * it includes the processes of the tree that have ended and were waited for by their parents, in ticks of 10 ms: up to
 * 20 ms are lost of all of them together below one parent. A process that ended without being waited for, or whose
 * parent ended before it, is no longer counted. Elsewhere no ended process is.
 *
 * @param rssBytes resident set size; pages that processes of the tree share are counted once for each of them
 * @param vmsBytes virtual size
 * @param pssBytes proportional set size: each page of RSS is divided by the number of processes that share it, so that
 *     pages shared within the tree count once; null in a light reading and where the system does not tell
 * @param privateBytes resident pages that no other process has, not even one of the tree; null as PSS
 * @param cpuSeconds user and system time since the processes started
 * @param processes how many running processes the tree had
 * @param stopped how many of them a signal or a debugger had stopped
 */
public record Reading(
        long rssBytes,
        long vmsBytes,
        Long pssBytes,
        Long privateBytes,
        double cpuSeconds,
        int processes,
        int stopped) {}
