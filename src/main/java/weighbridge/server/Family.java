package weighbridge.server;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import weighbridge.process.Children;
import weighbridge.process.Mark;
import weighbridge.process.ProcessTree;
import weighbridge.process.ProcessTreeProbe;
import weighbridge.text.CpuList;

/**
 * A program that was started, and all that came of it, also what has left its tree.
 *
 * @param process that was started
 * @param mark that its processes bear
 * @param startedNanos right before its start, as of {@link System#nanoTime}
 * @param adopted more that are known to have come of it, which may have no mark
 */
record Family(Process process, Mark mark, long startedNanos, Set<ProcessHandle> adopted) {

    /**
     * Starts a program that is in the ledger first.
     *
     * @param name to tell a user, should this run be killed
     * @param cpus processors that it is kept on with all that comes of it; empty where it has those of this process
     */
    static Family start(String name, ProcessBuilder program, Ledger ledger, Optional<CpuList> cpus) throws IOException {
        Mark mark = Mark.create();
        program.environment().putAll(mark.variable());
        ledger.willStart(name, mark);
        long startedNanos = System.nanoTime();
        Process process = Children.start(program, cpus);
        ledger.started(mark, process.toHandle());
        return new Family(process, mark, startedNanos, ConcurrentHashMap.newKeySet());
    }

    /** All that live now. */
    Set<ProcessHandle> members() {
        Set<ProcessHandle> members = mark.family(process.toHandle());
        members.addAll(adopted);
        return members;
    }

    /** Reads all of it. */
    ProcessTreeProbe probe() {
        return ProcessTreeProbe.ofFamily(process.pid(), mark, adopted);
    }

    /** Ends all of it. @return who did not end within the bound and was killed */
    Set<ProcessHandle> stop(Duration termBound) {
        return ProcessTree.stop(this::members, termBound);
    }
}
