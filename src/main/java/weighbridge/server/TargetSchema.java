package weighbridge.server;

import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.dialect.Dialect;
import com.networknt.schema.dialect.Dialects;
import com.networknt.schema.keyword.NonValidationKeyword;
import com.networknt.schema.path.NodePath;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import weighbridge.text.Spelling;

/**
 * Holds a {@code target.yaml} against its JSON Schema, the one that editors use too. Each violation becomes one line, whose
 * words stand in the schema, at {@code x-faults}.
 */
final class TargetSchema {
    private static final String WORDS = "x-faults";
    private static final JsonNode JSON = read();
    static final Schema SCHEMA = SchemaRegistry.withDialect(Dialect.builder(Dialects.getDraft202012())
                    .keyword(new NonValidationKeyword(WORDS))
                    .build())
            .getSchema(JSON);

    private static final Pattern VARIABLE = Pattern.compile("\\$(\\w+)");
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{(?!port})[A-Za-z]+}");

    private final YamlTree yaml;
    private final String keyword;
    private final JsonNode holder;
    private final JsonNode words;
    private final String pointer;
    private final JsonNode found;

    private TargetSchema(YamlTree yaml, Error error) {
        this.yaml = yaml;
        NodePath location = error.getSchemaLocation().getFragment();
        this.keyword = location.getName(-1);
        this.holder = JSON.at(location.getParent().toString());
        Optional<String> property = Optional.ofNullable(error.getProperty());
        this.words = words(property);
        String instance = error.getInstanceLocation().toString();
        this.pointer = property.or(() -> words.optional("key").map(JsonNode::asString))
                .map(key -> YamlTree.pointer(instance, key))
                .orElse(instance);
        this.found = yaml.root().at(pointer);
    }

    /** Says what the schema refuses, once for each key, but for what is said already. */
    static void check(YamlTree yaml) {
        List<Error> errors = SCHEMA.validate(yaml.root());
        for (Error error : errors) {
            TargetSchema violation = new TargetSchema(yaml, error);
            // A list whose entries are wrong may well contain what it has to, once they are mended.
            boolean entries =
                    violation.keyword.equals("contains") && errors.stream().anyMatch(other -> isWithin(other, error));
            if (!entries && !yaml.isWrong(violation.pointer)) {
                violation.say(error.getMessage());
            }
        }
    }

    /** A pattern of the schema. */
    static Pattern pattern(String name) {
        return Pattern.compile(JSON.at("/$defs/" + name + "/pattern").asString());
    }

    private static boolean isWithin(Error error, Error list) {
        return error.getInstanceLocation().toString().startsWith(list.getInstanceLocation() + "/");
    }

    private JsonNode words(Optional<String> property) {
        if (keyword.equals("required")) {
            JsonNode inner = holder.path("properties").path(property.orElseThrow());
            JsonNode outer = JSON.path("properties").path(property.orElseThrow());
            return (inner.isMissingNode() ? outer : inner).path(WORDS).path(keyword);
        }
        JsonNode type = holder.path("type");
        String name = keyword.equals("type") && type.isString() ? "type " + type.asString() : keyword;
        JsonNode own = holder.path(WORDS).path(name);
        return own.isMissingNode() ? JSON.path(WORDS).path(name) : own;
    }

    private void say(String otherwise) {
        if (isBareBraces()) {
            String braces = "{" + found.propertyNames().iterator().next() + "}";
            yaml.wrong(pointer, braces + " without quotes", "a text", "put it in quotes: \"" + braces + '"');
            return;
        }
        String what = found.isMissingNode() ? "nothing" : YamlTree.describe(found);
        yaml.wrong(
                pointer,
                fill(words.path("found").asString(what)),
                fill(words.path("allowed").asString(otherwise)),
                fill(words.path("fix").asString("see docs/targets.md")));
    }

    /** {@code {port}} without quotes is a mapping in YAML, and an argument for whoever wrote it. */
    private boolean isBareBraces() {
        return keyword.equals("type")
                && found.isObject()
                && found.size() == 1
                && found.iterator().next().isNull();
    }

    private String fill(String text) {
        return VARIABLE.matcher(text).replaceAll(variable -> Matcher.quoteReplacement(value(variable.group(1))));
    }

    private String value(String variable) {
        String key = pointer.substring(pointer.lastIndexOf('/') + 1)
                .replace("~1", "/")
                .replace("~0", "~");
        return switch (variable) {
            case "key" -> key;
            case "size" -> Integer.toString(found.size());
            case "near" -> near(key);
            case "placeholder" ->
                PLACEHOLDER
                        .matcher(found.asString())
                        .results()
                        .map(MatchResult::group)
                        .findFirst()
                        .orElse(Target.PORT);
            case "properties" -> String.join(", ", holder.path("properties").propertyNames());
            case "enum" ->
                holder.path("enum").valueStream().map(JsonNode::asString).collect(Collectors.joining(", "));
            default -> holder.has(variable) ? holder.path(variable).asString() : beside(variable);
        };
    }

    /** The value of a key beside the wrong one. */
    private String beside(String key) {
        String parent = pointer.substring(0, pointer.lastIndexOf('/'));
        return yaml.text(parent + "/" + key)
                .orElse(JSON.at("/$defs/" + key + "/default").asString());
    }

    /** The known key, or the word of a choice, that was meant. */
    private String near(String key) {
        if (keyword.equals("additionalProperties")) {
            return Spelling.meant(key, holder.path("properties").propertyNames())
                    .map(meant -> "did you mean " + meant + "? Correct it or remove it")
                    .orElse("correct its spelling or remove it");
        }
        List<String> choice =
                holder.path("enum").valueStream().map(JsonNode::asString).toList();
        return Spelling.meant(found.asString(), choice).orElse(choice.get(0));
    }

    private static JsonNode read() {
        try (InputStream in = TargetSchema.class.getResourceAsStream("target-1.schema.json")) {
            return JsonMapper.shared().readTree(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
