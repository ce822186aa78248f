package weighbridge.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisabledOnOs(OS.WINDOWS)
@Timeout(60)
class BuildsTest {
    private static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");

    @TempDir
    private Path root;

    private final List<String> progress = new ArrayList<>();
    private Path logs;
    private Builds builds;

    @BeforeEach
    void folders() throws IOException {
        logs = Files.createDirectory(root.resolve("logs"));
        Files.createDirectories(root.resolve("a/src/deep"));
        Files.createDirectories(root.resolve("b"));
        builds = new Builds(new CommandRunner(Ledger.none()), logs, progress::add);
    }

    /** As in a folder that cannot be written: here it is a folder that has the name of the mark. */
    @Test
    void aBuildThatCannotBeMarkedIsMadeAgainInTheNextRun() throws Exception {
        Path mark = Files.createDirectory(root.resolve("a/.out.built"));
        Files.setLastModifiedTime(mark, FileTime.from(NOON));
        Target target = target("a", List.of("touch", "out"), "out");

        for (int run = 0; run < 2; run++) {
            new Builds(new CommandRunner(Ledger.none()), logs, progress::add).ensure(target);
        }

        assertThat(progress)
                .containsExactly(
                        "out is missing: touch out", "it is not sure that the build of out came to its end: touch out");
    }

    @Test
    void buildsWhatIsMissingOnceForAllThatItMakes() throws Exception {
        // Both name the same script, each from its own folder; it makes the products of both.
        Files.writeString(root.resolve("make.sh"), "cd \"$(dirname \"$0\")\"; echo run >> runs; touch a/out b/out\n");
        Target a = target("a", List.of("sh", "../make.sh"), "out");
        Target b = target("b", List.of("sh", "../b/../make.sh"), "out");

        builds.ensure(a);
        builds.ensure(b);
        builds.ensure(a);

        assertThat(root.resolve("runs")).hasContent("run\n");
        assertThat(progress).containsExactly("out is missing: sh ../make.sh");
        assertThat(logs.resolve("builds/a.log")).isEmptyFile();
    }

    @Test
    void oneBuildForTwoThatMakesOnlyOneIsSaid() throws Exception {
        Files.writeString(root.resolve("make.sh"), "touch \"$(dirname \"$0\")/a/out\"\n");
        builds.ensure(target("a", List.of("sh", "../make.sh"), "out"));

        assertThatThrownBy(() -> builds.ensure(target("b", List.of("sh", "../make.sh"), "out")))
                .isInstanceOf(LaunchException.class)
                .hasMessage("the build succeeded but made no " + root.resolve("b/out"));
        assertThat(progress).hasSize(1);
    }

    @Test
    void whatIsFreshIsNotBuilt() throws Exception {
        file("a/out", 0);
        file("a/.out.built", 0);
        file("a/src/deep/Main.java", 0); // of the same moment
        file("a/pom.xml", -60);
        file("a/notes.txt", 60); // no source

        builds.ensure(target("a", List.of("sh", "-c", "exit 9"), "out", "src", "pom.xml"));

        assertThat(progress).isEmpty();
        assertThat(logs).isEmptyDirectory();
    }

    @ParameterizedTest
    @CsvSource({"a/src/deep/Main.java, Main.java", "a/pom.xml, pom.xml", "b/shared, shared"})
    void aNewerSourceBuildsAgain(String newer, String shown) throws Exception {
        file("a/out", 0);
        file("a/.out.built", 0);
        file("a/src/deep/Main.java", -60);
        file("a/pom.xml", -60);
        file("b/shared", -60);
        file(newer, 1);

        builds.ensure(target("a", List.of("touch", "out"), "out", "src", "pom.xml", "../b"));

        assertThat(progress).containsExactly(shown + " is newer: touch out");
        assertThat(Files.getLastModifiedTime(root.resolve("a/out")).toInstant()).isAfter(NOON);
    }

    /** As a build leaves it that was killed between writing its product and its end. */
    @Test
    void whatWasNotBuiltToItsEndIsBuiltAgain() throws Exception {
        file("a/out", 0);

        builds.ensure(target("a", List.of("touch", "out"), "out"));

        assertThat(progress).containsExactly("it is not sure that the build of out came to its end: touch out");
        builds.ensure(target("a", List.of("sh", "-c", "exit 9"), "out"));
        assertThat(progress).hasSize(1);
    }

