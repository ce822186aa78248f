package weighbridge.sample;

import java.util.List;
import java.util.function.Function;

/** The processes of the system at one moment, of which any number of trees can be cut. */
public final class ProcessTable {
    private final Function<ProcessId, List<ProcessId>> trees;

    /** @param trees gives a process and everything below it, itself first; an empty list for one that is gone */
    ProcessTable(Function<ProcessId, List<ProcessId>> trees) {
        this.trees = trees;
    }

    /** Of this moment. */
    public static ProcessTable scan() {
        return ProcessSource.OF_THIS_SYSTEM.scan();
    }

    List<ProcessId> tree(ProcessId root) {
        return trees.apply(root);
    }
}
