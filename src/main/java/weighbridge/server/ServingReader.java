package weighbridge.server;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads where the server of a target comes from. */
final class ServingReader {
    /** The largest that Linux gives (PID_MAX_LIMIT of its linux/threads.h, on 64 bits). */
    private static final int LAST_PID = 4_194_304;

    private static final String RUNNING = "none beside an absolute url, which means a server that runs already";

    private final Path folder;
    private final YamlMap yaml;
    private final Address address;

    ServingReader(Path folder, YamlMap yaml, Address address) {
        this.folder = folder;
        this.yaml = yaml;
        this.address = address;
    }

    Serving read() {
        Serving.Started started = started();
        Optional<PidSource> process = process();
        return address.isRunning() ? new Serving.Running(address.base().orElseThrow(), process) : started;
    }

    private Serving.Started started() {
        if (!address.isRunning()) {
            List<String> command = new CommandReader(folder, yaml).start(yaml.has("build"));
            return new Serving.Started(command, variables());
        }
        refuse("build", "remove it");
        refuse("command", "remove it, or write url without host and port, so that Weighbridge starts the server");
        refuse("env", "remove it");
        return new Serving.Started(List.of(), Map.of());
    }

    private void refuse(String key, String fix) {
        if (yaml.skip(key)) {
            yaml.wrong(key, key + " beside an absolute url", RUNNING, fix);
        }
    }

    /** Names of variables and their values. A name with '=' or blank would not reach any process. */
    private Map<String, String> variables() {
        Map<String, String> variables = new LinkedHashMap<>();
        yaml.map("env").ifPresent(map -> {
            for (String name : map.keys()) {
                if (!name.matches("[^=\\s\\p{Cntrl}]+")) {
                    map.wrong(
                            name,
                            YamlNodes.quote(name) + " as a name",
                            "names without blanks and '='",
                            "rename the variable");
                }
                map.text(name).ifPresent(value -> variables.put(name, value));
            }
            variables.forEach((name, value) -> Placeholders.meant(value)
                    .ifPresent(placeholder -> map.wrong(
                            name,
                            "the unknown placeholder " + placeholder,
                            Target.PORT + ", in command alone",
                            placeholder.equals(Target.PORT)
                                    ? "write command: [sh, -c, \"" + name + "={port} exec ./myserver\"]"
                                    : "write the value itself")));
        });
        return variables;
    }

    private Optional<PidSource> process() {
        Optional<PidSource> written =
                yaml.integer("pid", 1, LAST_PID).map(pid -> new PidSource.Written(pid.longValue()));
        Optional<PidSource> inFile = yaml.text("pidFile")
                .filter(text -> notEmpty("pidFile", text))
                .map(text -> new PidSource.InFile(folder.resolve(text).normalize()));
        if (!address.isRunning()) {
            refusePid("pid");
            refusePid("pidFile");
        } else if (yaml.has("pid") && yaml.has("pidFile")) {
            yaml.wrong("pidFile", "both pid and pidFile", "one of them", "keep pidFile if the server writes it");
        }
        return written.or(() -> inFile);
    }

    private void refusePid(String key) {
        if (yaml.has(key)) {
            yaml.wrong(
                    key,
                    key + " for a server that Weighbridge starts",
                    key + " beside an absolute url, for a server that runs already",
                    "remove it");
        }
    }

    private boolean notEmpty(String key, String text) {
        if (text.isBlank()) {
            yaml.wrong(key, YamlNodes.quote(text), "a path", "write for example pidFile: run/server.pid");
        }
        return !text.isBlank();
    }
}
