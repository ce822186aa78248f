package weighbridge.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@DisabledOnOs(OS.WINDOWS)
@Timeout(60)
@Tag("untimed")
class BuildLockIT {
    private static final String MISSING = "out is missing, once another run has ended the same build: sh -c ";

    @TempDir
    private Path folder;

    private final List<String> progress = new ArrayList<>();

    @Test
    void whatAnotherRunBuildsIsWaitedForAndNotBuiltAgain() throws Exception {
        Process other = other();
        try {
            Builds builds = new Builds(new CommandRunner(Ledger.none()), folder.resolve("logs"), line -> {
                progress.add(line);
                go();
            });

            builds.ensure(BuildOwner.target(folder, Targets.LONG));

            assertThat(progress).singleElement().asString().startsWith(MISSING);
            assertThat(folder.resolve("runs")).hasContent("run");
            assertThat(folder.resolve("out")).exists();
            assertThat(other.waitFor()).isZero();
        } finally {
            go();
            other.waitFor();
        }
    }

    @Test
    void theWaitingHasAnEnd() throws Exception {
        Process other = other();
        try {
            Builds builds = new Builds(new CommandRunner(Ledger.none()), folder.resolve("logs"), progress::add);

            assertThatThrownBy(() -> builds.ensure(BuildOwner.target(folder, Duration.ofMillis(300))))
                    .isInstanceOf(LaunchException.class)
                    .hasMessage("another Weighbridge run has been doing the same build for longer than 0.3 s;"
                            + " fix: end that run, or wait for it");
            assertThat(progress).singleElement().asString().startsWith(MISSING);
            assertThat(folder.resolve("runs")).hasContent("run");
        } finally {
            go();
            other.waitFor();
        }
    }

    @Test
    void whoIsKilledKeepsNobodyWaiting() throws Exception {
        Process other = other();
        other.descendants().forEach(ProcessHandle::destroyForcibly);
        other.destroyForcibly().waitFor();
        go();

        new Builds(new CommandRunner(Ledger.none()), folder.resolve("logs"), progress::add)
                .ensure(BuildOwner.target(folder, Targets.LONG));

        assertThat(progress).singleElement().asString().startsWith("out is missing: sh -c ");
        assertThat(folder.resolve("runs")).hasContent("run\nrun");
    }

    /** Another run, in the middle of its build. */
    private Process other() throws Exception {
        Process other = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx64m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        BuildOwner.class.getName(),
                        folder.toString())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("other.out").toFile())
                .start();
        while (Files.notExists(folder.resolve("runs"))) {
            assertThat(other.isAlive())
                    .as(Files.readString(folder.resolve("other.out")))
                    .isTrue();
            Thread.sleep(10);
        }
        return other;
    }

    private void go() {
        try {
            Files.writeString(folder.resolve("go"), "");
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
