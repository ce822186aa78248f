package weighbridge.record;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A path of groups as a node of a tree, so that each distinct path is one list, however many records name it. */
final class GroupPath {
    /** A node, its map and the entry in its parent's; {@link #SLOT_BYTES} more for each name on the path. */
    private static final int OVERHEAD_BYTES = 320;

    private static final int SLOT_BYTES = 8;

    private final List<String> names;
    private final Map<String, GroupPath> children = new HashMap<>();

    private GroupPath(List<String> names) {
        this.names = names;
    }

    /** In no group; its names are the empty list. */
    static GroupPath root() {
        return new GroupPath(List.of());
    }

    /** The names from the outermost group inwards, unmodifiable. */
    List<String> names() {
        return names;
    }

    /** One group further in. */
    GroupPath child(String name, Allowance allowance, LogInput in) throws SimulationLogException {
        GroupPath child = children.get(name);
        if (child == null) {
            allowance.take(OVERHEAD_BYTES + (long) SLOT_BYTES * names.size(), in);
            List<String> longer = new ArrayList<>(names);
            longer.add(name);
            child = new GroupPath(List.copyOf(longer));
            children.put(name, child);
        }
        return child;
    }
}
