package weighbridge.process;

import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;

/** The processes of the system at one moment, of which any number of trees can be cut. */
public final class ProcessTable {
    private final Function<ProcessId, List<ProcessId>> trees;
    private final Supplier<ProcessTable> next;

    /**
     * @param trees gives a process and everything below it, itself first; an empty list for one that is gone
     * @param next looks again
     */
    ProcessTable(Function<ProcessId, List<ProcessId>> trees, Supplier<ProcessTable> next) {
        this.trees = trees;
        this.next = next;
    }

    /** Of this moment. */
    public static ProcessTable scan() {
        return ProcessSource.OF_THIS_SYSTEM.scan();
    }

    /**
     * Of a later moment, and cheaper for what this one knows already. A process is missed if it has the pid of another
     * one of this table that ended in between, which takes as many new processes as there are pids: tables should follow
     * one another within seconds.
     */
    public ProcessTable next() {
        return next.get();
    }

    List<ProcessId> tree(ProcessId root) {
        return trees.apply(root);
    }
}
