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
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Tag;
import weighbridge.text.Fault;
import weighbridge.text.InputException;

/**
 * A YAML file that is safe to read.
 *
 * @param shown how the file is named in messages
 * @param root the mapping that it is
 */
record YamlFile(String shown, MappingNode root) {
    private static final int MAX_DEPTH = 16;

    /** Reads a file, whatever it holds. @throws InputException where there is no mapping to read at all */
    static YamlFile read(Path file) {
        String shown = shown(file);
        String text = YamlText.read(file, shown);
        try {
            // Keys that are no words are refused as unknown ones, with their line.
            LoadSettings settings =
                    LoadSettings.builder().setAllowNonScalarKeys(true).build();
            refuseBombs(settings, shown, text);
            return new Compose(settings)
                    .composeString(text)
                    .filter(MappingNode.class::isInstance)
                    .map(root -> new YamlFile(shown, (MappingNode) root))
                    .orElseThrow(() ->
                            fault(shown + ":1", "no keys", "keys with values", "start with a line  name: myserver"));
        } catch (MarkedYamlEngineException e) {
            String where = shown + ":" + line(e.getProblemMark());
            throw fault(where, "no YAML: " + e.getProblem(), "YAML", "mend the line; tabs never indent");
        } catch (YamlEngineException e) {
            throw fault(shown, "no YAML: " + e.getMessage(), "YAML", "mend the file");
        }
    }

    static int line(Optional<Mark> mark) {
        return mark.map(Mark::getLine).orElse(0) + 1;
    }

    static InputException fault(String where, String found, String allowed, String fix) {
        return InputException.of(List.of(new Fault(where, "", found, allowed, fix)));
    }

    /**
     * No target needs anchors, tags or deep nesting, but files that blow up or take over their reader are made of them.
     * Seen event by event, before the composer recurses into anything.
     */
    private static void refuseBombs(LoadSettings settings, String shown, String text) {
        int depth = 0;
        int documents = 0;
        for (Event event : new Parse(settings).parseString(text)) {
            String where = shown + ":" + line(event.getStartMark());
            if (event instanceof NodeEvent node && node.getAnchor().isPresent()) {
                throw fault(where, "an anchor or alias", "values as such", "write the value out at each place");
            }
            tag(event).ifPresent(tag -> {
                throw fault(where, "the tag " + tag.replace(Tag.PREFIX, "!!"), "values as such", "remove the tag");
            });
            if (event instanceof DocumentStartEvent && ++documents > 1) {
                throw fault(where, "a second document", "one document", "put each target into a folder of its own");
            }
            if (event instanceof CollectionStartEvent && ++depth > MAX_DEPTH) {
                throw fault(where, "values nested too deeply", MAX_DEPTH + " levels", "remove brackets or indentation");
            }
            if (event instanceof CollectionEndEvent) {
                depth--;
            }
        }
    }

    private static Optional<String> tag(Event event) {
        if (event instanceof ScalarEvent scalar) {
            return scalar.getTag();
        }
        return event instanceof CollectionStartEvent collection ? collection.getTag() : Optional.empty();
    }

    /** Paths below the working directory are shown as the user would type them. */
    private static String shown(Path file) {
        Path here = Path.of("").toAbsolutePath();
        Path absolute = file.toAbsolutePath().normalize();
        return (absolute.startsWith(here) ? here.relativize(absolute) : absolute).toString();
    }
}
