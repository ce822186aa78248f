package weighbridge.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatling.javaapi.core.Simulation;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import weighbridge.analysis.Analysis;
import weighbridge.analysis.ExitStatus;
import weighbridge.analysis.Report;
import weighbridge.analysis.TargetReport;
import weighbridge.faults.Interruptible;
import weighbridge.record.RecordingReader;
import weighbridge.record.RunFolder;
import weighbridge.render.SummaryFiles;
import weighbridge.render.SummaryJson;
import weighbridge.render.TextStyle;
import weighbridge.simulation.BurstSimulation;
import weighbridge.text.Json;
import weighbridge.truth.TruthCounts;
import weighbridge.truth.TruthProcess;

/** A simulation in a JVM of its own, with targets whose behaviour is known. */
final class Run {
    private static final Path JAVA = Path.of(System.getProperty("java.home"), "bin", "java");
    private static final String CLASS_PATH = System.getProperty("java.class.path");
    private static final int MAX_SECONDS = 800;

    /** For runs of which no figure is asked: a JVM that compiles less starts sooner. */
    private static final List<String> JVM_OPTIONS = Stream.of(
                    System.getProperty("run.jvmOptions", "").split(" "))
            .filter(option -> !option.isEmpty())
            .toList();

    /** Made when the first run of which no figure is asked is started. */
    private static final class Archive {
        static final Optional<RunArchive> MADE =
                JVM_OPTIONS.isEmpty() ? Optional.empty() : RunArchive.of(CLASS_PATH, Run::rehearse);
    }

    private final Path folder;
    private final List<String> targets = new ArrayList<>();
    private final List<String> properties = new ArrayList<>();
    private final List<String> starter = new ArrayList<>();
    private Path results;
    private Class<? extends Simulation> simulation = BurstSimulation.class;
    private String classPath = CLASS_PATH;
    private List<String> jvmOptions = List.of();
    private final Map<String, String> variables = new HashMap<>();

    Run(Path folder) {
        this.folder = folder;
        this.results = folder.resolve("results");
    }

    /** What came of it. */
    record Result(int exitStatus, String console, Path results) {
        Path latest() {
            return results.resolve("latest");
        }

        /** The folder of the only run that there was, whether it is the latest or was cut off. */
        Path onlyRunFolder() throws IOException {
            try (Stream<Path> entries = Files.list(results)) {
                List<Path> folders = entries.filter(entry -> !Files.isSymbolicLink(entry))
                        .filter(entry -> entry.getFileName().toString().startsWith("burstsimulation-"))
                        .toList();
                assertThat(folders).hasSize(1);
                return folders.get(0);
            }
        }

        Report report() throws IOException {
            return Run.report(latest());
        }

        /** All that is told in plain text. */
        String summary() throws IOException {
            return Files.readString(latest().resolve(SummaryFiles.TEXT));
        }

        /** What the run says of a target. */
        TargetReport target(String name) throws IOException {
            return report().targets().stream()
                    .filter(target -> target.name().equals(name))
                    .findFirst()
                    .orElseThrow();
        }

        /** The exit status of a run of no more than these targets. */
        int exitStatusOf(String... names) throws IOException {
            Report all = report();
            Report alone = new Report(
                    all.schema(),
                    all.run(),
                    all.generatorWarmup(),
                    all.floor(),
                    all.rounds(),
                    all.targets().stream()
                            .filter(target -> List.of(names).contains(target.name()))
                            .toList(),
                    all.ranking(),
                    all.promises(),
                    all.main(),
                    all.verdict());
            return ExitStatus.of(alone).code();
        }

        /** What a target counted itself until it was ended. */
        TruthCounts counts(String name) throws IOException {
            return TruthCounts.last(Files.readString(latest().resolve("logs").resolve(name + ".log")));
        }
    }

    /** What a run folder says when it is analysed once more: the same as its summary.json. */
    static Report report(Path runFolder) throws IOException {
        Path path = runFolder.toRealPath();
        Report report = Analysis.of(RecordingReader.read(new RunFolder(path)));
        assertThat(path.resolve("summary.json")).content().isEqualTo(SummaryJson.format(report));
        return report;
    }

