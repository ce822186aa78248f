package weighbridge.process;

import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;

/** The processes of the system at one moment, of which any number of families can be taken. */
public final class ProcessTable {
    private final Function<ProcessFamily, List<ProcessId>> families;
    private final Supplier<ProcessTable> next;

    /**
     * @param families gives all of a family, its root first; an empty list where that is gone
     * @param next looks again
     */
    ProcessTable(Function<ProcessFamily, List<ProcessId>> families, Supplier<ProcessTable> next) {
        this.families = families;
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

    List<ProcessId> family(ProcessFamily family) {
        return families.apply(family);
    }
}
