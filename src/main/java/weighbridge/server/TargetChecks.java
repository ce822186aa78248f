package weighbridge.server;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import weighbridge.text.Durations;
import weighbridge.text.Hosts;
import weighbridge.text.Limits;

/** What the JSON Schema cannot tell of a {@code target.yaml}, or not in words that help. */
record TargetChecks(Path folder, YamlTree yaml) {
    void check(Hosts hosts) {
        Optional<TargetUrl> url = yaml.text("/url").map(TargetUrl::of);
        url.ifPresent(given -> given.check(yaml, hosts));
        checkPath("/ready/url");
        checkHeaders("/headers");
        for (String request : yaml.entries("/then")) {
            checkPath(request + "/url");
            checkHeaders(request + "/headers");
        }
        checkDuration("/ready/timeout", Duration.ofMinutes(10));
        checkPattern();
        boolean built = yaml.has("/build");
        if (!built) {
            checkProgram("/version/command/0", "correct the path");
        }
        if (url.isPresent() && url.get().isAbsolute()) {
            return; // nothing is built and started, whatever stands there
        }
        if (!built) {
            String fix = "correct the path, or write how it is made: build: {command: [make], produces: …}";
            checkProgram("/command/0", fix);
        }
        checkProgram("/build/command/0", "correct the path");
        checkFiles();
        checkLimits();
        checkSources();
        checkDuration("/build/timeout", Duration.ofHours(2));
    }

    private void checkPath(String pointer) {
        yaml.text(pointer).ifPresent(text -> TargetUrl.of(text).checkPath(yaml, pointer));
    }

    /** What does not belong to the target, on the PATH or at an absolute one, is the machine's affair: seen at the start. */
    private void checkProgram(String pointer, String fix) {
        String program =
                yaml.text(pointer).filter(text -> text.indexOf('\0') < 0).orElse("");
        if (Placeholders.areIn(program)) {
            return; // it is made before the start
        }
        boolean inFolder = program.contains("/") || program.contains(File.separator);
        if (!inFolder || Path.of(program).isAbsolute()) {
            return;
        }
        List<Path> files = Program.files(folder.resolve(program).normalize());
        String found = "the program \"" + program + "\", which is not ";
        if (files.isEmpty()) {
            yaml.wrong(pointer, found + "there", "a program, its path counted from the target's folder", fix);
        } else if (files.stream().noneMatch(Files::isExecutable)) {
            String how = "chmod +x it, or start it by its interpreter: command: [python3, …]";
            yaml.wrong(pointer, found + "executable", "a program that may be executed", how);
        }
    }

    private void checkPattern() {
        yaml.text("/version/pattern").ifPresent(text -> {
            try {
                Pattern.compile(text);
            } catch (PatternSyntaxException e) {
                String found = '"' + text + "\": " + e.getDescription();
                String fix = "write for example pattern: \"nginx/([0-9.]+)\"";
                yaml.wrong("/version/pattern", found, "a regular expression as Java has it", fix);
            }
        });
    }

    private void checkFiles() {
        yaml.at("/files").propertyNames().forEach(name -> {
            String pointer = YamlTree.pointer("/files", name);
            String from = yaml.text(pointer).orElse("\0"); // what is no text is said by the schema
            if (!isInside(name)) {
                String allowed = "the path of a file in the server's own folder";
                yaml.wrong(pointer, '"' + name + "\" as a name", allowed, "write for example server.conf");
            } else if (isFolderOfAnother(name)) {
                String found = '"' + name + "\", which is the folder of another file as well";
                yaml.wrong(pointer, found, "a name that is no folder of another", "rename one of the two");
            } else if (from.indexOf('\0') < 0 && !Files.isReadable(folder.resolve(from))) {
                String allowed = "a file that can be read, its path counted from the target's folder";
                yaml.wrong(pointer, '"' + from + "\", which is not there", allowed, "correct the path");
            }
        });
    }

    private boolean isFolderOfAnother(String name) {
        return yaml.at("/files").propertyNames().stream()
                .anyMatch(other ->
                        isInside(other) && !other.equals(name) && Path.of(other).startsWith(name));
    }

    private static boolean isInside(String name) {
        if (name.isBlank() || name.indexOf('\0') >= 0) {
            return false;
        }
        Path path = Path.of(name);
        return !path.isAbsolute() && path.equals(path.normalize()) && !path.startsWith("..");
    }

    /**
     * Whether the server is told its port at all. Last, for what is wrong with the places where it may stand is said
     * already.
     */
    void checkPort() {
        JsonNode command = yaml.at("/command");
        if (command.isEmpty() || Stream.of("/url", "/command", "/env", "/files").anyMatch(yaml::isWrongWithin)) {
            return;
        }
        boolean told = Stream.concat(yaml.texts("/command").stream(), yaml.map("/env").values().stream())
                        .anyMatch(text -> Placeholders.has(Target.PORT, text))
                || yaml.map("/files").values().stream().anyMatch(this::hasPort);
        if (!told) {
            String allowed = "{port} in command, in env or in a file of files";
            yaml.wrong("/command", "no {port}", allowed, "add \"{port}\" where the port goes");
        }
    }

    private boolean hasPort(String file) {
        try {
            return Placeholders.has(Target.PORT, Files.readString(folder.resolve(file), StandardCharsets.ISO_8859_1));
        } catch (IOException e) {
            return true; // it has gone just now, which the start will say
        }
    }

    private void checkSources() {
        for (String pointer : yaml.entries("/build/sources")) {
            yaml.text(pointer).filter(this::isMissing).ifPresent(text -> {
                String allowed = "files and folders, their paths counted from the target's folder";
                yaml.wrong(pointer, '"' + text + "\", which is not there", allowed, "correct the path or remove it");
            });
        }
    }

    private boolean isMissing(String source) {
        return source.indexOf('\0') < 0 && !Files.exists(folder.resolve(source));
    }

    private void checkHeaders(String pointer) {
        Map<String, String> names = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        for (String name : yaml.at(pointer).propertyNames()) {
            String other = names.putIfAbsent(name, name);
            if (other != null) {
                String found = "the same header as " + other;
                yaml.wrong(YamlTree.pointer(pointer, name), found, "each header once", "keep one of the two");
            }
        }
    }

    private void checkDuration(String pointer, Duration most) {
        yaml.text(pointer).filter(text -> !isDuration(text, most)).ifPresent(text -> {
            String allowed = Durations.ALLOWED + ", from 1ms to " + Durations.text(most);
            yaml.wrong(pointer, '"' + text + '"', allowed, "write for example timeout: 30s");
        });
    }

    private void checkLimits() {
        yaml.text("/limits/cpus")
                .filter(text -> Limits.parseCpus(text).isEmpty())
                .ifPresent(text -> yaml.wrong(
                        "/limits/cpus", '"' + text + '"', Limits.ALLOWED_CPUS, "write for example cpus: 0.5"));
        yaml.text("/limits/memory")
                .filter(text -> Limits.parseMemory(text).isEmpty())
                .ifPresent(text -> yaml.wrong(
                        "/limits/memory", '"' + text + '"', Limits.ALLOWED_MEMORY, "write for example memory: 256MiB"));
    }

    private static boolean isDuration(String text, Duration most) {
        return Durations.parse(text)
                .filter(given -> given.compareTo(Duration.ofMillis(1)) >= 0 && given.compareTo(most) <= 0)
                .isPresent();
    }
}
