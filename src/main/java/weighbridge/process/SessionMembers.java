package weighbridge.process;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The processes of a session (setsid(2)): a child whose parent has ended and which has dropped its environment is still in
 * there. Linux only.
 */
public final class SessionMembers {
    private SessionMembers() {}

    /**
     * All of a session.
     *
     * @param leader pid of the process that began it
     * @param known processes that are known to have come of that one: where none of them is in the session, it may be that of a
     *     stranger who got the pid later, and is empty
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
        return ProcStat.read(process.pid())
                        .filter(stat -> stat.sessionId() == leader)
                        .isPresent()
                && process.isAlive();
    }
}
