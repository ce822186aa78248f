package weighbridge.server;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Reads how a target's program is made. */
final class BuildReader {
    private static final Duration TIMEOUT = Duration.ofMinutes(15);
    private static final Duration MOST = Duration.ofHours(2);

    private BuildReader() {}

    static Build read(Path folder, YamlMap map) {
        List<String> command = new CommandReader(folder, map).other("command: [make]", false);
        String produces = map.requiredText("produces", "produces: target/server.jar");
        List<Path> sources = new ArrayList<>();
        for (String text : map.texts("sources")) {
            Path source = folder.resolve(text).normalize();
            if (!Files.exists(source)) {
                map.wrong(
                        "sources",
                        YamlNodes.quote(text) + ", which is not there",
                        "files and folders, their paths counted from the target's folder",
                        "correct the path or remove it");
            }
            sources.add(source);
        }
        Duration timeout = map.duration("timeout", MOST).orElse(TIMEOUT);
        map.finish();
        return new Build(command, folder.resolve(produces).normalize(), sources, timeout);
    }
}
