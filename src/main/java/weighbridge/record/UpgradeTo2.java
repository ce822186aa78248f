package weighbridge.record;

import java.util.Optional;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * From {@code weighbridge/run/1}, which weighed a target right before and right after its measured burst and kept a list of
 * peaks, to windows that hold all three. Its first runs knew no cold burst, no sink, no {@code strict} and no remarks.
 */
final class UpgradeTo2 {
    private UpgradeTo2() {}

    static ObjectNode of(ObjectNode run) {
        ObjectNode settings = (ObjectNode) run.get("settings");
        if (!settings.has("strict")) {
            settings.put("strict", false); // no run ended otherwise then
        }
        RunTree.notKnown((ObjectNode) run.get("environment"), "openFiles", "cpuResolutionNanos");
        RunTree.each(run, "phases").forEach(phase -> RunTree.notKnown(phase, "succeeded"));
        RunTree.each(run, "weighings")
                .forEach(
                        weighing -> RunTree.notKnown((ObjectNode) weighing.get("reading"), "pssBytes", "privateBytes"));
        run.putArray("heaps");
        windows(run);
        run.remove("peaks");
        if (!run.has("remarks")) {
            run.putArray("remarks");
        }
        return run;
    }

    private static void windows(ObjectNode run) {
        ArrayNode windows = run.putArray("windows");
        for (ObjectNode target : RunTree.each(run, "targets")) {
            String name = target.get("name").asString();
            Optional<ObjectNode> before = weighing(run, name, "warm");
            Optional<ObjectNode> after = weighing(run, name, "loaded");
            if (before.isPresent() && after.isPresent()) {
                ObjectNode window = windows.addObject().put("name", name);
                window.set("before", edge(before.get()));
                window.set("after", edge(after.get()));
                window.putNull("peakRssBytes").putNull("health");
                RunTree.each(run, "peaks").stream()
                        .filter(peak -> peak.path("name").asString("").equals(name))
                        .forEach(peak -> window.set("peakRssBytes", peak.get("peakRssBytes")));
            }
        }
    }

    private static Optional<ObjectNode> weighing(ObjectNode run, String name, String moment) {
        return RunTree.each(run, "weighings").stream()
                .filter(weighing -> weighing.path("name").asString("").equals(name))
                .filter(weighing -> weighing.path("moment").asString("").equals(moment))
                .findFirst();
    }

    private static ObjectNode edge(ObjectNode weighing) {
        ObjectNode edge = weighing.objectNode();
        edge.set("atMillis", weighing.get("atMillis"));
        edge.set("target", weighing.get("reading").deepCopy());
        return edge.putNull("main").putNull("machineBusySeconds").putNull("evidence");
    }
}
