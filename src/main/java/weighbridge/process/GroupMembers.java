package weighbridge.process;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The processes of a process group or session (setpgid(2), setsid(2)): a child whose parent has ended and which has dropped its
 * environment is still in there. Linux only.
 */
public final class GroupMembers {
    private GroupMembers() {}

    /**
     * All of a group and of a session.
     *
     * @param leader pid of the process that began them
     * @param known processes that are known to have come of that one: where none of them is in there, they may be those of a
     *     stranger who got the pid later, and there is nobody
     */
    public static Set<ProcessHandle> of(long leader, Collection<ProcessHandle> known) {
        if (known.stream().noneMatch(process -> isIn(leader, process))) {
            return Set.of();
        }
        try (Stream<ProcessHandle> processes = ProcessHandle.allProcesses()) {
            return processes
                    .filter(process -> isIn(leader, process))
                    .collect(Collectors.toCollection(LinkedHashSet::new));
        } catch (RuntimeException e) {
            return Set.of(); // no file can be opened to look for them, as when descriptors have run out
        }
    }

    private static boolean isIn(long leader, ProcessHandle process) {
        return ProcStat.read(process.pid()).filter(stat -> stat.isLedBy(leader)).isPresent() && process.isAlive();
    }
}
