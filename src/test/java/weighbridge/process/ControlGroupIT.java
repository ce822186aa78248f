package weighbridge.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import weighbridge.record.Box;
import weighbridge.text.Limits;

/** Real control groups, with real processes in them. Needs the right to make them. */
@EnabledOnOs(OS.LINUX)
@Timeout(60)
@Tag("untimed")
class ControlGroupIT {
    private static final Limits LIMITS = new Limits(0.25, 64L << 20);

    private final List<Process> started = new ArrayList<>();
    private ControlGroup group;

    @BeforeEach
    void make() throws IOException {
        ControlGroups groups = ControlGroups.ofThisSystem();
        assumeTrue(
                groups.obstacle().isEmpty(),
                () -> groups.obstacle().orElseThrow().why());
        group = groups.of(LIMITS);
        assumeTrue(!group.folders().isEmpty(), "systemd makes them here");
        group.create(LIMITS);
    }

    @AfterEach
    void end() throws InterruptedException {
        for (Process process : started) {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly().waitFor();
        }
        group.delete();
    }

    private Process start(String... program) throws IOException {
        List<String> command = new ArrayList<>(group.entering());
        command.addAll(List.of(program));
        Process process = new ProcessBuilder(command).start();
        started.add(process);
        return process;
    }

    @Test
    void aProgramIsInItFromItsFirstInstructionOn() throws Exception {
        Process process = start("sh", "-c", "cat /proc/self/cgroup; read line");

        String memberships = "";
        for (int line = 0; !memberships.contains("\n0::") && line < 30; line++) {
            String next = process.inputReader().readLine();
            memberships += next == null ? "" : next + "\n";
        }
        String name = group.folders().get(0).getFileName().toString();
        assertThat(memberships.lines().filter(line -> line.endsWith("/" + name)))
                .hasSize(group.folders().size());
        assertThat(group.members()).contains(process.toHandle());
    }

    @Test
    void theKernelKnowsItsLimits() throws Exception {
        Process process = start("sleep", "60");
        Box box = read(process);
        // The shell moves itself before it becomes the program.
        for (int tries = 0; tries < 200 && box == null; tries++) {
            TimeUnit.MILLISECONDS.sleep(10);
            box = read(process);
        }

        assertThat(box.cpus()).isEqualTo(0.25);
        assertThat(box.memoryBytes()).isEqualTo(64L << 20);
        assertThat(box.memory().peakBytes()).isBetween(1L, 64L << 20);
        assertThat(box.memory().anonBytes()).isNotNegative();
        assertThat(box.memory().kernelBytes()).isNotNegative();
    }

    private static Box read(Process process) {
        ProcessTreeProbe probe = ProcessTreeProbe.ofTree(process.pid());
        probe.findProcesses();
        return BoxProbe.of(probe).read().orElse(null);
    }

    /** More would be four seconds of a core in one second. */
    @Test
    void itIsHeldBackAndToldSo() throws Exception {
        Process process = start("sh", "-c", "(while :; do :; done) & while :; do :; done");
        OwnGroup own = new OwnGroup(group.folders().stream()
                .filter(folder ->
                        Files.exists(folder.resolve("cpuacct.usage")) || Files.exists(folder.resolve("cpu.max")))
                .findFirst()
                .orElseThrow());
        long beganNanos = System.nanoTime();
        double usedBefore = own.cpuSeconds().orElse(0);

        assertThat(process.waitFor(2, TimeUnit.SECONDS)).isFalse();
        double seconds = (System.nanoTime() - beganNanos) / 1e9;
        double used = own.cpuSeconds().orElseThrow() - usedBefore;

        assertThat(used / seconds).as("cores").isBetween(0.1, 0.3);
        Box box = BoxProbe.of(group).read().orElseThrow();
        assertThat(box.throttledPeriods()).isPositive();
        assertThat(box.throttledMicros()).isPositive();
    }

    @Test
    void whoTakesMoreMemoryIsKilledAndCounted() throws Exception {
        Process process = start("tail", "/dev/zero");

        assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).isEqualTo(137);
        assertThat(BoxProbe.of(group).read().orElseThrow().oomKills()).isPositive();
    }

    @Test
    void aJvmSizesItselfByIt() throws Exception {
        Process process =
                start(ProcessHandle.current().info().command().orElseThrow(), "-XshowSettings:system", "-version");
        String settings = new String(process.getErrorStream().readAllBytes());

        assertThat(process.waitFor()).as(settings).isZero();
        assertThat(settings).contains("Effective CPU Count: 1").contains("Memory Limit: 64.00M");
    }

    @Test
    void itIsRemovedWithGroupsThatTheServerMadeInIt() throws Exception {
        Files.createDirectory(group.folders().get(0).resolve("inner"));
        Process process = start("sleep", "60");
        process.destroyForcibly().waitFor();

        group.delete();

        assertThat(group.folders()).noneMatch(Files::exists);
        assertThat(ControlGroup.at(List.of(group.folders().get(0).toString())).folders())
                .isEmpty();
    }
}