    @Test
    void aSourceThatIsNotThereIsSaid() throws Exception {
        file("a/out", 0);
        file("a/.out.built", 0);

        assertThatThrownBy(() -> builds.ensure(target("a", List.of("touch", "out"), "out", "missing")))
                .isInstanceOf(LaunchException.class)
                .hasMessage("build source " + root.resolve("a/missing") + " does not exist");
    }

    @Test
    void aFailedBuildSaysItsEndAndIsNotTriedAgain() throws Exception {
        Target target =
                target("a", List.of("sh", "-c", "echo run >> runs; echo compiling; echo cause >&2; exit 4"), "out");
        String message =
                "build exited with 4\n    its output ends with\n        compiling\n        cause\n    command: "
                        + String.join(" ", target.build().orElseThrow().command())
                        + "\n    whole output: logs/builds/a.log in the run folder";

        for (int time = 1; time <= 2; time++) {
            assertThatThrownBy(() -> builds.ensure(target))
                    .isInstanceOf(LaunchException.class)
                    .hasMessage(message);
        }

        assertThat(root.resolve("a/runs")).hasContent("run\n");
        assertThat(progress).hasSize(1);
    }

    /** As Maven's JVM does where another one has the port that the variable names. */
    @Test
    void aFailedBuildNamesTheVariablesThatItsJvmTookOptionsFrom() throws Exception {
        String script = "echo 'Picked up JAVA_TOOL_OPTIONS: -Dcom.sun.management.jmxremote.port=9010' >&2; exit 1";

        assertThatThrownBy(() -> builds.ensure(target("a", List.of("sh", "-c", script), "out")))
                .isInstanceOf(LaunchException.class)
                .hasMessageStartingWith("build exited with 1; its JVM took options from JAVA_TOOL_OPTIONS, which may be"
                        + " why; fix: start without JAVA_TOOL_OPTIONS\n    its output ends with\n");
    }

    /** Root may read it, so that the whole of this is in SurroundingsIT. */
    @Test
    void aSourceThatCannotBeReadFailsItsTargetAlone() throws Exception {
        file("a/out", 0);
        file("a/.out.built", 0);
        file("b/out", 0);
        Path locked = Files.createDirectory(root.resolve("a/src/locked"));
        assertThat(locked.toFile().setReadable(false)).isTrue();
        assumeFalse(Files.isReadable(locked));
        Target a = target("a", List.of("touch", "out"), "out", "src");
        Target b = target("b", List.of("touch", "out"), "out");

        assertThat(builds.ensure(List.of(a, b)))
                .containsOnly(Map.entry(
                        a,
                        "whether it has to be built cannot be seen: found " + locked
                                + ", which this user may not read; fix: let this user read it, or leave it out of"
                                + " build.sources"));
    }

    @Test
    void aBuildThatHangsIsEndedWithAllThatItStarted() {
        List<String> hangs = List.of("sh", "-c", "setsid sleep 300 & echo $! > pids; echo $$ >> pids; exec sleep 300");
        Path folder = root.resolve("a");
        Target target =
                Targets.built("a", folder, new Build(hangs, folder.resolve("out"), List.of(), Duration.ofSeconds(4)));

        assertThatThrownBy(() -> builds.ensure(target))
                .isInstanceOf(LaunchException.class)
                .hasMessageStartingWith("build took longer than 4 s and was ended, with all that it had started\n");
        assertThat(folder.resolve("pids"))
                .content()
                .satisfies(pids ->
                        assertThat(pids.lines()).hasSize(2).noneMatch(pid -> Scripts.lives(Long.parseLong(pid))));
    }

    @Test
    void ofSeveralTheFailuresAreTold() throws Exception {
        Files.writeString(root.resolve("make.sh"), "cd \"$(dirname \"$0\")\"; echo run >> runs; touch a/out\n");
        Target a = target("a", List.of("sh", "../make.sh"), "out");
        Target b = target("b", List.of("sh", "../make.sh"), "out");

        assertThat(builds.ensure(List.of(a, b)))
                .containsOnly(Map.entry(b, "the build succeeded but made no " + root.resolve("b/out")));
        assertThat(root.resolve("runs")).hasContent("run\n");
    }

