package weighbridge.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import weighbridge.process.Children;
import weighbridge.process.ProcessTree;
import weighbridge.server.Fleet.Start;
import weighbridge.text.InputException;

/** Servers whose processes try to get out of sight. */
@EnabledOnOs(OS.LINUX)
@Timeout(60)
@Tag("untimed")
class EscapeIT {
    private static final Duration TERM_BOUND = Duration.ofMillis(500);

    @TempDir
    private Path folder;

    private final Ports ports = new Ports();
    private Scripts scripts;

    @BeforeEach
    void scripts() {
        scripts = new Scripts(folder);
    }

    @Test
    void aServerThatGoesIntoTheBackgroundIsToldToStay() throws Exception {
        Assignment assignment = Targets.at(
                ports.free(), scripts.target("forks", "sleep 300 & echo $!; setsid sleep 300 & echo $!; exit 0"));
        try (Fleet fleet = new Fleet(folder, Ledger.none())) {
            String reason = Scripts.reason(fleet.start(List.of(assignment)).get(assignment));

            assertThat(reason)
                    .startsWith("found a command that ended with 0 while 2 processes that it started go on;"
                            + " allowed: a server that stays in the foreground;"
                            + " fix: start it without the option that makes it a daemon\n    its output ends with\n");
            assertThat(scripts.pids("forks")).hasSize(2).noneMatch(Scripts::lives);
        }
    }

    @Test
    void aDaemonIsEnded() throws Exception {
        String daemon = "setsid sh -c 'setsid sleep 300 & echo $!' & wait; ";

        assertAllEnd("daemon", daemon, 1);
    }

    @Test
    void anEmptyEnvironmentDoesNotHelp() throws Exception {
        String daemon = "env -i setsid sh -c 'setsid sleep 300 & echo $!' & wait; ";
        String deaf = "sh -c \"env -i sh -c 'trap \\\"\\\" TERM; echo \\$\\$; exec sleep 300' &\"; ";

        assertAllEnd("bare", daemon + deaf, 2);
    }

    @Test
    void whoListensAfterItsParentIsEnded() throws Exception {
        int port = ports.free();
        List<String> command = new ArrayList<>(List.of("sh", "-c", "env -i \"$@\" & exec sleep 300", "sh"));
        command.addAll(FixtureServer.command(Integer.toString(port), Integer.toString(port)));
        command.set(4, Path.of(System.getProperty("java.home"), "bin", "java").toString());
        Assignment assignment =
                Targets.at(port, Targets.of("heir", folder, Targets.OK, Targets.LONG, Map.of(), command));
        try (Fleet fleet = new Fleet(folder, Ledger.none())) {
            Server ready = ((Start.Ready) fleet.start(List.of(assignment)).get(assignment)).server();
            Scripts.handle(ready).destroyForcibly();
            Scripts.handle(ready).onExit().join();
            assertThat(isFree(assignment)).isFalse();
        }
        assertThat(isFree(assignment)).isTrue();
    }

    @Test
    void whatOthersStartLivesOn() throws Exception {
        Process before = new ProcessBuilder("sleep", "300").start();
        Process[] during = new Process[1];
        try {
            try (Fleet fleet = new Fleet(folder, Ledger.none())) {
                scripts.start(fleet, scripts.target("one", "echo $$; exec sleep 300"), 1);
                Thread starter = new Thread(() -> during[0] = sleep());
                starter.start();
                starter.join(); // its children now count as those of the first thread, like adopted ones
            }
            assertThat(before.isAlive()).isTrue();
            assertThat(during[0].isAlive()).isTrue();
        } finally {
            before.destroyForcibly();
            during[0].destroyForcibly();
        }
    }

    @Test
    void aFleetLeavesWhatMayBeAnothersToTheLastOne() throws Exception {
        Fleet other = new Fleet(folder, Ledger.none());
        try {
            scripts.start(
                    other, scripts.target("other", "env -i sh -c 'sleep 300 & echo $!'; echo $$; exec sleep 300"), 2);
            try (Fleet fleet = new Fleet(folder, Ledger.none())) {
                scripts.start(fleet, scripts.target("one", "echo $$; exec sleep 300"), 1);
            }
            assertThat(scripts.pids("one")).noneMatch(Scripts::lives);
            assertThat(scripts.pids("other")).hasSize(2).allMatch(Scripts::lives);
        } finally {
            other.close();
        }
        assertThat(scripts.pids("other")).noneMatch(Scripts::lives);
    }

    @Test
    void adoptedProcessesThatEndedAreLetGo() throws Exception {
        try (Fleet fleet = new Fleet(folder, Ledger.none())) {
            Server server = scripts.start(
                    fleet, scripts.target("brief", "sh -c 'sleep 300 & echo $!'; echo $$; exec sleep 300"), 2);
            long orphan = scripts.pids("brief").get(0);
            ProcessHandle.of(orphan).orElseThrow().destroyForcibly();
            while (ProcessTree.isRunning(ProcessHandle.of(orphan).orElseThrow())) {
                Thread.onSpinWait();
            }
            assertThat(ProcessHandle.of(orphan).orElseThrow().isAlive())
                    .as("Java takes it for a living one")
                    .isTrue();

            for (int look = 1; look <= 3; look++) {
                assertThat(ProcessHandle.of(orphan)).isPresent();
                Children.reapAll();
            }

            assertThat(ProcessHandle.of(orphan)).isEmpty();
            assertThat(server.isAlive()).isTrue();
        }
    }

    private void assertAllEnd(String name, String escaping, int escaped) throws Exception {
        try (Fleet fleet = new Fleet(folder, Ledger.none(), TERM_BOUND)) {
            scripts.start(fleet, scripts.target(name, escaping + "echo $$; exec sleep 300"), escaped + 1);
        }
        assertThat(scripts.pids(name)).hasSize(escaped + 1).noneMatch(Scripts::lives);
    }

    private static boolean isFree(Assignment assignment) {
        try {
            Ports.requireFree(List.of(assignment));
            return true;
        } catch (InputException e) {
            return false;
        }
    }

    private static Process sleep() {
        try {
            return new ProcessBuilder("sleep", "300").start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
