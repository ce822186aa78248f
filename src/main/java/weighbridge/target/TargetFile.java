package weighbridge.target;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads and checks one {@code target.yaml}. */
final class TargetFile {
    static final String NAME = "target.yaml";

    /** The process that hammers, and the do-nothing server that it is measured with. */
    private static final List<String> RESERVED = List.of("main", Target.SINK);

    private static final Duration BUILD_TIMEOUT = Duration.ofMinutes(15);
    private static final Duration READY_TIMEOUT = Duration.ofSeconds(30);

    private TargetFile() {}

    /** The target in this folder. @throws InputException with all faults of the file at once */
    static Target read(Path folder) {
        List<Fault> faults = new ArrayList<>();
        YamlMap yaml = YamlFile.read(folder.resolve(NAME), faults);
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
        if (RESERVED.stream().anyMatch(name::equalsIgnoreCase)) {
            yaml.wrong(
                    "name",
                    YamlMap.quote(name),
                    "any name but " + String.join(" and ", RESERVED) + ", which are Weighbridge's own",
                    "rename the target");
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
        Serving serving = new Serving.Started(command, yaml.variables("env"));
        return new Target(folder, name, version, build, serving, Traffic.of(Request.get(url, expect)), ready);
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
        Duration timeout = map.duration("timeout").orElse(BUILD_TIMEOUT);
        map.finish();
        return new Build(command, folder.resolve(produces).normalize(), sources, timeout);
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
}