    /** So that a run that waited for this one does not find them unsure. */
    @Test
    void allThatOneBuildMakesIsMarkedAtOnce() throws Exception {
        Files.writeString(root.resolve("make.sh"), "cd \"$(dirname \"$0\")\"; touch a/out b/out\n");
        Target a = target("a", List.of("sh", "../make.sh"), "out");
        Target b = target("b", List.of("sh", "../make.sh"), "out", "missing");

        assertThat(builds.ensure(List.of(a, b)).keySet()).containsExactly(b);
        assertThat(root.resolve("b/.out.built")).exists();
    }

    @Test
    void aBuildThatMakesNothingIsSaid() {
        assertThatThrownBy(() -> builds.ensure(target("a", List.of("sh", "-c", "exit 0"), "out")))
                .isInstanceOf(LaunchException.class)
                .hasMessage("the build succeeded but made no " + root.resolve("a/out"));
    }

    @Test
    void aProgramThatIsNotThereIsSaid() {
        assertThatThrownBy(() -> builds.ensure(target("a", List.of("no-such-program"), "out")))
                .isInstanceOf(LaunchException.class)
                .hasMessage("program \"no-such-program\" not found or not executable");
    }

    @Test
    void buildsGetTheJdkThatRunsUsAndNoInput() throws Exception {
        builds.ensure(target("a", List.of("sh", "-c", "cat; command -v java; echo $JAVA_HOME; touch out"), "out"));

        Path jdk = Path.of(System.getProperty("java.home"));
        assertThat(logs.resolve("builds/a.log")).hasContent(jdk.resolve("bin/java") + "\n" + jdk + "\n");
    }

    @Test
    void anInterruptEndsTheBuild() throws Exception {
        Path pid = root.resolve("a/pid");
        Target target = target("a", List.of("sh", "-c", "echo $$ > pid.new; mv pid.new pid; exec sleep 300"), "out");
        List<String> said = new ArrayList<>();
        Thread building = new Thread(() -> {
            try {
                builds.ensure(target);
            } catch (LaunchException e) {
                said.add(e.getMessage() + ", interrupt kept: "
                        + Thread.currentThread().isInterrupted());
            }
        });
        building.start();
        while (Files.notExists(pid)) {
            Thread.onSpinWait();
        }

        building.interrupt();
        building.join();

        assertThat(said).containsExactly("build was interrupted, interrupt kept: true");
        assertThat(Scripts.lives(Long.parseLong(Files.readString(pid).strip()))).isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                // a command that names no place works on its folder
                "mvn -q package               | mvn -q package ROOT/a",
                "./make                       | ROOT/a/make ROOT/a",
                "cp x/missing .y              | cp x/missing .y ROOT/a",
                // one that does belongs to that place, however it is written
                "mvn -q -f .. package         | mvn -q -f ROOT package",
                "mvn -q -f ../ package        | mvn -q -f ROOT package",
                "mvn -q -f ../a/.. package    | mvn -q -f ROOT package",
                "mvn -f . package             | mvn -f ROOT/a package",
                "mvn -f ../pom.xml package    | mvn -f ROOT/pom.xml package",
                "./make ../pom.xml            | ROOT/a/make ROOT/pom.xml",
            })
    void twoBuildsAreOneWhenTheirIdentityIs(String command, String identity) throws IOException {
        Files.createFile(root.resolve("pom.xml"));
        Files.createFile(root.resolve("a/make"));

        assertThat(String.join(" ", Builds.identity(List.of(command.split(" ")), root.resolve("a"), Map.of())))
                .isEqualTo(identity.replace("ROOT", root.toString()));
    }

    private Target target(String name, List<String> command, String produces, String... sources) {
        Path folder = root.resolve(name);
        List<Path> absolute = List.of(sources).stream()
                .map(source -> folder.resolve(source).normalize())
                .toList();
        return Targets.built(name, folder, new Build(command, folder.resolve(produces), absolute, Targets.LONG));
    }

    /** A file made so many seconds after noon. */
    private void file(String path, int seconds) throws IOException {
        Path file = root.resolve(path);
        if (Files.notExists(file)) {
            Files.createFile(file);
        }
        Files.setLastModifiedTime(file, FileTime.from(NOON.plusSeconds(seconds)));
    }

    @Test
    void theVariablesOfATargetReachItsBuildAndMakeItAnother() throws Exception {
        assertThat(Builds.identity(List.of("make"), root, Map.of("X", "1")))
                .isNotEqualTo(Builds.identity(List.of("make"), root, Map.of("X", "2")));
    }
}
