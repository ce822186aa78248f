package weighbridge.server;

import com.networknt.schema.InputFormat;
import java.util.List;

/** The JSON Schema of {@code target.yaml} as an editor uses it: with a reader of YAML that is not ours. */
public final class EditorSchema {
    /** Where it lies in the project. */
    public static final String PATH = "src/main/resources/weighbridge/server/target-1.schema.json";

    private EditorSchema() {}

    /** What the schema says against a text. */
    public static List<String> faults(String yaml) {
        return TargetSchema.SCHEMA.validate(yaml, InputFormat.YAML).stream()
                .map(Object::toString)
                .toList();
    }
}
