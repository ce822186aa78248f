package weighbridge.process;

import java.io.FileInputStream;
import java.io.IOException;
import java.util.Optional;

/**
 * What {@code /proc/PID/stat} tells of a process (proc_pid_stat(5)).
 *
 * @param process whose: the pid and the ticks from the start of the system to that of the process
 * @param ended whether it has ended and nobody has waited for it yet (a zombie); Java takes such a process for a living one
 * @param stopped whether a signal or a debugger has stopped it
 * @param parentPid pid of its parent
 * @param groupId pid of the process that leads its process group
 * @param sessionId pid of the process that began its session
 * @param endedChildrenFaults page faults of its children that have ended and were waited for: more of them mean that
 *     another child has ended, since no program gets by without
 * @param cpuTicks its user and system time
 * @param endedChildrenCpuTicks that of its children that have ended and were waited for, and of theirs
 * @param threads how many it has
 * @param vmsBytes virtual size
 * @param rssPages resident set size, by counts that the kernel keeps per core and adds up now and then
 */
record ProcStat(
        ProcessId process,
        boolean ended,
        boolean stopped,
        long parentPid,
        long groupId,
        long sessionId,
        long endedChildrenFaults,
        long cpuTicks,
        long endedChildrenCpuTicks,
        long threads,
        long vmsBytes,
        long rssPages) {
    // Twice what 52 numbers and the longest name take.
    private static final int MAX_BYTES = 2_048;
    private static final int FIELDS = 24;

    /** Of the process that has this pid now; empty when there is none. */
    static Optional<ProcStat> read(long pid) {
        byte[] bytes = new byte[MAX_BYTES];
        try (FileInputStream file = new FileInputStream("/proc/" + pid + "/stat")) {
            int length = file.read(bytes); // the kernel gives it all at once
            return length <= 0 ? Optional.empty() : Optional.of(parse(pid, bytes, length));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /** Of this process; empty when it is gone, whoever has its pid now. */
    static Optional<ProcStat> read(ProcessId process) {
        return read(process.pid()).filter(stat -> stat.process().equals(process));
    }

    /** Whether it holds memory: the first that an ending process gives back. */
    boolean running() {
        return vmsBytes > 0;
    }

    /** Whether it is in the process group or in the session that a process with this pid has begun. */
    boolean isLedBy(long leader) {
        return groupId == leader || sessionId == leader;
    }

    static ProcStat parse(long pid, byte[] bytes, int length) {
        int at = length - 1;
        while (bytes[at] != ')') { // the name before it may hold anything, spaces and parentheses too
            at--;
        }
        byte state = bytes[at + 2];
        long[] fields = new long[FIELDS + 1]; // numbered from 1 as in the manual
        at += 4; // over ") S ", of which the letter is the state
        for (int field = 4; field <= FIELDS; field++, at++) {
            boolean negative = bytes[at] == '-';
            for (at += negative ? 1 : 0; at < length && bytes[at] >= '0'; at++) {
                fields[field] = fields[field] * 10 + bytes[at] - '0';
            }
            fields[field] = negative ? -fields[field] : fields[field];
        }
        return new ProcStat(
                new ProcessId(pid, fields[22]),
                // Where only the first thread has ended, the process is told as a zombie and goes on.
                (state == 'Z' || state == 'X') && fields[20] <= 1,
                state == 'T' || state == 't',
                fields[4],
                fields[5],
                fields[6],
                fields[11],
                fields[14] + fields[15],
                fields[16] + fields[17],
                fields[20],
                fields[23],
                fields[24]);
    }
}
