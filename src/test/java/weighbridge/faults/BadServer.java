package weighbridge.faults;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import weighbridge.text.Json;
import weighbridge.truth.TruthProcess;

/**
 * A server that misbehaves in one way, and what its user has of it.
 *
 * @param name of its target
 * @param kind what it does
 * @param yaml its {@code target.yaml}
 * @param sees what stands on the console, and in the summary where it is a failure, the target called {@value #NAME}; {@value #ANY} stands for what differs
 * @param outcome of the target
 * @param exitStatus of a run in which it is the only one who misbehaves
 * @param kept what of its figures is kept
 * @param before how the server that runs already came to be; empty where Weighbridge starts it
 */
public record BadServer(
        String name,
        String kind,
        Map<String, Object> yaml,
        String sees,
        String outcome,
        int exitStatus,
        Kept kept,
        Optional<EarlierServer.Starter> before) {
    static final String NAME = "myserver";
    static final String ANY = "…";
    static final String MARK = "@mark";
    static final String PORT = "@port";
    static final String PID = "@pid";

    private static final String TOKEN = "WEIGHBRIDGE_FAULT";

    /** What of its figures is kept. */
    public enum Kept {
        /** There are none. */
        LOG("why, and what it printed"),
        /** Those until it died, marked as such. */
        UNTIL_DEATH("what was measured until then"),
        /** All. */
        FIGURES("all figures");

        private final String words;

        Kept(String words) {
            this.words = words;
        }
    }

    /** Does not become ready. */
    static BadServer failing(String name, String kind, String sees, String... command) {
        return of(name, kind, "failed-to-start: " + sees, List.of(command), Kept.LOG, "failed-to-start", 4)
                .with("ready", Map.of("timeout", "20s"));
    }

    /** Is ready and dies later. */
    static BadServer dying(String name, String kind, String sees, List<String> command) {
        return of(name, kind, "died-under-load: " + sees, command, Kept.UNTIL_DEATH, "died-under-load", 4);
    }

    /** Is measured to the end. */
    static BadServer measured(String name, String kind, String sees, List<String> command) {
        return of(name, kind, "misbehaved: " + sees, command, Kept.FIGURES, "measured", 4);
    }

    private static BadServer of(
            String name, String kind, String sees, List<String> command, Kept kept, String outcome, int exitStatus) {
        Map<String, Object> yaml = new LinkedHashMap<>();
        yaml.put("name", name);
        yaml.put("version", "1.0");
        yaml.put("command", command);
        yaml.put("url", "/hello");
        yaml.put("expect", Map.of("status", 200, "body", "Hello World!"));
        yaml.put("ready", Map.of("url", "/ready", "timeout", "60s"));
        return new BadServer(name, kind, yaml, NAME + " 1.0 " + sees, outcome, exitStatus, kept, Optional.empty());
    }

    /** With another entry in its {@code target.yaml}. */
    BadServer with(String key, Object value) {
        Map<String, Object> other = new LinkedHashMap<>(yaml);
        other.put(key, value);
        return new BadServer(name, kind, other, sees, outcome, exitStatus, kept, before);
    }

    /** Who is seen with just this, and is a result like any other. */
    BadServer butAResult(String seen) {
        return new BadServer(name, kind, yaml, seen, outcome, 0, kept, before);
    }

    /** Who shows just this. */
    BadServer seen(String seen) {
        return new BadServer(name, kind, yaml, seen, outcome, exitStatus, kept, before);
    }

    /** As one that runs already on a port and as a process that {@value #PORT} and {@value #PID} stand for. */
    BadServer runningBefore(EarlierServer.Starter starter) {
        BadServer other = notThere();
        return new BadServer(name, kind, other.yaml, sees, outcome, exitStatus, kept, Optional.of(starter));
    }

    /** As one of known behaviour that runs already. */
    BadServer runningBefore(String... settings) {
        return runningBefore(() -> EarlierServer.truth(settings));
    }

    /** As one that is said to run already on a port that {@value #PORT} stands for. */
    BadServer notThere() {
        Map<String, Object> other = new LinkedHashMap<>(yaml);
        other.remove("command");
        other.put("url", "http://127.0.0.1:" + PORT + "/hello");
        return new BadServer(name, kind, other, sees, outcome, exitStatus, kept, before);
    }

    /** Starts it, where Weighbridge does not. */
    public Optional<EarlierServer> startBefore() throws IOException {
        return before.isEmpty() ? Optional.empty() : Optional.of(before.get().start());
    }

    /** Whether Weighbridge is to start it. */
    public boolean isStarted() {
        return yaml.containsKey("command");
    }

    /** A server of known behaviour, as a command. */
    static List<String> truth(String... settings) {
        return TruthProcess.command("{port}", settings);
    }

    /** A server of known behaviour in a JVM with these options. */
    static List<String> jvm(List<String> options, String... settings) {
        List<String> command = new ArrayList<>(truth(settings));
        command.removeIf(argument -> argument.startsWith("-Xmx"));
        command.addAll(1, options);
        return command;
    }

    /** A script that comes to a command, which is {@code "$@"} in it. */
    static List<String> sh(String script, List<String> command) {
        List<String> words = new ArrayList<>(List.of("sh", "-c", script, "sh"));
        words.addAll(command);
        return words;
    }

    /**
     * Writes its {@code target.yaml}.
     *
     * @param token by which it is found among all processes
     * @param port where it runs already
     * @param pid as what it runs already
     */
    public Path makeIn(Path root, String token, int port, long pid) throws IOException {
        Path folder = Files.createDirectories(root.resolve(name));
        Map<String, Object> marked = new LinkedHashMap<>(yaml);
        if (isStarted()) {
            marked.put("env", Map.of(TOKEN, token));
        }
        Files.writeString(
                folder.resolve("target.yaml"),
                Json.write(marked)
                        .replace(MARK, token)
                        .replace(PORT, Integer.toString(port))
                        .replace('"' + PID + '"', Long.toString(pid)));
        return folder;
    }

    /** What is seen, in whole lines. */
    public Pattern seen() {
        String text = List.of(sees.replace(NAME, name).split(ANY, -1)).stream()
                .map(Pattern::quote)
                .collect(Collectors.joining(".*"));
        return Pattern.compile("^" + text + "$", Pattern.MULTILINE);
    }

    Row row() {
        boolean goesOn = before.isPresent() && kept == Kept.LOG;
        return new Row(kind, sees, exitStatus, goesOn ? "the server, which ran before" : "nothing", kept.words);
    }

    @Override
    public String toString() {
        return kind;
    }
}
