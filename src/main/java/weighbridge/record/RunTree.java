package weighbridge.record;

import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What the upgrades look for in the tree of a run. */
final class RunTree {
    private RunTree() {}

    /** The entries of a list; none where there is no such list. */
    static List<ObjectNode> each(JsonNode of, String list) {
        List<ObjectNode> entries = new ArrayList<>();
        of.path(list).forEach(entry -> entries.add((ObjectNode) entry));
        return entries;
    }

    /** Puts null where nothing is said, which is how a run says that it does not know. */
    static void notKnown(ObjectNode of, String... keys) {
        for (String key : keys) {
            if (!of.has(key)) {
                of.putNull(key);
            }
        }
    }
}
