package weighbridge.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

/** Children that use 0.3 s of CPU time and end: waited for, dropped by the kernel, and adopted by somebody else. */
@EnabledOnOs(OS.LINUX)
@Timeout(120)
@Tag("untimed") // in a JVM of its own, which adopts orphans
class LostChildrenIT {
    private static final String BURN = "import os, sys, signal, time\n"
            + "def burn():\n"
            + "    while time.process_time() < 0.3: pass\n"
            + "def next(): return sys.stdin.readline().strip()\n";

    private static final String REAP = BURN
            + "if next() == 'ignore': signal.signal(signal.SIGCHLD, signal.SIG_IGN)\n"
            + "print('ready', flush=True)\n"
            + "next()\n"
            + "pid = os.fork()\n"
            + "if pid == 0: burn(); os._exit(0)\n"
            + "try: os.waitpid(pid, 0)\n"
            + "except ChildProcessError: pass\n"
            + "print('ended', flush=True); next()\n";

    @Test
    void whoIgnoresTheEndOfItsChildrenIsFound() throws Exception {
        try (TalkingChild child = python(REAP)) {
            assertThat(child.ask("ignore")).isEqualTo("ready");
            ProcessTreeProbe probe = ProcessTreeProbe.ofTree(child.pid());
            double before = probe.weigh().orElseThrow().cpuSeconds();
            assertThat(child.ask("fork")).isEqualTo("ended");

            assertThat(probe.weigh().orElseThrow().cpuSeconds() - before)
                    .as("its time is nowhere")
                    .isLessThan(0.25);
            assertThat(probe.reaper()).hasValueSatisfying(reaper -> {
                assertThat(reaper.pid()).isEqualTo(child.pid());
                assertThat(reaper.command()).startsWith("python3");
            });
        }
    }

    @Test
    void whoWaitsForThemLosesNothing() throws Exception {
        try (TalkingChild child = python(REAP)) {
            assertThat(child.ask("wait")).isEqualTo("ready");
            ProcessTreeProbe probe = ProcessTreeProbe.ofTree(child.pid());
            double before = probe.weigh().orElseThrow().cpuSeconds();
            assertThat(child.ask("fork")).isEqualTo("ended");

            assertThat(probe.weigh().orElseThrow().cpuSeconds() - before).isGreaterThan(0.25);
            assertThat(probe.reaper()).isEmpty();
            assertThat(probe.lost()).isZero();
        }
    }

    /** The parent of the second has ended before, so that not the tree gets its time. */
    @Test
    void whoIsWaitedForElsewhereIsLost() throws Exception {
        String script = BURN
                + "if os.fork() == 0:\n"
                + "    if os.fork() == 0:\n"
                + "        next(); print(os.getpid(), flush=True); next(); burn(); print('burnt', flush=True); next()\n"
                + "    os._exit(0)\n"
                + "os.wait(); signal.pause()\n";
        Kernel.becomeSubreaper();
        try (TalkingChild child = python(script)) {
            long second = Long.parseLong(child.ask("start"));
            ProcessHandle orphan = ProcessHandle.of(second).orElseThrow();
            ProcessTreeProbe probe = ProcessTreeProbe.ofFamily(child.pid(), Mark.create(), Set.of(orphan));
            assertThat(child.ask("burn")).isEqualTo("burnt");
            probe.findProcesses();
            assertThat(probe.read().orElseThrow().processes()).isEqualTo(2);
            assertThat(probe.lost()).isZero();

            orphan.destroyForcibly();
            while (ProcStat.read(second).isPresent()) {
                Kernel.reap(second);
            }
            probe.findProcesses();
            probe.read();

            assertThat(probe.lost()).isEqualTo(1);
        }
    }

    /** Where this user may make one. */
    @Test
    void aGroupOfItsOwnMissesNobody() throws Exception {
        Path parent = Path.of("/sys/fs/cgroup/cpuacct");
        assumeTrue(Files.isWritable(parent), "no control groups of version 1");
        Path group = Files.createDirectory(parent.resolve(UUID.randomUUID().toString()));
        try {
            try (TalkingChild child = python(REAP)) {
                assertThat(child.ask("ignore")).isEqualTo("ready");
                ProcessTreeProbe probe = ProcessTreeProbe.ofTree(child.pid());
                probe.findProcesses();
                assertThat(probe.groupCpuSeconds())
                        .as("the tests are in it too")
                        .isEmpty();
                enter(group, child.pid());
                double before = probe.groupCpuSeconds().orElseThrow();
                assertThat(child.ask("fork")).isEqualTo("ended");

                assertThat(probe.groupCpuSeconds().orElseThrow() - before).isBetween(0.25, 5.0);
                try (TalkingChild other = TalkingChild.echoing()) {
                    enter(group, other.pid());
                    assertThat(probe.groupCpuSeconds())
                            .as("another one is in it")
                            .isEmpty();
                }
            }
        } finally {
            while (!Files.readAllLines(group.resolve("cgroup.procs")).isEmpty()) {
                Thread.onSpinWait();
            }
            Files.delete(group);
        }
    }

    private static void enter(Path group, long pid) throws IOException {
        Files.writeString(group.resolve("cgroup.procs"), Long.toString(pid));
    }

    private static TalkingChild python(String script) throws IOException {
        return TalkingChild.of(List.of("python3", "-c", script));
    }
}
