package weighbridge.server;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import weighbridge.text.Durations;
import weighbridge.text.Fault;
import weighbridge.text.Spelling;

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
        this.line = YamlNodes.line(node);
        for (NodeTuple entry : node.getValue()) {
            String key = entry.getKeyNode() instanceof ScalarNode scalar ? scalar.getValue() : "(not a word)";
            int at = YamlNodes.line(entry.getKeyNode());
            if (values.put(key, entry.getValueNode()) != null) {
                fault(at, key, "the key a second time", "each key once", "keep one of the two");
            }
            lines.put(key, at);
        }
    }

    boolean has(String key) {
        return values.containsKey(key);
    }

    boolean isMap(String key) {
        return values.get(key) instanceof MappingNode;
    }

    /** Whether there is such a key, which is known and not read. */
    boolean skip(String key) {
        return value(key).isPresent();
    }

    Set<String> keys() {
        return values.keySet();
    }

    /** File and line of a key, or of the mapping where it has no such key. */
    String where(String key) {
        return file + ":" + lines.getOrDefault(key, line);
    }

    Optional<String> text(String key) {
        return value(key).flatMap(node -> scalar(lines.get(key), key, node));
    }

    String requiredText(String key, String example) {
        Optional<String> text = text(key);
        if (text.isPresent() && text.get().isBlank()) {
            wrong(key, YamlNodes.quote(text.get()), "a text that is not empty", "write for example " + example);
        }
        return text.orElseGet(() -> missing(key, "a text", example, ""));
    }

    List<String> requiredTexts(String key, String allowed, String example) {
        List<String> texts = texts(key);
        return has(key) ? texts : missing(key, allowed, example, texts);
    }

    List<String> texts(String key) {
        List<String> texts = new ArrayList<>();
        for (Node node : entries(key, "a list, never a shell line", "write it as " + key + ": [first, second]")) {
            scalar(YamlNodes.line(node), key, node).ifPresent(texts::add);
        }
        return texts;
    }

    Optional<YamlMap> map(String key) {
        return value(key).flatMap(node -> {
            if (node instanceof MappingNode mapping) {
                return Optional.of(new YamlMap(file, prefix + key + ".", mapping, faults));
            }
            wrong(key, YamlNodes.describe(node), "keys with values", "write it as " + key + ": {key: value}");
            return Optional.empty();
        });
    }

    /** The mappings of a list; the n-th has the key {@code key[n]}, counted from 0. */
    List<YamlMap> maps(String key, String example) {
        List<YamlMap> maps = new ArrayList<>();
        List<Node> nodes = entries(key, "a list", "write it as " + key + ": [" + example + "]");
        for (int n = 0; n < nodes.size(); n++) {
            Node node = nodes.get(n);
            String entry = key + "[" + n + "]";
            if (node instanceof MappingNode mapping) {
                maps.add(new YamlMap(file, prefix + entry + ".", mapping, faults));
            } else {
                int at = YamlNodes.line(node);
                fault(at, entry, YamlNodes.describe(node), "keys with values", "write it as " + example);
            }
        }
        return maps;
    }

    Optional<Integer> integer(String key, int low, int high) {
        return text(key).flatMap(text -> {
            if (text.matches("\\d{1,9}")) {
                int number = Integer.parseInt(text);
                if (number >= low && number <= high) {
                    return Optional.of(number);
                }
            }
            wrong(key, YamlNodes.quote(text), "a whole number from " + low + " to " + high, "put in such a number");
            return Optional.empty();
        });
    }

    /** From 1 ms to {@code most}. */
    Optional<Duration> duration(String key, Duration most) {
        return text(key).flatMap(text -> {
            Optional<Duration> duration = Durations.parse(text)
                    .filter(given -> given.compareTo(Duration.ofMillis(1)) >= 0 && given.compareTo(most) <= 0);
            if (duration.isEmpty()) {
                wrong(
                        key,
                        YamlNodes.quote(text),
                        Durations.ALLOWED + ", from 1ms to " + Durations.text(most),
                        "write for example " + key + ": 30s");
            }
            return duration;
        });
    }

    /** One of these words. */
    Optional<String> choice(String key, List<String> words) {
        return text(key).filter(text -> {
            if (!words.contains(text)) {
                String meant = Spelling.meant(text, words).orElse(words.get(0));
                wrong(key, YamlNodes.quote(text), String.join(", ", words), "write for example " + key + ": " + meant);
            }
            return words.contains(text);
        });
    }

    /** Says every key that nobody asked for, with the ones that were. */
    void finish() {
        for (String key : values.keySet()) {
            if (!known.contains(key)) {
                String fix = Spelling.meant(key, known)
                        .map(meant -> "did you mean " + meant + "? Correct it or remove it")
                        .orElse("correct its spelling or remove it");
                wrong(key, "an unknown key", String.join(", ", known), fix);
            }
        }
    }

    void wrong(String key, String found, String allowed, String fix) {
        fault(lines.getOrDefault(key, line), key, found, allowed, fix);
    }

    <T> T missing(String key, String allowed, String example, T standIn) {
        if (!has(key)) {
            fault(line, key, "nothing", allowed, "add a line such as  " + example);
        }
        return standIn;
    }

    private void fault(int atLine, String key, String found, String allowed, String fix) {
        faults.add(new Fault(file + ":" + atLine, prefix + key, found, allowed, fix));
    }

    private Optional<Node> value(String key) {
        known.add(key);
        return Optional.ofNullable(values.get(key));
    }

    private List<Node> entries(String key, String allowed, String fix) {
        Optional<Node> value = value(key);
        if (value.isEmpty()) {
            return List.of();
        }
        if (!(value.get() instanceof SequenceNode sequence)) {
            wrong(key, YamlNodes.describe(value.get()), allowed, fix);
            return List.of();
        }
        if (sequence.getValue().isEmpty()) {
            wrong(key, "an empty list", "at least one entry", "name the entries, or leave " + key + " out");
        }
        return sequence.getValue();
    }

    private Optional<String> scalar(int at, String key, Node node) {
        if (YamlNodes.isBareBraces(node)) {
            String braces = YamlNodes.bareBraces(node);
            fault(at, key, braces + " without quotes", "a text", "put it in quotes: " + YamlNodes.quote(braces));
            return Optional.of(braces);
        }
        if (!(node instanceof ScalarNode scalar) || YamlNodes.isNull(node)) {
            String fix = "put one value there, in quotes if it has special characters";
            fault(at, key, YamlNodes.describe(node), "a text", fix);
            return Optional.empty();
        }
        if (scalar.getValue().indexOf('\0') >= 0) {
            // No path, argument or variable can hold it.
            fault(at, key, YamlNodes.describe(node), "a text without the character 0", "remove the \\0");
            return Optional.empty();
        }
        return Optional.of(scalar.getValue());
    }
}
