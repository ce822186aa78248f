package weighbridge.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.abort;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import weighbridge.analysis.Report;
import weighbridge.analysis.TargetReport;
import weighbridge.record.Reading;
import weighbridge.record.RecordingReader;
import weighbridge.record.RoundRecording;
import weighbridge.record.RunFolder;
import weighbridge.record.Weighing.Moment;
import weighbridge.record.Window;
import weighbridge.server.Program;

/**
 * A run over the servers of {@code src/test/resources/field}, and what the kernel said of them meanwhile.
 *
 * @param report what it says of itself again
 * @param idle in the quiet time before the first weighing
 * @param after in that after the load
 * @param cpu between the two, of those who wait for their children
 * @param left who was still there after its end
 */
record FieldRun(
        Run.Result result,
        Report report,
        Map<String, KernelSums> idle,
        Map<String, KernelSums> after,
        CpuWatch cpu,
        Map<String, List<Path>> left) {
    /** They ignore SIGCHLD, so that nobody knows what their children used. */
    static final Set<String> FORGETFUL = Set.of("busybox", "perl");

    private static final Path SERVERS = Path.of("src/test/resources/field");
    private static final Duration SETTLE = Duration.ofSeconds(2);
    private static final String SETTLING = "Waiting 2.0 s, then ";

    /** The program of each server, and what else stands in the command line of all its processes. */
    private static final Map<String, List<String>> PROGRAMS = new TreeMap<>(Map.of(
            "apache-event", List.of("apache2", "apache-event"),
            "apache-prefork", List.of("apache2", "apache-prefork"),
            "nginx-service", List.of("nginx|tail", "nginx|tail"),
            "busybox", List.of("busybox", "httpd"),
            "perl", List.of("perl", "server.pl"),
            "gunicorn-preload", List.of("python3[.0-9]*", "gunicorn"),
            "zgc", List.of("java", "Server.java")));

    /** Makes it, in this folder. */
    static FieldRun in(Path folder) throws Exception {
        List.of("apache2", "nginx", "busybox", "perl", "gunicorn").forEach(FieldRun::require);
        Run run = new Run(folder);
        Map<String, FieldProcesses> servers = new TreeMap<>();
        for (Map.Entry<String, List<String>> program : PROGRAMS.entrySet()) {
            Path target = copy(program.getKey(), folder);
            run.target(target);
            List<String> patterns = program.getValue();
            servers.put(program.getKey(), FieldProcesses.of(target, patterns.get(0), patterns.get(1)));
        }
        // Without a warm-up a server has nothing to do from its first weighing to its measured burst.
        Process process = run.with("calls", "500")
                .with("warmup", "0")
                .with("timeout", "60s")
                .with("settle", SETTLE.toSeconds() + "s")
                .start();
        run.await(process, SETTLING + "weighing idle memory");
        Map<String, KernelSums> idle = readInTheMiddle(servers);
        Map<String, List<Path>> remembering = find(servers);
        remembering.keySet().removeAll(FORGETFUL);
        CpuWatch cpu = new CpuWatch(remembering);
        while (!run.shows(process, SETTLING + "weighing again")) {
            cpu.look();
            LockSupport.parkNanos(Duration.ofMillis(100).toNanos());
        }
        Map<String, KernelSums> after = readInTheMiddle(servers);
        cpu.look();
        Run.Result result = run.finish(process);
        assertThat(result.exitStatus()).as(result.console()).isZero();
        return new FieldRun(result, result.report(), idle, after, cpu, find(servers));
    }

    static Stream<String> names() {
        return PROGRAMS.keySet().stream();
    }

    /** What the run says of a server. */
    TargetReport target(String name) {
        return report.targets().stream()
                .filter(target -> target.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    Reading weighing(String name, Moment moment) throws IOException {
        return recording().weighing(name, moment).orElseThrow().reading();
    }

    Window window(String name) throws IOException {
        return recording().window(name).orElseThrow();
    }

    private RoundRecording recording() throws IOException {
        return RecordingReader.read(new RunFolder(result.latest().toRealPath()))
                .rounds()
                .get(0);
    }

    /** Half-way through the quiet time that has just begun. */
    private static Map<String, KernelSums> readInTheMiddle(Map<String, FieldProcesses> servers) throws IOException {
        LockSupport.parkNanos(SETTLE.dividedBy(2).toNanos());
        Map<String, KernelSums> sums = new TreeMap<>();
        for (Map.Entry<String, List<Path>> server : find(servers).entrySet()) {
            sums.put(server.getKey(), KernelSums.read(server.getValue()));
        }
        return sums;
    }

    private static Map<String, List<Path>> find(Map<String, FieldProcesses> servers) throws IOException {
        Map<String, List<Path>> processes = new TreeMap<>();
        for (Map.Entry<String, FieldProcesses> server : servers.entrySet()) {
            processes.put(server.getKey(), server.getValue().find());
        }
        return processes;
    }

    private static Path copy(String name, Path folder) throws IOException {
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
}
