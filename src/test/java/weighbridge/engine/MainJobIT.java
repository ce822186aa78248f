package weighbridge.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import weighbridge.analysis.Finding;
import weighbridge.analysis.Report;
import weighbridge.analysis.TargetReport;
import weighbridge.record.Outcome.Kind;
import weighbridge.record.WeighbridgeVersion;
import weighbridge.render.FormatsTest;

/** The main job as a new user runs it: a clean copy and the wrapper, then the launcher. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
@Tag("untimed")
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
    @Order(1)
    void theMainJobRunsFromACleanCopy() throws Exception {
        String console = run("./mvnw", "-B", "-ntp", "gatling:test", "-Dport=0");

        Path latest = folder.resolve("results/latest");
        String summary = Files.readString(latest.resolve("summary.txt"));
        String shown = Run.shown(latest);
        assertThat(console).contains(shown);
        assertThat(shown.lines()).hasSizeLessThanOrEqualTo(45).allMatch(line -> line.length() <= 120);
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
        assertThat(report.verdict().faults())
                .allMatch(fault -> fault.finding() instanceof Finding.OfGenerator
                        || fault.finding() instanceof Finding.MachineTaken);
        assertThat(report.generatorWarmup().bursts()).isBetween(12, 50);
        assertThat(report.floor().bursts()).isEqualTo(25);
    }

    /** In the copy in which the main job has compiled everything, so that it builds little. */
    @Test
    @Order(2)
    void theLauncherDoesTheSame() throws Exception {
        Path byMaven = folder.resolve("results/latest").toRealPath();

        Launch run = launch("run", "jdk-httpserver", "--calls", "50", "--warmup=0", "--settle=0.1s", "--port", "0");

        Path byLauncher = folder.resolve("results/latest").toRealPath();
        assertThat(run.err()).isEqualTo("Building ...\n");
        assertThat(run.exitStatus()).as(run.out()).isZero();
        assertThat(run.out())
                .contains(
                        "Started independent subprocesses: jdk-httpserver",
                        "Generating reports...",
                        byLauncher.getFileName().toString());
        assertThat(names(byLauncher)).isEqualTo(names(byMaven));
        Report report = Run.report(byLauncher);
        assertThat(report.targets()).extracting(TargetReport::name).containsExactly("jdk-httpserver");
        assertThat(report.run().simulation())
                .isEqualTo(Run.report(byMaven).run().simulation());
        assertThat(report.run().environment().jvmFlags())
                .isNotEmpty()
                .isEqualTo(Run.report(byMaven).run().environment().jvmFlags());
    }

    @Test
    @Order(3)
    void theOtherCommandsStartAtOnce() throws Exception {
        Launch report = launch("report", "results/latest");
        Launch doctor = launch("doctor");

        assertThat(report.err()).isEmpty();
        assertThat(report.out()).contains("Started independent subprocesses: jdk-httpserver");
        assertThat(report.exitStatus()).isZero();
        assertThat(launch("targets").out()).containsPattern("(?m)^jdk-httpserver +java +Java +ready$");
        assertThat(doctor.out().lines().toList())
                .anyMatch(line -> line.startsWith("ok       JDK: "))
                .anyMatch(line -> line.matches("(ok|wrong) +ports 8000 to 8004: .*"))
                .allMatch(line -> line.matches("(ok|missing|wrong) +[^:]+: .+"));
        // Somebody may listen on one of its ports.
        assertThat(doctor.exitStatus()).isEqualTo(doctor.out().contains("\nwrong ") ? 1 : 0);
    }

    @Test
    @Order(4)
    void wrongUseOfTheLauncherIsOneLine() throws Exception {
        Launch option = launch("run", "--cals", "20");
        Launch target = launch("run", "jetti", "--port=0");

        assertThat(option.err()).hasLineCount(1).contains("found \"--cals\"", "did you mean --calls?");
        assertThat(option.exitStatus()).isEqualTo(1);
        assertThat(target.out().lines().filter(line -> line.contains("did you mean jetty?")))
                .hasSize(1);
        assertThat(target.out() + target.err()).doesNotContain("Exception", "\tat ");
        assertThat(target.exitStatus()).isEqualTo(1);
    }

    @Test
    @Order(5)
    void theLauncherBuildsWhatIsStale() throws Exception {
        Files.setLastModifiedTime(folder.resolve("src/main/launcher/run.args"), FileTime.from(Instant.now()));

        assertThat(launch("--version").err()).isEqualTo("Building ...\n");
        assertThat(launch("--version")).isEqualTo(new Launch(0, "weighbridge " + WeighbridgeVersion.read() + "\n", ""));
    }

    /** The launcher is the JVM of the run: a signal to it is one to the run, and its status is that of the run. */
    @Test
    @Order(6)
    void whoEndsTheLauncherEndsTheRun() throws Exception {
        Path output = folder.resolve("stopped");
        Process process = launcher("run", "jdk-httpserver", "--rate", "50", "--port=0", "--settle=0.1s")
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        try {
            while (!Files.readString(output).contains("Waiting")) {
                assertThat(process.isAlive()).as(Files.readString(output)).isTrue();
                LockSupport.parkNanos(5_000_000);
            }
            List<ProcessHandle> started = process.descendants().toList();
            process.destroy();

            assertThat(process.waitFor(MAX_MINUTES, TimeUnit.MINUTES)).isTrue();
            assertThat(process.exitValue()).isEqualTo(143);
            assertThat(started).isNotEmpty().noneMatch(ProcessHandle::isAlive);
        } finally {
            process.destroyForcibly();
        }
    }

    /** Of a target that is not there: nothing is measured. */
    @Test
    @Order(7)
    void pathsCountFromTheFolderOfTheShell(@TempDir Path shell) throws Exception {
        String found = "targets: found \"" + shell.resolve("nowhere") + "\", which is not there;";
        Path maven = folder.resolve("mvnw");
        Path pom = folder.resolve("pom.xml");
        String byMaven = failed(
                shell, maven + " -B -ntp -f " + pom + " gatling:test -Dport=0 -Dtargets=./nowhere -Dresults=by-maven");
        String byLauncher =
                failed(shell, folder.resolve("weighbridge") + " run ./nowhere --port=0 --results by-launcher");
        String unread =
                failed(shell, "LC_ALL=C " + maven + " -B -ntp -f " + pom + " gatling:test -Dresults=gr\\303\\274n");

        String noPath = failed(shell, "LC_ALL=C " + folder.resolve("weighbridge") + " gate --baseline gr\\303\\274n");

        assertThat(byMaven).contains(found);
        assertThat(byLauncher).contains(found);
        assertThat(unread).contains("that the locale lacks (see LC_ALL,", "; fix: start with LC_ALL=C.UTF-8");
        assertThat(noPath)
                .hasLineCount(1)
                .startsWith("path: found characters in ")
                .contains("lacks (LC_ALL=C);");
        try (Stream<Path> made = Files.list(shell)) {
            assertThat(made)
                    .extracting(Path::getFileName)
                    .extracting(Path::toString)
                    .containsExactlyInAnyOrder("by-maven", "by-launcher");
        }
        assertThat(folder.resolve("by-maven")).doesNotExist();
    }

    /** What it says. @param command with octal escapes in it, for bytes that this JVM may not be able to hand on */
    private static String failed(Path directory, String command) throws Exception {
        ProcessBuilder shell = new ProcessBuilder("sh", "-c", "eval \"$(printf '" + command + "')\"")
                .directory(directory.toFile())
                .redirectErrorStream(true);
        shell.environment().put("JAVA_HOME", System.getProperty("java.home"));
        Process process = shell.start();
        try {
            String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(process.waitFor()).as(said).isEqualTo(1);
            return said;
        } finally {
            process.destroy();
        }
    }

    private record Launch(int exitStatus, String out, String err) {}

    private static Launch launch(String... arguments) throws Exception {
        Path out = folder.resolve("launched.out");
        Path err = folder.resolve("launched.err");
        Process process = launcher(arguments)
                .redirectOutput(out.toFile())
                .redirectError(err.toFile())
                .start();
        try {
            assertThat(process.waitFor(MAX_MINUTES, TimeUnit.MINUTES)).isTrue();
            return new Launch(process.exitValue(), Files.readString(out), Files.readString(err));
        } finally {
            process.destroy();
        }
    }

    private static ProcessBuilder launcher(String... arguments) {
        List<String> command = new ArrayList<>(List.of("./weighbridge"));
        command.addAll(List.of(arguments));
        ProcessBuilder launcher = new ProcessBuilder(command).directory(folder.toFile());
        launcher.environment().put("JAVA_HOME", System.getProperty("java.home"));
        return launcher;
    }

    private static List<String> names(Path runFolder) throws IOException {
        try (Stream<Path> files = Files.list(runFolder)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> !name.startsWith("req_")) // a page of Gatling for each target
                    .sorted()
                    .toList();
        }
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
        assertThat(target.warmup().bursts()).isBetween(6, 40);
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
