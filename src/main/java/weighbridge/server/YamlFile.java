package weighbridge.server;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.CollectionEndEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.DocumentStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.Tag;
import weighbridge.text.Fault;
import weighbridge.text.InputException;

/** From a YAML file to its mapping, whatever the file holds. */
final class YamlFile {
    private static final int MAX_DEPTH = 16;

    private YamlFile() {}

    /**
     * The mapping that the file is.
     *
     * @param faults gets what is found wrong while the mapping is read
     * @throws InputException where there is no mapping to read at all
     */
    static YamlMap read(Path file, List<Fault> faults) {
        String shown = shown(file);
        MappingNode root = compose(shown, YamlText.read(file, shown))
                .orElseThrow(
                        () -> fault(shown + ":1", "no keys", "keys with values", "start with a line  name: myserver"));
        return new YamlMap(shown, "", root, faults);
    }

    private static Optional<MappingNode> compose(String shown, String text) {
        try {
            LoadSettings settings = LoadSettings.builder()
                    .setLabel(shown)
                    // They are refused as unknown keys, with their line.
                    .setAllowNonScalarKeys(true)
                    .build();
            refuseBombs(settings, shown, text);
            Optional<Node> root = new Compose(settings).composeString(text);
            return root.filter(MappingNode.class::isInstance).map(MappingNode.class::cast);
        } catch (MarkedYamlEngineException e) {
            int line = e.getProblemMark().map(mark -> mark.getLine() + 1).orElse(1);
            throw fault(shown + ":" + line, "no YAML: " + e.getProblem(), "YAML", "mend the line; tabs never indent");
        } catch (YamlEngineException e) {
            throw fault(shown, "no YAML: " + e.getMessage(), "YAML", "mend the file");
        }
    }

    /**
     * No target needs anchors, tags or deep nesting, but files that blow up or take over their reader are made of them.
     * Seen event by event, before the composer recurses into anything.
     */
    private static void refuseBombs(LoadSettings settings, String shown, String text) {
        int depth = 0;
        int documents = 0;
        for (Event event : new Parse(settings).parseString(text)) {
            String line = shown + ":"
                    + event.getStartMark().map(mark -> mark.getLine() + 1).orElse(1);
            if (event instanceof NodeEvent node && node.getAnchor().isPresent()) {
                throw fault(line, "an anchor or alias", "values as such", "write the value out at each place");
            }
            tag(event).ifPresent(tag -> {
                throw fault(line, "the tag " + tag, "values as such", "remove the tag");
            });
            if (event instanceof DocumentStartEvent && ++documents > 1) {
                throw fault(line, "a second document", "one document", "put each target into a folder of its own");
            }
            if (event instanceof CollectionStartEvent && ++depth > MAX_DEPTH) {
                throw fault(line, "values nested too deeply", MAX_DEPTH + " levels", "remove brackets or indentation");
            }
            if (event instanceof CollectionEndEvent) {
                depth--;
            }
        }
    }

    private static Optional<String> tag(Event event) {
        Optional<String> tag = Optional.empty();
        if (event instanceof ScalarEvent scalar) {
            tag = scalar.getTag();
        } else if (event instanceof CollectionStartEvent collection) {
            tag = collection.getTag();
        }
        return tag.map(name -> name.replace(Tag.PREFIX, "!!"));
    }

    static InputException fault(String where, String found, String allowed, String fix) {
        return InputException.of(List.of(new Fault(where, "", found, allowed, fix)));
    }

    /** Paths below the working directory are shown as the user would type them. */
    private static String shown(Path file) {
        Path here = Path.of("").toAbsolutePath();
        Path absolute = file.toAbsolutePath().normalize();
        return (absolute.startsWith(here) ? here.relativize(absolute) : absolute).toString();
    }
}
