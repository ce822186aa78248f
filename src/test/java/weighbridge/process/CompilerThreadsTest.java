package weighbridge.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

@EnabledOnOs(OS.LINUX)
class CompilerThreadsTest {
    /** This JVM has compiled some by now; its own count is of the time that passed, which is no less than CPU time. */
    @Test
    void theseOfAJvmAreFound() {
        ProcessTreeProbe self = ProcessTreeProbe.ofSelf();
        self.findProcesses();

        OptionalDouble seconds = self.compilerSeconds();

        double all = ManagementFactory.getPlatformMXBean(com.sun.management.OperatingSystemMXBean.class)
                        .getProcessCpuTime()
                / 1e9;
        assertThat(seconds).isPresent();
        assertThat(seconds.getAsDouble()).isPositive().isLessThan(all);
    }

    @Test
    void aProgramThatCompilesNothingHasNone() throws Exception {
        Process sleep = new ProcessBuilder("sleep", "60").start();
        try {
            ProcessTreeProbe probe = ProcessTreeProbe.ofTree(sleep.pid());
            probe.findProcesses();

            assertThat(probe.compilerSeconds()).isEmpty();
        } finally {
            sleep.destroyForcibly().waitFor();
        }
    }
}
