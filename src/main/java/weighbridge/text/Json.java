package weighbridge.text;

import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JacksonModule;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.ObjectWriter;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.cfg.EnumFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * Records to JSON and back: keys in the order of the record, enums in lower case, indented by two, lines ended by \n on every system, and no
 * unknown key passed over in silence.
 */
public final class Json {
    private static final DefaultIndenter INDENT = new DefaultIndenter("  ", "\n");

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
            .enable(SerializationFeature.INDENT_OUTPUT)
            .enable(EnumFeature.WRITE_ENUMS_TO_LOWERCASE)
            .enable(MapperFeature.ACCEPT_CASE_INSENSITIVE_ENUMS)
            .defaultPrettyPrinter(
                    new DefaultPrettyPrinter().withObjectIndenter(INDENT).withArrayIndenter(INDENT))
            .build();

    private static final ObjectWriter COMPACT = MAPPER.writer().without(SerializationFeature.INDENT_OUTPUT);

    private Json() {}

    /** A mapper of the same rules that knows more types. */
    public static JsonMapper with(JacksonModule module) {
        return MAPPER.rebuild().addModule(module).build();
    }

    /** The text of a record, ended by a newline. */
    public static String write(Object record) {
        return MAPPER.writeValueAsString(record) + "\n";
    }

    /** The text of a record on one line, without spaces and the newline at its end. */
    public static String writeCompact(Object record) {
        return COMPACT.writeValueAsString(record);
    }

    /** The record that a text holds. @throws tools.jackson.core.JacksonException naming line and key of what is wrong */
    public static <T> T read(String text, Class<T> type) {
        return MAPPER.readValue(text, type);
    }

    /** The tree that a text holds, whatever keys it has. @throws tools.jackson.core.JacksonException where it holds none */
    public static JsonNode tree(String text) {
        return MAPPER.readTree(text);
    }

    /** The record that a tree holds. @throws tools.jackson.core.JacksonException naming the key of what is wrong */
    public static <T> T read(JsonNode tree, Class<T> type) {
        return MAPPER.treeToValue(tree, type);
    }
}
