package weighbridge.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import weighbridge.process.ProcessTree;
import weighbridge.server.Fleet.Start;

@DisabledOnOs(OS.WINDOWS)
@Timeout(120)
@Tag("untimed")
class StoppingIT {
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
    void closingEndsTheWholeTree() throws Exception {
        Server server = close(
                scripts.target(
                        "family", "sh -c 'sleep 300 & echo $!; sleep 301 & echo $!; wait' & echo $!; echo $$; wait"),
                4,
                ProcessTree.TERM_BOUND);

        assertThat(scripts.pids("family")).hasSize(4).noneMatch(Scripts::lives);
        assertThat(server.complaints(folder)).isEmpty();
        assertThat(server.isAlive()).isFalse();
    }

    @Test
    void whoeverIgnoresTheRequestIsKilledAfterABound() throws Exception {
        Target target =
                scripts.target("stubborn", "trap '' TERM; sleep 300 & echo $!; echo $$; while :; do wait; done");
        long before = System.nanoTime();

        Server server = close(target, 2, TERM_BOUND);

        assertThat(scripts.pids("stubborn")).hasSize(2).noneMatch(Scripts::lives);
        assertThat(Duration.ofNanos(System.nanoTime() - before))
                .as("time to end by itself")
                .isGreaterThan(TERM_BOUND);
        assertThat(server.complaints(folder)).containsExactly("ignored TERM for 0.5 s and was killed");
        assertThat(server.isAlive()).isFalse();
    }

    @Test
    void aChildThatIgnoresTheRequestIsKilledWithoutAComplaintOfTheServer() throws Exception {
        Server server = close(
                scripts.target("deaf", "sh -c 'trap \"\" TERM; echo $$; exec sleep 300' & echo $$; exec sleep 300"),
                2,
                TERM_BOUND);

        assertThat(scripts.pids("deaf")).hasSize(2).noneMatch(Scripts::lives);
        assertThat(server.complaints(folder)).isEmpty();
    }

    @Test
    void whoIsStartedByTheRequestToEndIsEndedToo() throws Exception {
        close(
                scripts.target(
                        "heir", "trap 'sleep 300 & echo $!; exit 0' TERM; echo $$; while :; do sleep 0.05; done"),
                1,
                ProcessTree.TERM_BOUND);

        assertThat(scripts.pids("heir")).hasSize(2).noneMatch(Scripts::lives);
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void whoLostItsParentIsStoppedToo() throws Exception {
        Target fails = scripts.target("fails", "sleep 300 & echo $!; exit 3");
        Target serves = scripts.target("serves", "sleep 300 & echo $!; echo $$; exec sleep 300");
        try (Fleet fleet = new Fleet(folder, Ledger.none())) {
            Assignment assignment = Targets.at(ports.free(), fails);

            assertThat(Scripts.reason(fleet.start(List.of(assignment)).get(assignment)))
                    .startsWith("exited with 3");
            assertThat(scripts.pids("fails")).hasSize(1).noneMatch(Scripts::lives);

            Server server = scripts.start(fleet, serves, 2);
            Scripts.handle(server).destroyForcibly();
            Scripts.handle(server).onExit().join();
        }
        assertThat(scripts.pids("serves")).hasSize(2).noneMatch(Scripts::lives);
    }

    @Test
    void closingWhileStartingLeavesNothing() throws Exception {
        List<Assignment> assignments = IntStream.range(0, 12)
                .mapToObj(n -> Targets.at(ports.free(), scripts.target("never" + n, "echo $$; exec sleep 300")))
                .toList();
        ExecutorService thread = Executors.newSingleThreadExecutor();
        Fleet fleet = new Fleet(folder, Ledger.none());
        try {
            Future<Map<Assignment, Start>> starting = thread.submit(() -> fleet.start(assignments));
            // The first process is there, the others are about to be: what comes now comes in the middle of it.
            while (IntStream.range(0, 12)
                    .allMatch(n -> scripts.pids("never" + n).isEmpty())) {
                Thread.onSpinWait();
            }
            fleet.close();
            List<Long> atClose = children();

            assertThat(starting.get().values())
                    .hasSize(12)
                    .allSatisfy(start -> assertThat(Scripts.reason(start))
                            .containsAnyOf(
                                    "exited with 143: ended by signal 15 (TERM)\n",
                                    "not started: the run was stopped"));
            assertThat(atClose).isEmpty();
            assertThat(children()).isEmpty();

            fleet.close();
            Target late = scripts.target("late", "echo $$");
            assertThat(fleet.start(List.of(Targets.at(1, late))).values())
                    .containsExactly(new Start.Failed("not started: the run was stopped"));
            assertThat(folder.resolve("late.log")).doesNotExist();
        } finally {
            fleet.close();
            thread.shutdownNow();
        }
    }

    /** The living children of this process that run in our folder's name. */
    private List<Long> children() {
        return ProcessHandle.current()
                .children()
                .filter(child -> child.info().command().orElse("").matches(".*/(sh|sleep|dash|bash|coreutils|busybox)"))
                .map(ProcessHandle::pid)
                .toList();
    }

    /** Starts it, and closes its fleet. */
    private Server close(Target target, int count, Duration termBound) throws Exception {
        try (Fleet fleet = new Fleet(folder, Ledger.none(), termBound)) {
            return scripts.start(fleet, target, count);
        }
    }
}
