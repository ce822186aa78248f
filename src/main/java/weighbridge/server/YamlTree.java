package weighbridge.server;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;
import weighbridge.text.Fault;
import weighbridge.text.InputException;

/**
 * A YAML file as the tree that a JSON Schema can be held against, with the line of each key and what is found wrong. Places
 * are JSON pointers such as {@code /then/0/url}. Each value reads as the text that is written: only what is written as JSON
 * writes it becomes a number or a truth value.
 */
final class YamlTree {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private record Place(int line, String key) {}

    private final String file;
    private final JsonNode root;
    private final Map<String, Place> places = new HashMap<>();
    private final Map<Integer, List<Fault>> faults = new TreeMap<>();
    private final Map<String, String> wrong = new HashMap<>();

    private YamlTree(String file, MappingNode root) {
        this.file = file;
        this.root = node(root, "", "");
    }

    /** That of this file. @throws InputException where there is no mapping to read */
    static YamlTree read(Path path) {
        YamlFile file = YamlFile.read(path);
        return new YamlTree(file.shown(), file.root());
    }

    JsonNode root() {
        return root;
    }

    boolean has(String pointer) {
        return !root.at(pointer).isMissingNode();
    }

    /** The text of one value; empty where there is none, or something else. */
    Optional<String> text(String pointer) {
        JsonNode node = root.at(pointer);
        return node.isValueNode() && !node.isNull() ? Optional.of(node.asString()) : Optional.empty();
    }

    /** The texts in a list. */
    List<String> texts(String pointer) {
        return root.at(pointer).valueStream().map(JsonNode::asString).toList();
    }

    /** Keys with their texts, in the order of the file. */
    Map<String, String> map(String pointer) {
        Map<String, String> map = new LinkedHashMap<>();
        root.at(pointer).forEachEntry((key, value) -> map.put(key, value.asString()));
        return map;
    }

    /** The pointer of a key within this place. */
    static String pointer(String parent, String key) {
        return parent + "/" + key.replace("~", "~0").replace("/", "~1");
    }

    /** File and line of a key. */
    String where(String pointer) {
        return file + ":" + place(pointer).line;
    }

    boolean isWrong(String pointer) {
        return wrong.containsKey(pointer);
    }

    /** Keeps a fault. @param pointer of what is wrong, or of the key that is missing */
    void wrong(String pointer, String found, String allowed, String fix) {
        Place place = place(pointer);
        wrong.put(pointer, found);
        faults.computeIfAbsent(place.line, line -> new ArrayList<>())
                .add(new Fault(file + ":" + place.line, place.key, found, allowed, fix));
    }

    /** @throws InputException with all faults, in the order of their lines */
    void finish() {
        if (!faults.isEmpty()) {
            throw InputException.of(
                    faults.values().stream().flatMap(List::stream).toList());
        }
    }

    /** What stands there, for messages. */
    static String describe(JsonNode node) {
        if (node.isContainer()) {
            return node.isArray() ? "a list" : "keys with values";
        }
        return node.isNull() ? "nothing" : '"' + node.asString() + '"';
    }

    private Place place(String pointer) {
        Place place = places.get(pointer);
        if (place != null) {
            return place;
        }
        int slash = pointer.lastIndexOf('/');
        Place parent = place(pointer.substring(0, slash));
        String key = pointer.substring(slash + 1).replace("~1", "/").replace("~0", "~");
        return new Place(parent.line, join(parent.key, key));
    }

    private static String join(String parent, String key) {
        return parent.isEmpty() ? key : parent + "." + key;
    }

    private JsonNode node(Node node, String pointer, String key) {
        places.putIfAbsent(pointer, new Place(YamlFile.line(node.getStartMark()), key));
        if (node instanceof MappingNode mapping) {
            return object(mapping, pointer, key);
        }
        if (node instanceof SequenceNode sequence) {
            return array(sequence, pointer, key);
        }
        String text = ((ScalarNode) node).getValue();
        if (Tag.NULL.equals(node.getTag())) {
            return JSON.nullNode();
        }
        if (text.equals("true") || text.equals("false")) {
            return JSON.booleanNode(Boolean.parseBoolean(text));
        }
        return text.matches("0|[1-9]\\d{0,8}") ? JSON.numberNode(Integer.parseInt(text)) : JSON.stringNode(text);
    }

    private JsonNode object(MappingNode mapping, String pointer, String key) {
        ObjectNode object = JSON.objectNode();
        for (NodeTuple entry : mapping.getValue()) {
            String name = entry.getKeyNode() instanceof ScalarNode scalar ? scalar.getValue() : "(not a word)";
            String inner = pointer(pointer, name);
            places.put(inner, new Place(YamlFile.line(entry.getKeyNode().getStartMark()), join(key, name)));
            if (object.has(name)) {
                wrong(inner, "the key a second time", "each key once", "keep one of the two");
            }
            object.set(name, node(entry.getValueNode(), inner, join(key, name)));
        }
        return object;
    }

    private JsonNode array(SequenceNode sequence, String pointer, String key) {
        ArrayNode array = JSON.arrayNode();
        for (Node entry : sequence.getValue()) {
            int n = array.size();
            // Requests are numbered. The entries of other lists are texts, which are shown as they are.
            array.add(node(entry, pointer + "/" + n, key.equals("then") ? key + "[" + n + "]" : key));
        }
        return array;
    }
}
