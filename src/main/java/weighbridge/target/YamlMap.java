package weighbridge.target;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/**
 * One mapping of a YAML file, read key by key. Whatever is wrong is added to the list of faults and reading goes on with
 * a stand-in, so that a user sees all faults of a file at once.
 */
final class YamlMap {
    private final String file;
    private final String prefix;
    private final List<Fault> faults;
    private final int line;
    private final Map<String, Node> values = new LinkedHashMap<>();
    private final Map<String, Integer> lines = new LinkedHashMap<>();
    private final List<String> known = new ArrayList<>();

    YamlMap(String file, String prefix, MappingNode node, List<Fault> faults) {
        this.file = file;
        this.prefix = prefix;
        this.faults = faults;
        this.line = lineOf(node);
        for (NodeTuple entry : node.getValue()) {
            String key = entry.getKeyNode() instanceof ScalarNode scalar ? scalar.getValue() : "(not a word)";
            if (values.put(key, entry.getValueNode()) != null) {
                fault(lineOf(entry.getKeyNode()), key, "the key a second time", "each key once", "keep one of the two");
            }
            lines.put(key, lineOf(entry.getKeyNode()));
        }
    }

    boolean has(String key) {
        return values.containsKey(key);
    }

    boolean isMap(String key) {
        return values.get(key) instanceof MappingNode;
    }

    private int lineOf(String key) {
        return lines.getOrDefault(key, line);
    }

    Optional<String> text(String key) {
        return value(key).flatMap(node -> scalar(key, node));
    }

    String requiredText(String key, String example) {
        Optional<String> text = text(key);
        if (text.isPresent() && text.get().isBlank()) {
            wrong(key, quote(text.get()), "a text that is not empty", "write for example " + example);
        }
        return text.orElseGet(() -> missing(key, "a text", example, ""));
    }

    List<String> requiredTexts(String key, String example) {
        List<String> texts = texts(key);
        return has(key) ? texts : missing(key, "a list of arguments", example, texts);
    }

    List<String> texts(String key) {
        Optional<Node> value = value(key);
        if (value.isEmpty()) {
            return List.of();
        }
        if (!(value.get() instanceof SequenceNode sequence)) {
            wrong(key, describe(value.get()), "a list, never a shell line", "write it as " + key + ": [first, second]");
            return List.of();
        }
        if (sequence.getValue().isEmpty()) {
            wrong(key, "an empty list", "at least one entry", "name the entries, or leave " + key + " out");
        }
        List<String> texts = new ArrayList<>();
        sequence.getValue().forEach(node -> scalar(key, node).ifPresent(texts::add));
        return texts;
    }

    /** Names of variables and their values. A name with '=' or blank would not reach any process. */
    Map<String, String> variables(String key) {
        Map<String, String> variables = new LinkedHashMap<>();
        map(key).ifPresent(map -> {
            for (String name : map.values.keySet()) {
                if (!name.matches("[^=\\s\\p{Cntrl}]+")) {
                    map.wrong(name, quote(name) + " as a name", "names without blanks and '='", "rename the variable");
                }
                map.text(name).ifPresent(text -> variables.put(name, text));
            }
        });
        return variables;
    }

    Optional<Integer> integer(String key, int low, int high) {
        return text(key).flatMap(text -> {
            if (text.matches("\\d{1,9}")) {
                int number = Integer.parseInt(text);
                if (number >= low && number <= high) {
                    return Optional.of(number);
                }
            }
            wrong(key, quote(text), "a whole number from " + low + " to " + high, "put in such a number");
            return Optional.empty();
        });
    }

    Optional<Duration> duration(String key) {
        return text(key).flatMap(text -> {
            Optional<Duration> duration = Durations.parse(text).filter(d -> !d.isZero());
            if (duration.isEmpty()) {
                wrong(key, quote(text), Durations.ALLOWED, "write for example " + key + ": 30s");
            }
            return duration;
        });
    }

    Optional<YamlMap> map(String key) {
        return value(key).flatMap(node -> {
            if (node instanceof MappingNode mapping) {
                return Optional.of(new YamlMap(file, prefix + key + ".", mapping, faults));
            }
            wrong(key, describe(node), "keys with values", "write it as " + key + ": {key: value}");
            return Optional.empty();
        });
    }

    /** Says every key that nobody asked for, with the ones that were. */
    void finish() {
        for (String key : values.keySet()) {
            if (!known.contains(key)) {
                wrong(key, "an unknown key", String.join(", ", known), "correct its spelling or remove it");
            }
        }
    }

    void wrong(String key, String found, String allowed, String fix) {
        fault(lineOf(key), key, found, allowed, fix);
    }

    <T> T missing(String key, String allowed, String example, T standIn) {
        if (!has(key)) {
            fault(line, key, "nothing", allowed, "add a line such as  " + example);
        }
        return standIn;
    }

    static String quote(String text) {
        return '"' + text + '"';
    }

    private void fault(int atLine, String key, String found, String allowed, String fix) {
        faults.add(new Fault(file + ":" + atLine, prefix + key, found, allowed, fix));
    }

    private Optional<Node> value(String key) {
        known.add(key);
        return Optional.ofNullable(values.get(key));
    }

    private Optional<String> scalar(String key, Node node) {
        if (node instanceof ScalarNode scalar && !Tag.NULL.equals(scalar.getTag())) {
            if (scalar.getValue().indexOf('\0') >= 0) {
                // No path, argument or variable can hold it.
                wrong(key, describe(node), "a text without the character 0", "remove the \\0");
                return Optional.empty();
            }
            return Optional.of(scalar.getValue());
        }
        wrong(key, describe(node), "a text", "put one value there, in quotes if it has special characters");
        return Optional.empty();
    }

    private static String describe(Node node) {
        if (node instanceof ScalarNode scalar) {
            return Tag.NULL.equals(scalar.getTag()) ? "nothing" : quote(scalar.getValue());
        }
        return node instanceof SequenceNode ? "a list" : "keys with values";
    }

    private static int lineOf(Node node) {
        return node.getStartMark().map(mark -> mark.getLine() + 1).orElse(1);
    }
}
