package weighbridge.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import weighbridge.analysis.ExitStatus;
import weighbridge.analysis.TargetReport;
import weighbridge.figure.Figure;
import weighbridge.process.ControlGroups;
import weighbridge.record.Outcome;
import weighbridge.simulation.SteadySimulation;
import weighbridge.text.Limits;

/** Servers in boxes: control groups that Weighbridge makes, limits and removes. Most of it needs the right to make them. */
@Tag("untimed")
@Timeout(300)
@EnabledOnOs(OS.LINUX)
class BoxIT {
    private static final long MIB = 1 << 20;

    /** Each call takes 1 MiB more. */
    private static final String GREEDY = """
            import http.server, sys
            kept = []
            class Handler(http.server.BaseHTTPRequestHandler):
                def do_GET(self):
                    if self.path != '/ready':
                        kept.append(bytearray(1 << 20))
                    self.send_response(200)
                    self.send_header('Content-Length', '2')
                    self.end_headers()
                    self.wfile.write(b'ok')
                def log_message(self, *ignored):
                    pass
            http.server.ThreadingHTTPServer(('127.0.0.1', int(sys.argv[1])), Handler).serve_forever()
            """;

    @TempDir
    Path folder;

    private static void requireRights() {
        ControlGroups groups = ControlGroups.ofThisSystem();
        assumeTrue(
                groups.obstacle().isEmpty(),
                () -> groups.obstacle().orElseThrow().why());
    }

    private Run greedy(Run run, String limits) throws IOException {
        Path script = Files.writeString(folder.resolve("greedy.py"), GREEDY);
        return run.describe("greedy", """
                name: greedy
                version: "1"
                command: [python3, %s, "{port}"]
                url: /
                ready: {url: /ready}
                %s
                """.formatted(script, limits));
    }

    @Test
    void aServerThatTakesMoreMemoryThanItMayIsKilledByTheKernelAndTheOthersGoOn() throws Exception {
        requireRights();

        Run.Result result = greedy(new Run(folder), "limits: {memory: 64MiB}")
                .target("limited")
                .edit("limited", "url: /hello", "limits: {cpus: 0.5, memory: 300MiB}\nurl: /hello")
                .target("free")
                .with("calls", "100")
                .with("warmup", "4")
                .with("timeout", "30s")
                .finish();

        TargetReport killed = result.target("greedy");
        assertThat(killed.outcome()).isEqualTo(Outcome.Kind.DIED_UNDER_LOAD);
        assertThat(killed.reason()).startsWith("exited with 137: ended by the kernel: 64MiB limit reached");
        assertThat(result.exitStatus()).isEqualTo(ExitStatus.TARGET_FAILED.code());
        TargetReport limited = result.target("limited");
        assertThat(limited.measured()).as(result.console()).isTrue();
        assertThat(limited.window().limits()).isEqualTo(new Limits(0.5, 300 * MIB));
        assertThat(limited.memory().group().peakBytes()).isBetween(MIB, 300 * MIB);
        assertThat(limited.figure(Figure.GROUP_ANON_BYTES).median()).isBetween((double) MIB, 300.0 * MIB);
        assertThat(limited.window().cpuSecondsPer1000Calls()).isPositive();
        TargetReport free = result.target("free");
        assertThat(free.measured()).isTrue();
        assertThat(free.window().limits()).isNull();
        assertThat(free.memory().group()).isNull();
        assertThat(result.console()).contains("limited: may use only 0.50 cores and 300.00 MiB of memory");
        assertThat(result.summary()).contains("MiB of control groups at the end of the load");
        assertThat(Files.readString(result.latest().resolve("targets.csv")))
                .contains(",limited,1.0,measured,1,groupPeak,");
    }

    @Test
    void severalBoxesMeasureEachServerInEach() throws Exception {
        requireRights();

        Run.Result result = new Run(folder)
                .target("a")
                .with("cpus", "0.5,1")
                .with("memory", "300MiB")
                .with("calls", "20")
                .with("warmup", "2")
                .with("timeout", "30s")
                .finish();

        assertThat(result.exitStatus()).as(result.console()).isZero();
        assertThat(result.report().targets())
                .extracting(TargetReport::name)
                .containsExactly("a[cpus=0.5]", "a[cpus=1]");
        assertThat(result.target("a[cpus=1]").window().limits()).isEqualTo(new Limits(1.0, 300 * MIB));
        assertThat(Files.readString(result.latest().resolve("summary.md"))).contains("cpus=0.5,1");
    }

