package weighbridge.server;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;
import weighbridge.text.Fault;
import weighbridge.text.InputException;

/**
 * A YAML file as the tree that a JSON Schema can be held against, and what is found wrong with it. Places are JSON pointers
 * such as {@code /then/0/url}.
 */
final class YamlTree {
    private final String file;
    private final JsonNode root;
    private final Map<String, Place> places = new HashMap<>();
    private final Map<Integer, List<Fault>> faults = new TreeMap<>();
    private final Set<String> wrong = new HashSet<>();

    /**
     * Where something stands.
     *
     * @param line its line
     * @param path how it is named in messages
     * @param name the last word of that
     */
    record Place(int line, String path, String name) {
        Place inner(int at, String key) {
            return new Place(at, path.isEmpty() ? key : path + "." + key, key);
        }
    }

    /** That of this file. @throws InputException where there is no mapping to read */
    YamlTree(Path path) {
        Path here = Path.of("").toAbsolutePath();
        Path absolute = path.toAbsolutePath().normalize();
        // Below the working directory as the user would type it.
        file = (absolute.startsWith(here) ? here.relativize(absolute) : absolute).toString();
        root = new YamlReader(this, file, YamlText.read(path, file)).root();
    }

    static String pointer(String parent, String key) {
        return parent + "/" + key.replace("~", "~0").replace("/", "~1");
    }

    static String parent(String pointer) {
        return pointer.substring(0, pointer.lastIndexOf('/'));
    }

    JsonNode at(String pointer) {
        return root.at(pointer);
    }

    boolean has(String pointer) {
        return !at(pointer).isMissingNode();
    }

    /** The text of one value; empty where there is none, or something else. */
    Optional<String> text(String pointer) {
        JsonNode node = at(pointer);
        return node.isValueNode() && !node.isNull() ? Optional.of(node.asString()) : Optional.empty();
    }

    /** The texts in a list. */
    List<String> texts(String pointer) {
        return at(pointer).valueStream().map(JsonNode::asString).toList();
    }

    /** Keys with their texts, in the order of the file. */
    Map<String, String> map(String pointer) {
        Map<String, String> map = new LinkedHashMap<>();
        at(pointer).forEachEntry((key, value) -> map.put(key, value.asString()));
        return map;
    }

    /** The pointers of what is in a list. */
    List<String> entries(String pointer) {
        List<String> entries = new ArrayList<>();
        at(pointer).forEach(entry -> entries.add(pointer + "/" + entries.size()));
        return entries;
    }

    void put(String pointer, Place place) {
        places.put(pointer, place);
    }

    /** Of what is not there: the line of what it should be in. */
    Place place(String pointer) {
        if (places.containsKey(pointer)) {
            return places.get(pointer);
        }
        Place parent = place(parent(pointer));
        return parent.inner(parent.line, pointer.substring(pointer.lastIndexOf('/') + 1));
    }

    /** File and line of a key. */
    String where(String pointer) {
        return file + ":" + place(pointer).line;
    }

    /** Whether a fault is kept of this place, or of what it is in. */
    boolean isWrong(String pointer) {
        return wrong.contains(pointer) || !pointer.isEmpty() && isWrong(parent(pointer));
    }

    /** Keeps a fault. @param pointer of what is wrong, or of the key that is missing */
    void wrong(String pointer, String found, String allowed, String fix) {
        Place place = place(pointer);
        wrong.add(pointer);
        faults.computeIfAbsent(place.line, line -> new ArrayList<>())
                .add(new Fault(where(pointer), place.path, found, allowed, fix));
    }

    /** @throws InputException with all faults, in the order of their lines */
    void finish() {
        if (!faults.isEmpty()) {
            throw InputException.of(
                    faults.values().stream().flatMap(List::stream).toList());
        }
    }
}
