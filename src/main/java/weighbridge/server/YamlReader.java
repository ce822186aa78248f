package weighbridge.server;

import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.nodes.Tag;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;
import weighbridge.text.ForeignText;
import weighbridge.text.InputException;

/**
 * Builds JSON from the events of a YAML text. Each value reads as the text that is written: only what JSON writes alike
 * becomes a number or a truth value.
 */
final class YamlReader {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final int MAX_DEPTH = 16;

    private final YamlTree tree;
    private final String file;
    private final List<String> lines;
    private final Iterator<Event> events;
    private Event next;

    YamlReader(YamlTree tree, String file, String text) {
        this.tree = tree;
        this.file = file;
        this.lines = text.lines().toList();
        this.events =
                new Parse(LoadSettings.builder().build()).parseString(text).iterator();
    }

    /** @throws InputException where it is none, or one that could not come from a person */
    JsonNode root() {
        try {
            events.next(); // the start of the stream
            next = events.next();
            JsonNode root = skip(Event.ID.DocumentStart) ? node("", line(), 1) : JSON.nullNode();
            skip(Event.ID.DocumentEnd);
            if (next.getEventId() == Event.ID.DocumentStart) {
                throw end(line(), "a second document", "one document", "put each target into a folder of its own");
            }
            if (!root.isObject()) {
                refuseLookalikes(1, lines.size());
                throw end(1, "no keys", "keys with values", "start with a line  name: myserver");
            }
            return root;
        } catch (MarkedYamlEngineException e) {
            int last = line(e.getProblemMark());
            refuseLookalikes(e.getContextMark().isPresent() ? line(e.getContextMark()) : last - 1, last);
            throw end(last, "no YAML: " + e.getProblem(), "YAML", "mend the line; tabs never indent");
        }
    }

    /** A reader sees no fault in such lines. They are looked for only where there is one: texts may have these characters. */
    private void refuseLookalikes(int first, int last) {
        for (int line = Math.max(1, first); line <= Math.min(last, lines.size()); line++) {
            Optional<Lookalike> lookalike = Lookalike.in(lines.get(line - 1));
            if (lookalike.isPresent()) {
                throw end(
                        line,
                        lookalike.get().words(),
                        lookalike.get().allowed(),
                        lookalike.get().fix());
            }
        }
    }

    private JsonNode node(String pointer, int line, int depth) {
        refuse(depth);
        tree.put(pointer, line);
        Event event = next;
        next = events.next();
        if (event instanceof ScalarEvent scalar) {
            return value(scalar);
        }
        return event.getEventId() == Event.ID.MappingStart ? object(pointer, depth + 1) : array(pointer, depth + 1);
    }

    private JsonNode object(String pointer, int depth) {
        ObjectNode object = JSON.objectNode();
        while (!skip(Event.ID.MappingEnd)) {
            int line = line();
            String key = next instanceof ScalarEvent scalar ? scalar.getValue() : "(not a word)";
            String inner = YamlTree.pointer(pointer, key);
            node(inner, line, depth); // the key
            if (object.replace(key, node(inner, line, depth)) != null) {
                tree.wrong(inner, "the key a second time", "each key once", "keep one of the two");
            }
        }
        return object;
    }

    private JsonNode array(String pointer, int depth) {
        ArrayNode array = JSON.arrayNode();
        while (!skip(Event.ID.SequenceEnd)) {
            array.add(node(pointer + "/" + array.size(), line(), depth));
        }
        return array;
    }

    private static JsonNode value(ScalarEvent scalar) {
        String text = scalar.getValue();
        if (scalar.isPlain() && (text.isEmpty() || text.equals("null"))) {
            return JSON.nullNode();
        }
        if (text.equals("true") || text.equals("false")) {
            return JSON.booleanNode(Boolean.parseBoolean(text));
        }
        return text.matches("0|[1-9]\\d{0,8}") ? JSON.numberNode(Integer.parseInt(text)) : JSON.stringNode(text);
    }

    /** No target needs anchors, tags or deep nesting, but files that blow up or take over their reader are made of them. */
    private void refuse(int depth) {
        boolean collection = next instanceof CollectionStartEvent;
        if (collection && depth > MAX_DEPTH) {
            throw end(line(), "values nested too deeply", MAX_DEPTH + " levels", "remove brackets or indentation");
        }
        if (((NodeEvent) next).getAnchor().isPresent()) {
            throw end(line(), "an anchor or alias", "values as such", "write the value out at each place");
        }
        Optional<String> tag = collection ? ((CollectionStartEvent) next).getTag() : ((ScalarEvent) next).getTag();
        if (tag.isPresent()) {
            String found = "the tag " + tag.get().replace(Tag.PREFIX, "!!");
            throw end(line(), found, "values as such", "remove the tag");
        }
        if (next instanceof ScalarEvent scalar && !ForeignText.isWhole(scalar.getValue())) {
            // No program can be started, and no server called, with a text that no encoding can hold.
            throw end(
                    line(),
                    "half of a character",
                    "whole characters",
                    "write the character itself in place of its \\u");
        }
    }

    /** Whether the next event is such a one, which is left behind then. */
    private boolean skip(Event.ID id) {
        boolean skipped = next.getEventId() == id;
        next = skipped ? events.next() : next;
        return skipped;
    }

    private InputException end(int line, String found, String allowed, String fix) {
        return YamlText.fault(file + ":" + line, found, allowed, fix);
    }

    private int line() {
        return line(next.getStartMark());
    }

    private static int line(Optional<Mark> mark) {
        return mark.map(Mark::getLine).orElse(0) + 1;
    }
}
