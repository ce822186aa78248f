package weighbridge.record;

import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * From {@code weighbridge/run/2}, in which a target had one url that each user called once, to requests, and to processes
 * that are looked at for being stopped. Its first runs called the bursts that warm the generator its floor, weighed once
 * more right after a burst, and had the evidence of a window beside its readings.
 */
final class UpgradeTo3 {
    private static final List<String> EVIDENCE =
            List.of("tcp", "acceptQueue", "targetFiles", "mainFiles", "ports", "allowance");

    private UpgradeTo3() {}

    static ObjectNode of(ObjectNode run) {
        RunTree.each(run, "targets").forEach(UpgradeTo3::requests);
        generatorWarmup(run);
        weighings(run);
        for (ObjectNode window : RunTree.each(run, "windows")) {
            RunTree.notKnown(window, "stoppedMillis");
            edge((ObjectNode) window.get("before"));
            edge((ObjectNode) window.get("after"));
        }
        return run;
    }

    private static void requests(ObjectNode target) {
        ObjectNode request = target.putArray("requests").addObject().put("method", "GET");
        request.set("url", target.remove("url"));
        request.set("expectedStatus", target.remove("expectedStatus"));
        target.put("callsPerUser", 1).put("keepAlive", false).putArray("misbehaviour");
        target.putObject("env");
    }

    /** A floor that was taken before all targets says nothing of what held later, right before each of them. */
    private static void generatorWarmup(ObjectNode run) {
        List<ObjectNode> bursts = RunTree.each(run, "phases").stream()
                .map(phase -> (ObjectNode) phase.get("burst"))
                .toList();
        if (bursts.stream().noneMatch(burst -> isOf(burst, "generator_warmup"))) {
            bursts.stream()
                    .filter(burst -> isOf(burst, "floor"))
                    .forEach(burst -> burst.put("kind", "generator_warmup"));
        }
    }

    private static boolean isOf(ObjectNode burst, String kind) {
        return burst.path("kind").asString("").equals(kind);
    }

    private static void weighings(ObjectNode run) {
        ArrayNode kept = run.arrayNode();
        for (ObjectNode weighing : RunTree.each(run, "weighings")) {
            if (!weighing.path("moment").asString("").equals("loaded")) { // the windows have it too
                stopped(weighing.get("reading"));
                kept.add(weighing);
            }
        }
        run.set("weighings", kept);
    }

    private static void edge(ObjectNode edge) {
        stopped(edge.path("target"));
        stopped(edge.path("main"));
        RunTree.notKnown(edge, "machineBusySeconds");
        if (!edge.has("evidence")) {
            ObjectNode evidence = edge.objectNode();
            EVIDENCE.forEach(key -> evidence.set(key, edge.remove(key)));
            edge.set("evidence", evidence);
        }
    }

    /** Readings are null where there was nobody to read. */
    private static void stopped(JsonNode reading) {
        if (reading instanceof ObjectNode known) {
            RunTree.notKnown(known, "stopped");
        }
    }
}
