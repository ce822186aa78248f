package weighbridge.truth;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import weighbridge.process.Proc;

/** What calls cost in CPU and children, seen by the kernel and told by the server. */
@Timeout(120)
class TruthCostsIT {
    private static final long MIB = 1 << 20;

    @Test
    @EnabledOnOs(OS.LINUX)
    void theCpuThatIsBurntIsKnown() throws Exception {
        try (TruthProcess server = TruthProcess.start("burnMillis=20")) {
            double kernelBefore = Proc.cpuSeconds(server.process().pid());
            TruthCounts before = server.counts();

            call(server, 50);

            TruthCounts counts = server.counts();
            // Each burn ends with the first look at the clock that is too late: some microseconds, unless a hypervisor
            // takes the processor away, for then the clock runs on.
            assertThat(counts.burntCpuMillis()).isBetween(1000.0, 1500.0);
            // Both in ticks of 10 ms, user and system each rounded down.
            assertThat(counts.processCpuMillis() - before.processCpuMillis())
                    .isGreaterThan(counts.burntCpuMillis() - 20);
            assertThat(Proc.cpuSeconds(server.process().pid()) - kernelBefore)
                    .isGreaterThan(counts.burntCpuMillis() / 1000 - 0.02);
        }
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void aChildHoldsMemoryUntilItsParentDies() throws Exception {
        try (TruthProcess server = TruthProcess.start("forkHolderMiB=64")) {
            long child = server.counts().childPids().get(0);
            ProcessHandle handle = ProcessHandle.of(child).orElseThrow();
            assertThat(handle.parent()).hasValue(server.process().toHandle());
            assertThat(Proc.statusBytes(child, "VmRSS")).isGreaterThan(64 * MIB);

            server.process().destroyForcibly();

            handle.onExit().get(60, TimeUnit.SECONDS);
        }
    }

    @Test
    void aChildIsForkedAtACall() throws Exception {
        try (TruthProcess server = TruthProcess.start("forkHolderMiB=1", "forkAtCall=2")) {
            call(server, 1);
            assertThat(server.counts().childPids()).isEmpty();
            call(server, 1);
            assertThat(server.counts().childPids())
                    .singleElement()
                    .satisfies(pid -> assertThat(ProcessHandle.of(pid)).isPresent());
            call(server, 1);
            assertThat(server.counts().childPids()).hasSize(1);
        }
    }

    private static void call(TruthProcess server, int times) throws IOException {
        for (int time = 0; time < times; time++) {
            assertThat(RawCall.answerOf(server)).endsWith("Hello World!");
        }
    }
}
