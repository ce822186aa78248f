package weighbridge.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import org.junit.jupiter.api.Test;

class MachineProbeTest {
    /** What one thread burns, the machine was busy with at least, but for a tick of 10 ms on either side of each core. */
    @Test
    void timeThatAThreadBurnsIsBusyTimeOfTheMachineAtOnce() {
        double before = MachineProbe.busySeconds();
        long start = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
        long burntNanos = 0;
        while (burntNanos < 100_000_000) {
            burntNanos = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - start;
        }
        int cores = Runtime.getRuntime().availableProcessors();

        assertThat(MachineProbe.busySeconds() - before).isGreaterThan(0.1 - 0.02 * cores);
    }
}
