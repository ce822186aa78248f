package weighbridge.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import weighbridge.analysis.BurstReport;
import weighbridge.analysis.Cause;
import weighbridge.analysis.Explanation;
import weighbridge.analysis.TargetReport;
import weighbridge.figure.Figure;
import weighbridge.record.Outcome.Kind;
import weighbridge.render.ExplanationWords;
import weighbridge.render.Headline;

/**
 * One run of {@link RealServers} with the default settings, held against what this test reads of {@code /proc}. A server
 * that loses calls must be told with the cause: with the settings as they come that is mostly an accept queue shorter than
 * the burst. The table is in {@code target/real-servers.txt}.
 */
@EnabledOnOs(OS.LINUX)
@Tag("real")
class RealServersIT {
    private static final Path TABLE = Path.of("target/real-servers.txt");
    private static final double MIB = 1 << 20;
    private static final int BURST = 800;

    /** The quiet time before a weighing, as it is by default. */
    private static final Duration SETTLE = Duration.ofSeconds(2);

    private static final double TOLERANCE_MIB = 2;

    /** A JVM still compiles what it needed to start. */
    private static final double TOLERANCE_OF_JVM_MIB = 8;

    private static final double TOLERANCE_SHARE = 0.05;

    /**
     * One worker of nginx has 512 connections, and needs two for each call that it passes on; "512 worker_connections are not
     * enough, reusing connections" is in its log at the level warn, and with 4,096 nothing is reset.
     */
    private static final Set<String> OF_OTHER_CAUSES = Set.of("nginx-php-fpm");

    @TempDir
    static Path folder;

    private static Run.Result run;
    private static Map<String, TargetReport> targets;
    private static Map<String, KernelSums> idle;
    private static Map<String, List<Path>> left;

    @BeforeAll
    @Timeout(1500)
    static void run() throws Exception {
        Map<String, Path> folders = RealServers.folders();
        Run run = new Run(folder);
        folders.values().forEach(run::target);
        RealServers.jdkOfHelidon().ifPresent(jdk -> run.variable("JAVA_21_HOME", jdk.toString()));
        Process process = run.with("settle", SETTLE.toSeconds() + "s").start();
        run.await(process, "Waiting 2.0 s, then weighing idle memory");
        LockSupport.parkNanos(SETTLE.dividedBy(2).toNanos());
        idle = new TreeMap<>();
        for (Map.Entry<String, List<Path>> server : find(folders).entrySet()) {
            idle.put(server.getKey(), KernelSums.read(server.getValue()));
        }
        RealServersIT.run = run.finish(process);
        left = find(folders);
        targets = new TreeMap<>();
        for (TargetReport target : RealServersIT.run.report().targets()) {
            targets.put(target.name(), target);
        }
        writeTable();
    }

    private static Map<String, List<Path>> find(Map<String, Path> folders) throws IOException {
        Map<String, List<Path>> processes = new TreeMap<>();
        for (Map.Entry<String, Path> server : folders.entrySet()) {
            processes.put(server.getKey(), FieldProcesses.workingIn(server.getValue()));
        }
        return processes;
    }

    static Stream<String> names() {
        return RealServers.names();
    }

    /** What the run says of it; a server that this system has no programs for is left out, and the test says so. */
    private static TargetReport target(String name) throws IOException {
        Optional<String> missing = RealServers.missing(name);
        assumeTrue(missing.isEmpty(), () -> name + " was left out: " + missing.get());
        return targets.get(name);
    }

