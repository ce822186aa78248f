package weighbridge.server;

import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.dialect.Dialect;
import com.networknt.schema.dialect.Dialects;
import com.networknt.schema.keyword.NonValidationKeyword;
import com.networknt.schema.path.NodePath;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import weighbridge.text.Spelling;

/**
 * Holds a {@code target.yaml} against its JSON Schema, the one that editors use too. Each violation becomes one line, whose
 * words stand in the schema, at {@code x-faults}.
 */
final class TargetSchema {
    private static final String WORDS = "x-faults";
    static final Schema SCHEMA = SchemaRegistry.withDialect(Dialect.builder(Dialects.getDraft202012())
                    .keyword(new NonValidationKeyword(WORDS))
                    .build())
            .getSchema(SchemaLocation.of("classpath:weighbridge/server/target-1.schema.json"));
    private static final JsonNode JSON = SCHEMA.getSchemaNode();

    private static final Pattern VARIABLE = Pattern.compile("\\$(\\w+)");
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{(?!(port|folder)})[A-Za-z]+}");

    private final YamlTree yaml;
    private final String keyword;
    /** The part of the schema that is violated. */
    private final JsonNode rule;

    private final JsonNode words;
    private final String pointer;
    private final JsonNode found;

    private TargetSchema(YamlTree yaml, Error error) {
        NodePath location = error.getSchemaLocation().getFragment();
        String instance = error.getInstanceLocation().toString();
        this.yaml = yaml;
        this.rule = JSON.at(location.getParent().toString());
        this.keyword = keyword(location.getName(-1));
        this.words = words(error.getProperty());
        String key = words.path("key").asString(error.getProperty());
        this.pointer = key == null ? instance : YamlTree.pointer(instance, key);
        this.found = yaml.at(pointer);
    }

    /** Says what the schema refuses, of each key the first, but for what is said already. */
    static void check(YamlTree yaml) {
        List<Error> errors = new ArrayList<>(SCHEMA.validate(yaml.at("")));
        // What must not be there at all comes first: then it does not matter what is in it.
        errors.sort(Comparator.comparing(error ->
                error.getKeyword().equals("not") ? error.getInstanceLocation().getNameCount() : Integer.MAX_VALUE));
        for (Error error : errors) {
            TargetSchema violation = new TargetSchema(yaml, error);
            if (!yaml.isWrong(violation.pointer)) {
                violation.say(error.getMessage());
            }
        }
    }

    /** A pattern of the schema. */
    static Pattern pattern(String name) {
        return Pattern.compile(JSON.at("/$defs/" + name + "/pattern").asString());
    }

    private String keyword(String name) {
        String type = rule.path("type").asString("");
        return name.equals("type") && !type.isEmpty() ? "type " + type : name;
    }

    /** Those of the missing key, of the violated rule, or else of the whole schema. */
    private JsonNode words(String property) {
        JsonNode outer = JSON;
        JsonNode inner = rule;
        if (keyword.equals("required")) {
            outer = JSON.path("properties").path(property);
            inner = rule.path("properties").path(property);
        }
        JsonNode own = inner.path(WORDS).path(keyword);
        return own.isMissingNode() ? outer.path(WORDS).path(keyword) : own;
    }

    private void say(String otherwise) {
        // {port} without quotes is a mapping in YAML, and an argument for whoever wrote it.
        boolean braces = keyword.equals("type")
                && found.size() == 1
                && found.iterator().next().isNull();
        if (braces && found.isObject()) {
            String text = "{" + found.propertyNames().iterator().next() + "}";
            yaml.wrong(pointer, text + " without quotes", "a text", "put it in quotes: \"" + text + '"');
            return;
        }
        Optional<Lookalike> lookalike =
                keyword.equals("additionalProperties") ? Lookalike.in(YamlTree.key(pointer)) : Optional.empty();
        if (lookalike.isPresent()) {
            String unknown = "an unknown key with " + lookalike.get().words();
            yaml.wrong(
                    pointer, unknown, lookalike.get().allowed(), lookalike.get().fix());
            return;
        }
        JsonNode what = words.path("found");
        yaml.wrong(
                pointer,
                what.isMissingNode() ? describe(found) : fill(what.asString()),
                fill(words.path("allowed").asString(otherwise)),
                fill(words.path("fix").asString("see docs/targets.md")));
    }

    private static String describe(JsonNode node) {
        if (node.isContainer()) {
            return node.isArray() ? "a list" : "keys with values";
        }
        return node.isNull() || node.isMissingNode() ? "nothing" : '"' + node.asString() + '"';
    }

    private String fill(String text) {
        return VARIABLE.matcher(text).replaceAll(variable -> Matcher.quoteReplacement(value(variable.group(1))));
    }

    private String value(String variable) {
        String text = found.asString("");
        String key = YamlTree.key(pointer);
        List<String> choice =
                rule.path("enum").valueStream().map(JsonNode::asString).toList();
        Collection<String> keys = rule.path("properties").propertyNames();
        return switch (variable) {
            case "key" -> key;
            case "size" -> Integer.toString(found.size());
            case "placeholder" ->
                PLACEHOLDER
                        .matcher(text)
                        .results()
                        .map(MatchResult::group)
                        .findFirst()
                        .orElse(Placeholders.has(Target.FOLDER, text) ? Target.FOLDER : Target.PORT);
            case "choice" -> String.join(", ", choice);
            case "nearest" -> Spelling.meant(text, choice).orElse(choice.get(0));
            case "keys" -> Spelling.allowed(key, keys);
            case "correction" ->
                Spelling.meant(key, keys)
                        .map(meant -> "did you mean " + meant + "? Correct it or remove it")
                        .orElse("correct its spelling or remove it");
            default -> rule.has(variable) ? rule.path(variable).asString() : beside(variable);
        };
    }

    /** The value of a key beside the wrong one. */
    private String beside(String key) {
        String usual = JSON.at("/$defs/" + key + "/default").asString("");
        return yaml.text(YamlTree.parent(pointer) + "/" + key).orElse(usual);
    }
}
