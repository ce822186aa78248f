package weighbridge.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

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

    /** The eighth number of the first line (proc(5)), in ticks of 10 ms. */
    @Test
    @EnabledOnOs(OS.LINUX)
    void whatTheHostTookIsAsTheKernelTellsIt() throws Exception {
        double before = stolenSeconds();
        double read = MachineProbe.stolenSeconds();

        assertThat(read).isBetween(before, stolenSeconds());
    }

    private static double stolenSeconds() throws Exception {
        try (Stream<String> lines = Files.lines(Path.of("/proc/stat"))) {
            return Long.parseLong(lines.findFirst().orElseThrow().split(" +")[8]) / 100.0;
        }
    }
}
