package weighbridge.target;

import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.CollectionEndEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;

/** Reads and checks one {@code target.yaml}. */
final class TargetFile {
    static final String NAME = "target.yaml";

    private static final int MAX_BYTES = 64 * 1024;
    private static final int MAX_DEPTH = 16;
    private static final Duration READY_TIMEOUT = Duration.ofSeconds(30);

    private TargetFile() {}

    /** The target in this folder. @throws InputException with all faults of the file at once */
    static Target read(Path folder) {
        Path file = folder.resolve(NAME);
        String shown = shown(file);
        List<Fault> faults = new ArrayList<>();
        Optional<MappingNode> root = compose(shown, text(file, shown));
        if (root.isEmpty()) {
            faults.add(new Fault(shown + ":1", "", "no keys", "keys with values", "start with a line  name: myserver"));
            throw InputException.of(faults);
        }
        YamlMap yaml = new YamlMap(shown, "", root.get(), faults);
        Target target = target(folder.toAbsolutePath().normalize(), yaml);
        yaml.finish();
        if (!faults.isEmpty()) {
            throw InputException.of(faults);
        }
        return target;
    }

    private static Target target(Path folder, YamlMap yaml) {
        String name = yaml.requiredText("name", "name: myserver");
        if (!name.isEmpty() && !name.matches("[A-Za-z0-9][A-Za-z0-9._-]{0,63}")) {
            yaml.wrong("name", YamlMap.quote(name), "1 to 64 letters, digits, '.', '_', '-'", "rename the target");
        }
        Version version = version(yaml);
        Optional<Build> build = yaml.map("build").map(map -> build(folder, map));
        List<String> command = yaml.requiredTexts("command", "command: [./myserver, \"{port}\"]");
        if (!command.isEmpty() && command.stream().noneMatch(argument -> argument.contains(Target.PORT))) {
            yaml.wrong(
                    "command",
                    "no " + Target.PORT,
                    "an argument with " + Target.PORT,
                    "add \"{port}\" where the port goes");
        }
        String url = path(yaml, "url").orElseGet(() -> yaml.missing("url", "a path", "url: /hello", "/"));
        Expectation expect = expectation(yaml.map("expect"));
        Readiness ready = readiness(yaml.map("ready"), url, expect);
        return new Target(folder, name, version, build, command, url, expect, ready, yaml.variables("env"));
    }

    private static Version version(YamlMap yaml) {
        if (!yaml.isMap("version")) {
            return new Version.Written(yaml.requiredText("version", "version: \"1.0\""));
        }
        YamlMap map = yaml.map("version").orElseThrow();
        List<String> command = map.requiredTexts("command", "version: {command: [./myserver, --version]}");
        map.finish();
        return new Version.Printed(command);
    }

    private static Build build(Path folder, YamlMap map) {
        List<String> command = map.requiredTexts("command", "command: [make]");
        String produces = map.requiredText("produces", "produces: target/server.jar");
        List<Path> sources = map.texts("sources").stream()
                .map(source -> folder.resolve(source).normalize())
                .toList();
        map.finish();
        return new Build(command, folder.resolve(produces).normalize(), sources);
    }

    private static Expectation expectation(Optional<YamlMap> given) {
        if (given.isEmpty()) {
            return new Expectation(200, Optional.empty());
        }
        YamlMap map = given.get();
        Expectation expect = new Expectation(map.integer("status", 100, 599).orElse(200), map.text("body"));
        map.finish();
        return expect;
    }

    private static Readiness readiness(Optional<YamlMap> given, String url, Expectation expect) {
        if (given.isEmpty()) {
            return new Readiness(url, expect, READY_TIMEOUT);
        }
        YamlMap map = given.get();
        Optional<String> ownUrl = path(map, "url");
        Optional<Integer> ownStatus = map.integer("status", 100, 599);
        Duration timeout = map.duration("timeout").orElse(READY_TIMEOUT);
        map.finish();
        // A url of its own is another question, so the body expected of the main url says nothing about it.
        Expectation asked = ownUrl.isPresent() || ownStatus.isPresent()
                ? new Expectation(ownStatus.orElse(200), Optional.empty())
                : expect;
        return new Readiness(ownUrl.orElse(url), asked, timeout);
    }

    private static Optional<String> path(YamlMap map, String key) {
        return map.text(key).filter(text -> {
            boolean isPath = text.startsWith("/") && !text.startsWith("//") && text.indexOf('#') < 0 && isUri(text);
            if (!isPath) {
                map.wrong(
                        key,
                        YamlMap.quote(text),
                        "path and query, starting with one '/', percent-encoded",
                        "write for example " + key + ": \"/hello?name=World\"; host and port are Weighbridge's");
            }
            return isPath;
        });
    }

    private static boolean isUri(String text) {
        try {
            return text.equals(new URI(text).toASCIIString());
        } catch (URISyntaxException e) {
            return false;
        }
    }

    private static String text(Path file, String shown) {
        try {
            if (!Files.isRegularFile(file)) {
                throw fault(shown, "no such file", "a file " + NAME, "create it, or name another folder");
            }
            if (Files.size(file) > MAX_BYTES) {
                throw fault(shown, Files.size(file) + " bytes", "at most " + MAX_BYTES + " bytes", "shorten it");
            }
            return Files.readString(file, StandardCharsets.UTF_8);
        } catch (CharacterCodingException e) {
            throw fault(shown, "bytes that are not UTF-8", "UTF-8 text", "save the file as UTF-8");
        } catch (IOException e) {
            throw fault(
                    shown,
                    "a file that cannot be read (" + e.getMessage() + ")",
                    "a readable file",
                    "check its rights");
        }
    }

    private static Optional<MappingNode> compose(String shown, String text) {
        try {
            LoadSettings settings = LoadSettings.builder().setLabel(shown).build();
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
     * No target needs anchors or deep nesting, but files that blow up their reader are made of them. Seen event by event,
     * before the composer recurses into anything.
     */
    private static void refuseBombs(LoadSettings settings, String shown, String text) {
        int depth = 0;
        for (Event event : new Parse(settings).parseString(text)) {
            String line = shown + ":"
                    + event.getStartMark().map(mark -> mark.getLine() + 1).orElse(1);
            if (event instanceof NodeEvent node && node.getAnchor().isPresent()) {
                throw fault(line, "an anchor or alias", "values as such", "write the value out at each place");
            }
            if (event instanceof CollectionStartEvent && ++depth > MAX_DEPTH) {
                throw fault(line, "values nested too deeply", MAX_DEPTH + " levels", "remove brackets or indentation");
            }
            if (event instanceof CollectionEndEvent) {
                depth--;
            }
        }
    }

    private static InputException fault(String where, String found, String allowed, String fix) {
        return InputException.of(List.of(new Fault(where, "", found, allowed, fix)));
    }

    /** Paths below the working directory are shown as the user would type them. */
    private static String shown(Path file) {
        Path here = Path.of("").toAbsolutePath();
        Path absolute = file.toAbsolutePath().normalize();
        return (absolute.startsWith(here) ? here.relativize(absolute) : absolute).toString();
    }
}
