package weighbridge.server;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import weighbridge.text.Durations;
import weighbridge.text.Hosts;

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

    private static boolean isDuration(String text, Duration most) {
        return Durations.parse(text)
                .filter(given -> given.compareTo(Duration.ofMillis(1)) >= 0 && given.compareTo(most) <= 0)
                .isPresent();
    }
}
