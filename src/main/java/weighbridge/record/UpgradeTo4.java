package weighbridge.record;

import java.util.List;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * From {@code weighbridge/run/3}, in which each target was measured once, to rounds: such a run is one round. Its first runs
 * did not record the variables of a target.
 */
final class UpgradeTo4 {
    private static final List<String> OF_A_ROUND = List.of("targets", "phases", "weighings", "heaps", "windows");

    private UpgradeTo4() {}

    static ObjectNode of(ObjectNode run) {
        for (ObjectNode target : RunTree.each(run, "targets")) {
            if (!target.has("env")) {
                target.putObject("env");
            }
        }
        ObjectNode round = run.objectNode().put("number", 1);
        ArrayNode order = round.putArray("order");
        RunTree.each(run, "targets").forEach(target -> order.add(target.path("name")));
        round.putNull("again");
        OF_A_ROUND.forEach(key -> round.set(key, run.remove(key)));
        run.putArray("rounds").add(round);
        ObjectNode settings = (ObjectNode) run.get("settings");
        settings.put("rounds", 1).putNull("seed").putArray("slo");
        return run;
    }
}
