package weighbridge.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import weighbridge.analysis.Finding;
import weighbridge.analysis.Report;
import weighbridge.analysis.TargetReport;
import weighbridge.record.Outcome.Kind;
import weighbridge.render.FormatsTest;

/** The main job as a new user runs it: a clean copy and the wrapper. */
class MainJobIT {
    private static final Set<String> LEFT_BEHIND = Set.of(".git", "target", "results");
    private static final int MAX_MINUTES = 8;

    @TempDir
    static Path folder;

    @BeforeAll
    static void copyAll() throws IOException {
        copy(Path.of("").toAbsolutePath(), folder);
    }

    /** The five default targets with the default settings. */
    @Test
    void theMainJobRunsFromACleanCopy() throws Exception {
        String console = run("./mvnw", "-B", "-ntp", "gatling:test", "-Dport=0");

        Path latest = folder.resolve("results/latest");
        String summary = Files.readString(latest.resolve("summary.txt"));
        assertThat(console).contains(summary);
        assertThat(summary.lines()
                        .filter(line -> line.contains("MEM(rss,vms)=(") && line.contains("PID="))
                        .filter(line -> !line.startsWith("main ")))
                .hasSize(10);
        assertThat(summary.lines().filter(line -> line.contains(" took ") && line.contains("seconds/call")))
                .hasSize(5);
        assertThat(summary).contains("Killing PIDs: ");
        assertThat(latest)
                .isDirectoryContaining("glob:**/index.html")
                .isDirectoryContaining("glob:**/simulation.log")
                .isDirectoryContaining("glob:**/run.json")
                .isDirectoryContaining("glob:**/samples.csv");
        assertThat(latest.resolve("logs")).isDirectoryContaining("glob:**/netty.log");
        assertThat(Files.size(latest.resolve("report.html"))).isLessThan(1_000_000);
        assertThat(latest.resolve("summary.md")).content().contains("| netty ");
        assertThat(latest.resolve("targets.csv")).content().contains(",netty,");

        String json = Files.readString(latest.resolve("summary.json"));
        assertThat(FormatsTest.faults(json)).isEmpty();
        Report report = Run.report(latest);
        assertThat(report.targets())
                .extracting(TargetReport::name)
                .containsExactly("jdk-httpserver", "spark", "dropwizard", "jetty", "netty");
        assertThat(report.targets()).allSatisfy(MainJobIT::isWhole);
        // Whether the machine was quiet enough is its own affair; that nothing was lost is ours.
        assertThat(report.verdict().faults()).allMatch(fault -> fault.finding() instanceof Finding.OfGenerator);
        assertThat(report.generatorWarmup().bursts()).isBetween(12, 50);
        assertThat(report.floor().bursts()).isEqualTo(25);
    }

    /** Before it measures anything, which takes minutes. */
    @Test
    void theGateNeedsARunToCompareWith() throws Exception {
        assertThat(refused("-Dnothing=given"))
                .contains("baseline: found nothing to compare with; allowed: a run folder; fix: give");
        assertThat(refused("-Dbaseline=results/latest"))
                .contains("baseline: found \"results/latest\"; allowed: a run folder, but not the link");
    }

    private static String refused(String baseline) throws Exception {
        Path output = folder.resolve("refused");
        ProcessBuilder gate = new ProcessBuilder("./mvnw", "-B", "-ntp", "verify", "-Pgate", baseline)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile());
        gate.environment().put("JAVA_HOME", System.getProperty("java.home"));
        Process process = gate.start();
        try {
            assertThat(process.waitFor(MAX_MINUTES, TimeUnit.MINUTES)).isTrue();
            assertThat(process.exitValue()).isEqualTo(1);
            assertThat(Files.readString(output)).doesNotContain("Running simulation");
            return Files.readString(output);
        } finally {
            process.destroy();
        }
    }

    /** Everything but how fast it was, which is the machine's affair. */
    private static void isWhole(TargetReport target) {
        assertThat(target.outcome()).isEqualTo(Kind.MEASURED);
        assertThat(target.identity().version()).matches("\\d+\\.\\d+.*");
        assertThat(target.burst().calls()).isEqualTo(800);
        assertThat(target.burst().counter().values().stream()
                        .mapToInt(Integer::intValue)
                        .sum())
                .isEqualTo(800);
        assertThat(target.memory().idle().rssBytes()).isPositive();
        assertThat(target.memory().warm().rssBytes()).isPositive();
        assertThat(target.memory().after().rssBytes()).isPositive();
        assertThat(target.memory().settled().rssBytes()).isPositive();
        assertThat(target.memory().liveHeap().retainedBytes()).isNotNull();
        assertThat(target.cold().calls()).isEqualTo(800);
        assertThat(target.warmup().bursts()).isBetween(6, 25);
        assertThat(target.window().cpuSecondsPer1000Calls()).isPositive();
        assertThat(target.startupMillis()).isPositive();
        assertThat(ProcessHandle.of(target.identity().pid())
                        .map(ProcessHandle::isAlive)
                        .orElse(false))
                .isFalse();
    }

    private static String run(String... command) throws IOException, InterruptedException {
        Path output = folder.resolve("console");
        ProcessBuilder builder = new ProcessBuilder(List.of(command))
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile());
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        Process process = builder.start();
        try {
            boolean ended = process.waitFor(MAX_MINUTES, TimeUnit.MINUTES);
            String console = Files.readString(output);
            assertThat(ended).as(console).isTrue();
            assertThat(process.exitValue()).as(console).isZero();
            return console;
        } finally {
            process.descendants().forEach(ProcessHandle::destroy);
            process.destroy();
        }
    }

    private static void copy(Path from, Path to) throws IOException {
        Files.walkFileTree(from, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes)
                    throws IOException {
                // Below src nothing is built: a package there may bear the name of a build folder.
                boolean source = directory.startsWith(from.resolve("src"));
                if (!source && LEFT_BEHIND.contains(directory.getFileName().toString())) {
                    return FileVisitResult.SKIP_SUBTREE;
                }
                Files.createDirectories(to.resolve(from.relativize(directory)));
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.copy(file, to.resolve(from.relativize(file)));
                return FileVisitResult.CONTINUE;
            }
        });
    }
}