    /** What the console shows at the end of a run, where it is no terminal. */
    static String shown(Path runFolder) throws IOException {
        return SummaryFiles.console(report(runFolder), false, TextStyle.CONSOLE);
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

    /** Lets its results go there. */
    Run results(Path other) {
        results = other;
        return this;
    }

    /** Adds a target that has its folder already. */
    Run target(Path described) {
        targets.add(described.toString());
        return this;
    }

    /** Adds a group of Weighbridge's own targets. */
    Run group(String name) {
        targets.add(name);
        return this;
    }

    /** Lets it be another simulation. */
    Run simulation(Class<? extends Simulation> other) {
        simulation = other;
        return this;
    }

    /** Sets a property. */
    Run with(String name, String value) {
        properties.add("-D" + name + "=" + value);
        return this;
    }

    /** Puts a folder before its classes. */
    Run classes(Path classes) {
        classPath = classes + File.pathSeparator + classPath;
        return this;
    }

    /** Has it started by this program, which gets its command line as arguments. */
    Run by(String... program) {
        starter.addAll(List.of(program));
        return this;
    }

    /** Lets it run in a mount namespace of its own, after this command in there. */
    Run within(String command) {
        String script = command + " && exec \"$@\"";
        return by("unshare", "--user", "--map-root-user", "--mount", "sh", "-c", script, "sh");
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
        if (!Files.exists(results)) {
            Files.createDirectories(results);
        }
        List<String> arguments = new ArrayList<>(jvmOptions);
        arguments.addAll(List.of(
                "--add-opens=java.base/java.lang=ALL-UNNAMED",
                "-Djava.util.prefs.PreferencesFactory=" + NoReleaseLookup.class.getName(),
                "-Dio.netty.bootstrap.extensions=serviceload",
                "-Dresults=" + results,
                "-Dtargets=" + String.join(",", targets),
                "-Dport=0",
                "-Dsettle=0.1s"));
        if (!JVM_OPTIONS.isEmpty() && simulation == BurstSimulation.class) {
            arguments.add("-Dwarmup=8"); // no figure is asked; whatever a test sets comes after it
        }
        arguments.addAll(properties);
        List<String> command = new ArrayList<>(starter);
        command.addAll(java(arguments, classPath, "io.gatling.app.Gatling"));
        command.addAll(List.of("-s", simulation.getName(), "-rf", results.toString()));
        ProcessBuilder process = new ProcessBuilder(Interruptible.command(command))
                .redirectErrorStream(true)
                .redirectOutput(console().toFile());
        process.environment().putAll(variables);
        return process.start();
    }

    /** A main class of ours in a JVM of its own. */
    static ProcessBuilder java(Class<?> main, String... arguments) {
        List<String> command = new ArrayList<>(java(List.of(), CLASS_PATH, main.getName()));
        command.addAll(List.of(arguments));
        return new ProcessBuilder(command);
    }

    private static List<String> java(List<String> options, String classPath, String main) {
        List<String> command = new ArrayList<>(List.of(JAVA.toString(), "--enable-native-access=ALL-UNNAMED"));
        command.addAll(JVM_OPTIONS);
        command.addAll(options);
        // One of other classes has no use for it.
        Optional<RunArchive> archive = classPath.equals(CLASS_PATH) ? Archive.MADE : Optional.empty();
        archive.map(RunArchive::options).ifPresent(command::addAll);
        command.addAll(List.of("-cp", archive.map(RunArchive::classPath).orElse(classPath), main));
        return command;
    }

    private static boolean rehearse(List<String> options, String classPath, int maxSeconds)
            throws IOException, InterruptedException {
        Run run = new Run(Files.createTempDirectory("rehearsal")).target("even").with("calls", "50");
        run.classPath = classPath;
        run.jvmOptions = options;
        Process process = run.start();
        try {
            return process.waitFor(maxSeconds, TimeUnit.SECONDS) && process.exitValue() == 0;
        } finally {
            process.destroy();
        }
    }

    /** Waits until a line on the console begins with this pattern. */
    void await(Process process, String pattern) throws IOException {
        while (!shows(process, pattern)) {
            LockSupport.parkNanos(5_000_000); // a spin would take a core from the run
        }
    }

    /** Whether a line on the console begins with this pattern, which must come before its end. */
    boolean shows(Process process, String pattern) throws IOException {
        String console = Files.readString(console());
        boolean shown = Pattern.compile("(?m)^.*" + pattern).matcher(console).find();
        assertThat(shown || process.isAlive()).as(console).isTrue();
        return shown;
    }

    /** What there is of it now, with this exit status. */
    Result result(int exitStatus) throws IOException {
        return new Result(exitStatus, Files.readString(console()), results);
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
            return result(process.exitValue());
        } finally {
            process.destroy();
        }
    }
}
