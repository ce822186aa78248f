package weighbridge.simulation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import weighbridge.analysis.Report;
import weighbridge.analysis.TargetReport;
import weighbridge.json.Json;
import weighbridge.truth.TruthCounts;
import weighbridge.truth.TruthProcess;

/** The burst simulation in a JVM of its own, with targets whose behaviour is known. */
final class Run {
    private static final Path JAVA = Path.of(System.getProperty("java.home"), "bin", "java");
    private static final String CLASS_PATH = System.getProperty("java.class.path");
    private static final int MAX_SECONDS = 150;

    private final Path folder;
    private final List<String> targets = new ArrayList<>();
    private final List<String> properties = new ArrayList<>();
    private String mount = "";
    private final Map<String, String> variables = new HashMap<>();

    Run(Path folder) {
        this.folder = folder;
    }

    /** What came of it. */
    record Result(int exitStatus, String console, Path results) {
        Path latest() {
            return results.resolve("latest");
        }

        Report report() throws IOException {
            return Json.read(Files.readString(latest().resolve("summary.json")), Report.class);
        }

        /** What the run says of a target. */
        TargetReport target(String name) throws IOException {
            return report().targets().stream()
                    .filter(target -> target.name().equals(name))
                    .findFirst()
                    .orElseThrow();
        }

        /** What a target counted itself until it was ended. */
        TruthCounts counts(String name) throws IOException {
            return TruthCounts.last(Files.readString(latest().resolve("logs").resolve(name + ".log")));
        }
    }

    /** Adds a {@link weighbridge.truth.TruthServer} with these settings. */
    Run target(String name, String... settings) throws IOException {
        List<String> command = TruthProcess.command("{port}", settings);
        Path target = Files.createDirectories(folder.resolve(name));
        Files.writeString(target.resolve("target.yaml"), """
                name: %s
                version: "1.0"
                command: %s
                url: /hello
                expect: {status: 200, body: "Hello World!"}
                ready: {url: /ready, timeout: 60s}
                """.formatted(
                        name, Json.write(command).strip()));
        targets.add(target.toString());
        return this;
    }

    /** Adds a target with this {@code target.yaml}. */
    Run describe(String name, String yaml) throws IOException {
        Path target = Files.createDirectories(folder.resolve(name));
        Files.writeString(target.resolve("target.yaml"), yaml);
        targets.add(target.toString());
        return this;
    }

    /** Sets a property. */
    Run with(String name, String value) {
        properties.add("-D" + name + "=" + value);
        return this;
    }

    /** Lets it run in a mount namespace of its own, after this command in there. */
    Run within(String command) {
        mount = command;
        return this;
    }

    /** Sets a variable of its environment. */
    Run variable(String name, String value) {
        variables.put(name, value);
        return this;
    }

    /** Replaces a text in the {@code target.yaml} of a target. */
    Run edit(String name, String old, String other) throws IOException {
        Path file = folder.resolve(name).resolve("target.yaml");
        Files.writeString(file, Files.readString(file).replace(old, other));
        return this;
    }

    /** Starts it; what it prints goes to {@link #console}. */
    Process start() throws IOException {
        Path results = Files.createDirectories(folder.resolve("results"));
        List<String> command = new ArrayList<>(List.of(
                JAVA.toString(),
                "--add-opens=java.base/java.lang=ALL-UNNAMED",
                "--enable-native-access=ALL-UNNAMED",
                "-Djava.util.prefs.PreferencesFactory=" + NoReleaseLookup.class.getName(),
                "-Dio.netty.bootstrap.extensions=serviceload",
                "-Dresults=" + results,
                "-Dtargets=" + String.join(",", targets),
                "-Dport=0",
                "-Dsettle=0.1s"));
        command.addAll(properties);
        command.addAll(List.of("-cp", CLASS_PATH, "io.gatling.app.Gatling"));
        command.addAll(List.of("-s", BurstSimulation.class.getName(), "-rf", results.toString()));
        ProcessBuilder process = new ProcessBuilder(mount.isEmpty() ? command : inNamespace(command))
                .redirectErrorStream(true)
                .redirectOutput(console().toFile());
        process.environment().putAll(variables);
        return process.start();
    }

    private List<String> inNamespace(List<String> command) {
        List<String> all = new ArrayList<>(List.of(
                "unshare", "--user", "--map-root-user", "--mount", "sh", "-c", mount + " && exec \"$@\"", "sh"));
        all.addAll(command);
        return all;
    }

    Path console() {
        return folder.resolve("console");
    }

    /** Runs it to its end. */
    Result finish() throws IOException, InterruptedException {
        return finish(start());
    }

    /** Waits for its end. */
    Result finish(Process process) throws IOException, InterruptedException {
        try {
            if (!process.waitFor(MAX_SECONDS, TimeUnit.SECONDS)) {
                throw new AssertionError("no end after " + MAX_SECONDS + " s: " + Files.readString(console()));
            }
            return new Result(process.exitValue(), Files.readString(console()), folder.resolve("results"));
        } finally {
            process.destroy();
        }
    }
}
