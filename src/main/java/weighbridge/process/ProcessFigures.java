package weighbridge.process;

/**
 * What one process holds and has used.
 *
 * @param running false of a process that has ended and was not yet waited for: it holds no memory, but what it used is
 *     not yet its parent's
 * @param stopped whether a signal or a debugger has stopped it
 * @param rssBytes resident set size
 * @param vmsBytes virtual size
 * @param pssBytes resident pages, each divided by how many processes share it; null when not read
 * @param privateBytes resident pages that no other process shares; null when not read
 * @param cpuSeconds its own user and system time
 * @param endedChildrenCpuSeconds that of its children that have ended and were waited for, and of theirs; 0 where the
 *     system does not add it up
 */
record ProcessFigures(
        boolean running,
        boolean stopped,
        long rssBytes,
        long vmsBytes,
        Long pssBytes,
        Long privateBytes,
        double cpuSeconds,
        double endedChildrenCpuSeconds) {}