    @ParameterizedTest
    @MethodSource("names")
    void isMeasuredAndEndedClean(String name) throws IOException {
        TargetReport target = target(name);

        assertThat(target.outcome()).as(target.reason()).isEqualTo(Kind.MEASURED);
        assertThat(target.identity().misbehaviour()).isEmpty();
        assertThat(target.identity().version()).matches("\\d+(\\.\\d+)+[-+.~0-9A-Za-z]*");
        assertThat(left.get(name)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("names")
    void lostCallsHaveTheirCause(String name) throws IOException {
        TargetReport target = target(name);
        if (target.burst().successRatio() == 1) {
            return;
        }
        if (target.explanation() == null && OF_OTHER_CAUSES.contains(name)) {
            isToldByItsFailures(target);
            return;
        }
        assertThat(target.explanation()).as("%s", target.burst().failures()).isNotNull();
        assertThat(ExplanationWords.of(target.explanation()))
                .startsWith("%s: accept queue %d is shorter than the burst of %d: "
                        .formatted(name, target.window().sockets().acceptQueueCapacity(), BURST));
        assertThat(run.summary()).contains(ExplanationWords.of(target.explanation()));
    }

    /** It answered each lost call, or closed its connection, so that the accept queue has no part in it. */
    private static void isToldByItsFailures(TargetReport target) throws IOException {
        List<BurstReport.Failure> failures = target.burst().failures();

        assertThat(failures.stream().mapToInt(BurstReport.Failure::calls).sum())
                .isEqualTo(Math.round(BURST * (1 - target.burst().successRatio())));
        for (BurstReport.Failure failure : failures) {
            assertThat(failure.cause()).isNotIn(Cause.Known.CONNECT_TIMEOUT, Cause.Known.RESPONSE_TIMEOUT);
            assertThat(run.summary()).contains(failure.cause().label());
        }
    }

    /** A figure that is the accept queue's is no result of the servers. */
    @Test
    void theHeadlineBeginsWithTheAcceptQueue() throws IOException {
        List<TargetReport> queued = targets.values().stream()
                .filter(target -> Optional.ofNullable(target.explanation())
                        .flatMap(Explanation::shortQueue)
                        .isPresent())
                .toList();
        assumeTrue(!queued.isEmpty(), "every burst fitted into the accept queue or was taken from it in time");

        assertThat(Headline.of(run.report()))
                .matches("Accept queue \\d+ is shorter than the burst of " + BURST + " at .*"
                        + (queued.size() == 1 ? "" : "[(]and " + (queued.size() - 1) + " more[)]") + ".*");
    }

    @ParameterizedTest
    @MethodSource("names")
    void idleMemoryIsWhatTheKernelSays(String name) throws IOException {
        TargetReport target = target(name);
        double kernel = idle.get(name).rssBytes() / MIB;
        double mib = RealServers.isJvm(name) ? TOLERANCE_OF_JVM_MIB : TOLERANCE_MIB;

        assertThat(idle.get(name).pids()).isNotEmpty();
        assertThat(target.memory().idle().rssBytes() / MIB)
                .isCloseTo(kernel, within(Math.max(mib, kernel * TOLERANCE_SHARE)));
    }

    private static void writeTable() throws IOException {
        List<String> lines = new ArrayList<>();
        lines.add(String.format(
                "%-17s %-12s %8s %10s %10s %10s %7s %11s %9s  %s",
                "server",
                "version",
                "success",
                "idle MiB",
                "/proc MiB",
                "peak MiB",
                "queue",
                "CPU s/1000",
                "start ms",
                "explanation"));
        targets.values().forEach(target -> lines.add(line(target)));
        Files.write(TABLE, lines);
    }

    private static String line(TargetReport target) {
        if (target.outcome() != Kind.MEASURED) {
            return String.format(
                    "%-17s %-12s %s", target.name(), target.identity().version(), target.reason());
        }
        return String.format(
                Locale.ROOT,
                "%-17s %-12s %7.2f%% %10.2f %10.2f %10s %7s %11s %9s  %s",
                target.name(),
                target.identity().version(),
                target.burst().successRatio() * 100,
                target.memory().idle().rssBytes() / MIB,
                idle.get(target.name()).rssBytes() / MIB,
                number("%.2f", target.memory().peakRssBytes(), MIB),
                target.window().sockets().acceptQueueCapacity(),
                number("%.3f", target.figure(Figure.CPU_SECONDS_PER_1000_CALLS).median(), 1),
                target.startupMillis(),
                target.explanation() == null ? causes(target) : ExplanationWords.of(target.explanation()));
    }

    private static String causes(TargetReport target) {
        return target.burst().failures().stream()
                .map(failure -> failure.calls() + " " + failure.cause().label() + ": " + failure.message())
                .collect(Collectors.joining("; "));
    }

    private static String number(String format, Number number, double unit) {
        return number == null ? "n/a" : String.format(Locale.ROOT, format, number.doubleValue() / unit);
    }
}
