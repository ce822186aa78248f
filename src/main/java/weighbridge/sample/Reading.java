package weighbridge.sample;

/**
 * What a process tree holds and has used at one moment, summed over its processes. Pages that processes of a tree share
 * are counted once for each of them.
 *
 * @param rssBytes resident set size
 * @param vmsBytes virtual size
 * @param cpuSeconds user and system time since the processes started, in the ticks of the system (10 ms on Linux)
 * @param processes how many processes the tree had
 */
public record Reading(long rssBytes, long vmsBytes, double cpuSeconds, int processes) {}
