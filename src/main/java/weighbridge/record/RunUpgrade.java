package weighbridge.record;

import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Brings the tree of an old {@code run.json} to the schema of {@link RunRecord}, one step after another, so that each step
 * has to know but two schemas. What an old run did not record is null or empty afterwards, never 0: it is not known.
 */
public final class RunUpgrade {
    private static final List<Step> STEPS = List.of(
            new Step("weighbridge/run/1", "weighbridge/run/2", UpgradeTo2::of),
            new Step("weighbridge/run/2", "weighbridge/run/3", UpgradeTo3::of),
            new Step("weighbridge/run/3", "weighbridge/run/4", UpgradeTo4::of));

    /** The schemas that can be read, from the first one to that of {@link RunRecord}. */
    public static final List<String> READABLE = readable();

    private RunUpgrade() {}

    /** From one schema to the next: gets a tree of its own, which it may change. */
    private record Step(String from, String to, UnaryOperator<ObjectNode> change) {}

    /** Whether this tree is of an older schema. */
    static boolean isNeeded(JsonNode run) {
        String schema = schema(run);
        return READABLE.contains(schema) && !RunRecord.SCHEMA.equals(schema);
    }

    /** The same run as {@link RunRecord} reads it. */
    static ObjectNode of(JsonNode run) {
        return of(run, RunRecord.SCHEMA);
    }

    /** The same run in this schema, which is no older than its own. @throws IllegalArgumentException where no step leads there */
    static ObjectNode of(JsonNode run, String wanted) {
        ObjectNode upgraded = (ObjectNode) run.deepCopy();
        while (!wanted.equals(schema(upgraded))) {
            String from = schema(upgraded);
            Step step = stepFrom(from).orElseThrow(() -> new IllegalArgumentException("nothing leads on from " + from));
            upgraded = step.change().apply(upgraded).put("schema", step.to());
        }
        return upgraded;
    }

    private static String schema(JsonNode run) {
        return run.path("schema").asString("");
    }

    private static Optional<Step> stepFrom(String schema) {
        return STEPS.stream().filter(step -> step.from().equals(schema)).findFirst();
    }

    private static List<String> readable() {
        return Stream.concat(STEPS.stream().map(Step::from), Stream.of(RunRecord.SCHEMA))
                .toList();
    }
}
