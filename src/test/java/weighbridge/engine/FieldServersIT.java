package weighbridge.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.abort;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import weighbridge.analysis.MemoryReport.Weight;
import weighbridge.analysis.TargetReport;
import weighbridge.figure.Figure;
import weighbridge.record.Outcome.Kind;
import weighbridge.server.Program;

/**
 * Servers as people have them, each with a way of its own with processes: Apache ends its process group, nginx becomes a daemon
 * beside {@code tail}, busybox and Perl leave ended children to the kernel, and gunicorn shares what it has loaded with its
 * workers. What the run says is held against what this test reads of {@code /proc} by
 * the program's file, whoever started it.
 */
@EnabledOnOs(OS.LINUX)
@Tag("untimed")
@Timeout(300)
class FieldServersIT {
    private static final Path SERVERS = Path.of("src/test/resources/field");
    private static final double MIB = 1 << 20;

    /** The programs of each target, and what else stands in the command line of all its processes. */
    private static final Map<String, List<String>> PROGRAMS = new TreeMap<>(Map.of(
            "apache-event", List.of("apache2", "apache-event"),
            "apache-prefork", List.of("apache2", "apache-prefork"),
            "nginx-service", List.of("nginx|tail", "nginx|tail"),
            "busybox", List.of("busybox", "httpd"),
            "perl", List.of("perl", "server.pl"),
            "gunicorn-preload", List.of("python3[.0-9]*", "gunicorn")));

    @TempDir
    Path folder;

    @Test
    void eachIsWeighedWholeAndEndedClean() throws Exception {
        for (String program : List.of("apache2", "nginx", "busybox", "perl", "gunicorn")) {
            require(program);
        }
        Run run = new Run(folder);
        for (String name : PROGRAMS.keySet()) {
            run.target(copy(name));
        }
        Process process = run.with("calls", "50")
                .with("warmup", "2")
                .with("timeout", "30s")
                .with("settle", "2s")
                .start();
        run.await(process, "Waiting 2.0 s, then weighing idle memory");
        Map<String, Long> pssBytes = new TreeMap<>();
        for (String name : PROGRAMS.keySet()) {
            pssBytes.put(name, pssBytes(name));
        }

        Run.Result result = run.finish(process);

        assertThat(result.exitStatus()).as(result.console()).isZero();
        for (TargetReport target : result.report().targets()) {
            String name = target.name();
            assertThat(target.outcome()).as(name).isEqualTo(Kind.MEASURED);
            assertThat(target.burst().successRatio()).as(name).isEqualTo(1.0);
            assertThat(target.identity().misbehaviour()).as(name).isEmpty();
            assertThat(target.identity().version()).as(name).matches(".*\\d+\\.\\d+.*");
            Weight idle = target.memory().idle();
            assertThat(idle.pssBytes() / MIB)
                    .as("PSS of " + name)
                    .isBetween(pssBytes.get(name) / MIB - 2, pssBytes.get(name) / MIB + 2);
            assertThat(processes(name)).as("left of " + name).isEmpty();
        }
        for (String name : List.of("busybox", "perl")) {
            assertThat(result.target(name)
                            .figure(Figure.CPU_SECONDS_PER_1000_CALLS)
                            .median())
                    .as("CPU of " + name)
                    .isNull();
        }
        Weight preloaded = result.target("gunicorn-preload").memory().idle();
        assertThat(preloaded.rssBytes() / MIB).isGreaterThan(5 * 64);
        assertThat(preloaded.pssBytes() / MIB).isBetween(64.0, 2 * 64.0);
    }

    private Path copy(String name) throws IOException {
        Path target = Files.createDirectories(folder.resolve(name));
        try (Stream<Path> files = Files.list(SERVERS.resolve(name))) {
            for (Path file : files.toList()) {
                Files.copy(file, target.resolve(file.getFileName()));
            }
        }
        return target;
    }

    private static void require(String program) {
        if (!Program.isThere(program)) {
            String missing = "there is no " + program + "; install what src/test/resources/field/packages.txt lists";
            if (System.getenv("CI") != null) {
                fail(missing);
            }
            abort(missing);
        }
    }

    private long pssBytes(String name) throws IOException {
        long kibibytes = 0;
        for (Path process : processes(name)) {
            kibibytes += Files.readAllLines(process.resolve("smaps_rollup")).stream()
                    .filter(line -> line.startsWith("Pss:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                    .sum();
        }
        return kibibytes << 10;
    }

    /** Those whose program and command line are this target's, in the folder of this test. */
    private List<Path> processes(String name) throws IOException {
        List<String> wanted = PROGRAMS.get(name);
        Path own = folder.resolve(name).toRealPath();
        try (Stream<Path> all = Files.list(Path.of("/proc"))) {
            return all.filter(process -> process.getFileName().toString().matches("\\d+"))
                    .filter(process -> isOne(process, wanted, own))
                    .toList();
        }
    }

    private static boolean isOne(Path process, List<String> wanted, Path own) {
        try {
            String program = process.resolve("exe").toRealPath().getFileName().toString();
            String command = Files.readString(process.resolve("cmdline"), StandardCharsets.ISO_8859_1);
            boolean here = process.resolve("cwd").toRealPath().equals(own) || command.contains(own.toString());
            return here
                    && program.matches(wanted.get(0))
                    && Pattern.compile(wanted.get(1)).matcher(command).find();
        } catch (IOException e) {
            return false; // it has ended, or is somebody else's
        }
    }
}
