package weighbridge.server;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;

/** The JSON Schema of {@code target.yaml}, as an editor uses it. */
public final class TargetSchema {
    /** Where it lies in the project. */
    public static final String PATH = "src/main/resources/weighbridge/server/target-1.schema.json";

    private static final Schema SCHEMA = read();

    private TargetSchema() {}

    /** What the schema says against a text. */
    public static List<String> faults(String yaml) {
        return SCHEMA.validate(yaml, InputFormat.YAML).stream()
                .map(Object::toString)
                .toList();
    }

    private static Schema read() {
        try (InputStream in = Target.class.getResourceAsStream("target-1.schema.json")) {
            return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                    .getSchema(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