    /** The mark in the environment would find the processes; the group is found by the ledger. */
    @Test
    void theNextRunRemovesTheBoxOfOneThatWasKilled() throws Exception {
        requireRights();
        Process process = new Run(folder)
                .simulation(SteadySimulation.class)
                .target("a")
                .with("cpus", "0.5")
                .with("rate", "20")
                .with("duration", "60s")
                .start();
        Run run = new Run(folder).target("a");
        run.await(process, ".*warming up");
        List<Path> groups = groups(process);
        assertThat(groups).isNotEmpty().allMatch(Files::isDirectory);

        process.destroyForcibly().waitFor();
        assertThat(groups).allMatch(Files::isDirectory);
        Run.Result result = new Run(folder)
                .target("a")
                .with("calls", "10")
                .with("warmup", "0")
                .with("timeout", "30s")
                .finish();

        assertThat(result.exitStatus()).as(result.console()).isZero();
        assertThat(result.console()).contains("A run that was cut off left");
        assertThat(groups).noneMatch(Files::exists);
    }

    /** Of its server: those that the JVM itself is in are not named so. */
    private static List<Path> groups(Process run) throws IOException {
        List<String> names = run.toHandle()
                .descendants()
                .flatMap(child -> memberships(child.pid()))
                .map(line -> line.replaceFirst(".*/", ""))
                .filter(name -> name.startsWith("weighbridge-"))
                .distinct()
                .toList();
        try (Stream<Path> all = Files.walk(Path.of("/sys/fs/cgroup"))) {
            return all.filter(path -> names.contains(path.getFileName().toString()))
                    .collect(Collectors.toList());
        }
    }

    private static Stream<String> memberships(long pid) {
        try {
            return Files.readAllLines(Path.of("/proc/" + pid + "/cgroup")).stream();
        } catch (IOException e) {
            return Stream.of();
        }
    }

    @Test
    void withoutRightsThereIsOneLineAndNothingIsStarted() throws Exception {
        Run.Result result = limitedAsNobody().with("cpus", "0.5").finish();

        assertThat(result.exitStatus()).as(result.console()).isEqualTo(ExitStatus.WRONG_INPUT.code());
        assertThat(result.console())
                .contains("limits of a: found 0.5 cores; allowed: no limits for this user: ")
                .contains("; fix: start as root, or where a user manager of systemd runs; or leave the limits out")
                .doesNotContain("Starting")
                .doesNotContain("Exception");
    }

    @Test
    void withoutRightsCoresCanBeChosenAllTheSame() throws Exception {
        Run.Result result = limitedAsNobody()
                .with("cores", "apart")
                .with("calls", "20")
                .with("warmup", "0")
                .with("timeout", "30s")
                .finish();

        assertThat(result.exitStatus()).as(result.console()).isZero();
        assertThat(result.console()).contains("Processors: servers ");
    }

    private Run limitedAsNobody() throws IOException {
        assumeTrue("root".equals(System.getProperty("user.name")), "only root becomes another user");
        for (Path path = folder; path.startsWith(Path.of(System.getProperty("java.io.tmpdir"))); ) {
            if (!path.equals(Path.of(System.getProperty("java.io.tmpdir")))) {
                Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rwxrwxrwx"));
            }
            path = path.getParent();
        }
        Path results = Files.createDirectory(folder.resolve("open"));
        Files.setPosixFilePermissions(results, PosixFilePermissions.fromString("rwxrwxrwx"));
        return new Run(folder)
                .results(results)
                // It may read, for the JDK and the class path may lie in a folder of root's, and no more.
                .by(
                        "setpriv",
                        "--reuid=12345",
                        "--clear-groups",
                        "--inh-caps=+dac_read_search",
                        "--ambient-caps=+dac_read_search")
                .target("a");
    }
}
