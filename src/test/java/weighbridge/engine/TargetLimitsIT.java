package weighbridge.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import weighbridge.analysis.ExitStatus;
import weighbridge.analysis.Misbehaviour.OutOfMemoryKilled;
import weighbridge.analysis.TargetReport;
import weighbridge.faults.FieldServers;

/** Servers that somebody else has put into control groups with limits. Needs the right to make such groups. */
@Tag("untimed")
@EnabledOnOs(OS.LINUX)
class TargetLimitsIT {
    private static final String NAME =
            "weighbridge-it-" + ProcessHandle.current().pid();
    private static final Path ROOT = Path.of("/sys/fs/cgroup");
    private static final boolean VERSION_1 = Files.isDirectory(ROOT.resolve("cpu"));
    private static final long LIMIT_BYTES = 16 << 20;

    @TempDir
    static Path folder;

    private static Path cpu;
    private static Path memory;
    private static Run.Result result;

    @BeforeAll
    static void hammer() throws Exception {
        try {
            cpu = Files.createDirectory(ROOT.resolve(VERSION_1 ? "cpu" : "").resolve(NAME + "-cpu"));
            memory = Files.createDirectory(
                    ROOT.resolve(VERSION_1 ? "memory" : "").resolve(NAME + "-memory"));
            if (VERSION_1) {
                Files.writeString(cpu.resolve("cpu.cfs_period_us"), "100000");
                Files.writeString(cpu.resolve("cpu.cfs_quota_us"), "20000");
                Files.writeString(memory.resolve("memory.limit_in_bytes"), Long.toString(LIMIT_BYTES));
            } else {
                Files.writeString(cpu.resolve("cpu.max"), "20000 100000");
                Files.writeString(memory.resolve("memory.max"), Long.toString(LIMIT_BYTES));
            }
        } catch (IOException e) {
            assumeTrue(false, "no control groups can be made here: " + e);
        }
        String busy = "while :; do :; done";
        // Two, for a shell ends where it may not even start another process.
        String greedy = "(while :; do tail /dev/zero; sleep 0.02; done) & while :; do tail /dev/zero; sleep 0.02; done";
        result = new Run(folder)
                .target("free")
                .target("throttled", "delayMillis=1500")
                .edit("throttled", "command: [", "command: [sh, " + script("throttled", cpu, busy) + ", ")
                .target("killed", "delayMillis=3000") // on a busy machine a kill takes its time
                .edit("killed", "command: [", "command: [sh, " + script("killed", memory, greedy) + ", ")
                .with("calls", "50")
                .with("warmup", "3")
                .with("timeout", "30s")
                .finish();
    }

    /** Runs a loop in this group, and beside it the server. */
    private static Path script(String name, Path group, String loop) throws IOException {
        String inGroup = "echo $$ > " + group.resolve("cgroup.procs") + "; " + loop;
        return Files.writeString(folder.resolve(name + ".sh"), "sh -c '" + inGroup + "' 2>/dev/null &\nexec \"$@\"\n");
    }

    @AfterAll
    static void removeGroups() throws IOException {
        for (Path group : new Path[] {cpu, memory}) {
            if (group != null) {
                Files.deleteIfExists(group);
            }
        }
    }

    @Test
    void aServerThatIsHeldBackIsToldToBe() throws Exception {
        TargetReport target = result.target("throttled");

        assertThat(target.window().limits().cpus()).isEqualTo(0.2);
        assertThat(target.window().limits().memoryBytes()).isNull();
        assertThat(target.window().throttled().throttledPeriods())
                .isBetween(1L, target.window().throttled().periods());
        assertThat(target.window().throttled().seconds()).isPositive();
        assertThat(target.identity().misbehaviour()).isEmpty();
        FieldServers.THROTTLED.isSeen(result.summary(), "throttled", ExitStatus.DONE.code());
    }

    @Test
    void aProcessThatTheSystemKilledForItsMemoryIsAMisbehaviour() throws Exception {
        TargetReport target = result.target("killed");

        assertThat(target.window().limits().memoryBytes()).isEqualTo(LIMIT_BYTES);
        assertThat(target.window().oomKills()).isPositive();
        assertThat(target.identity().misbehaviour()).anyMatch(OutOfMemoryKilled.class::isInstance);
        FieldServers.KILLED_FOR_MEMORY.isSeen(result.summary(), "killed", result.exitStatus());
    }

    @Test
    void aServerInNoGroupOfItsOwnIsToldNothing() throws Exception {
        TargetReport target = result.target("free");

        assertThat(target.window().limits()).isNull();
        assertThat(target.window().throttled()).isNull();
        assertThat(result.summary()).doesNotContain("free: may use only");
    }
}
