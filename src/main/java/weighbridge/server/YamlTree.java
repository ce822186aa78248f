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
    private final Map<String, Integer> lines = new HashMap<>();
    private final Map<Integer, List<Fault>> faults = new TreeMap<>();
    private final Set<String> wrong = new HashSet<>();

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

    /** The last key of a pointer. */
    static String key(String pointer) {
        return unescaped(pointer.substring(pointer.lastIndexOf('/') + 1));
    }

    private static String unescaped(String text) {
        return text.replace("~1", "/").replace("~0", "~");
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

    void put(String pointer, int line) {
        lines.put(pointer, line);
    }

    /** File and line of a key, or of what it should be in. */
    String where(String pointer) {
        return file + ":" + line(pointer);
    }

    private int line(String pointer) {
        return lines.containsKey(pointer) ? lines.get(pointer) : line(parent(pointer));
    }

    /** Whether a fault is kept of this place, or of what it is in. */
    boolean isWrong(String pointer) {
        return wrong.contains(pointer) || !pointer.isEmpty() && isWrong(parent(pointer));
    }

    /** The same, or of what is in it. */
    boolean isWrongWithin(String pointer) {
        return isWrong(pointer) || wrong.stream().anyMatch(other -> other.startsWith(pointer + "/"));
    }

    /** Keeps a fault. @param pointer of what is wrong, or of the key that is missing */
    void wrong(String pointer, String found, String allowed, String fix) {
        // Requests are numbered. The entries of other lists are texts, which are shown as they are.
        String path = pointer.replaceFirst("^/then/(\\d+)", "/then[$1]").replaceFirst("(command|sources)/\\d+$", "$1");
        String key = unescaped(path.substring(1).replace('/', '.'));
        wrong.add(pointer);
        faults.computeIfAbsent(line(pointer), line -> new ArrayList<>())
                .add(new Fault(where(pointer), key, found, allowed, fix));
    }

    /** @throws InputException with all faults, in the order of their lines */
    void finish() {
        if (!faults.isEmpty()) {
            throw InputException.of(
                    faults.values().stream().flatMap(List::stream).toList());
        }
    }
}
