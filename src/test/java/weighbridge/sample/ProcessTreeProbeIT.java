package weighbridge.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

@EnabledOnOs(OS.LINUX)
@Timeout(120)
class ProcessTreeProbeIT {
    /** The kernel keeps counts per thread and core and adds them up now and then. */
    private static final long TOLERANCE_BYTES = 1 << 20;

    @Test
    void anIdleProcessHoldsWhatTheKernelSays() throws Exception {
        try (TalkingChild child = TalkingChild.worker()) {
            assertThat(child.ask("hello")).isEqualTo("done");
            ProcessTreeProbe probe = ProcessTreeProbe.ofTree(child.pid());
            probe.findProcesses();

            long rssBefore = Proc.statusBytes(child.pid(), "VmRSS");
            long vmsBefore = Proc.statusBytes(child.pid(), "VmSize");
            Reading reading = probe.read().orElseThrow();
            long rssAfter = Proc.statusBytes(child.pid(), "VmRSS");
            long vmsAfter = Proc.statusBytes(child.pid(), "VmSize");

            assertThat(reading.processes()).isEqualTo(1);
            assertThat(reading.rssBytes())
                    .isBetween(
                            Math.min(rssBefore, rssAfter) - TOLERANCE_BYTES,
                            Math.max(rssBefore, rssAfter) + TOLERANCE_BYTES);
            assertThat(reading.vmsBytes()).isBetween(Math.min(vmsBefore, vmsAfter), Math.max(vmsBefore, vmsAfter));
        }
    }

    @Test
    void aTreeIsTheSumOfItsProcesses() throws Exception {
        // The grandchild's id comes first, then the shell's input belongs to its second child.
        try (TalkingChild child = TalkingChild.shell("sh -c 'sleep 300 & wait' & read line; echo $!; cat; exit")) {
            long below = Long.parseLong(child.ask("who"));
            assertThat(child.ask("there?")).isEqualTo("there?");
            ProcessHandle grandparent = ProcessHandle.of(below).orElseThrow();
            while (grandparent.children().findAny().isEmpty()) {
                Thread.onSpinWait();
            }
            ProcessTreeProbe probe = ProcessTreeProbe.ofTree(child.pid());
            probe.findProcesses();

            List<Long> pids = probe.pids();
            assertThat(pids).hasSize(4).startsWith(child.pid()).contains(below);
            assertThat(pids)
                    .contains(grandparent.children().findAny().orElseThrow().pid());
            Reading reading;
            long before;
            do { // until the youngest has loaded what it needs
                before = sum(pids, "VmSize");
                reading = probe.read().orElseThrow();
            } while (before != sum(pids, "VmSize"));

            assertThat(reading.processes()).isEqualTo(4);
            assertThat(reading.rssBytes()).isCloseTo(sum(pids, "VmRSS"), within(TOLERANCE_BYTES));
            assertThat(reading.vmsBytes()).isEqualTo(before);
        }
    }

    private static long sum(List<Long> pids, String key) throws IOException {
        long bytes = 0;
        for (long pid : pids) {
            bytes += Proc.statusBytes(pid, key);
        }
        return bytes;
    }

    @Test
    void cpuTimeIsTheKernels() throws Exception {
        try (TalkingChild child = TalkingChild.worker()) {
            child.ask("hello");
            ProcessTreeProbe probe = ProcessTreeProbe.ofTree(child.pid());
            probe.findProcesses();
            List<Double> readings = new ArrayList<>();
            for (int time = 0; time < 2; time++) {
                double before = Proc.cpuSeconds(child.pid());
                double reading = probe.read().orElseThrow().cpuSeconds();
                assertThat(reading).isBetween(before - 0.001, Proc.cpuSeconds(child.pid()) + 0.001);
                readings.add(reading);
                child.ask("burn 0.5");
            }

            // The clock of threads is exact, the ticks are not.
            assertThat(readings.get(1) - readings.get(0)).isGreaterThan(0.4);
        }
    }

    @Test
    void anEndedProcessHasNoFigures() throws Exception {
        try (TalkingChild child = TalkingChild.echoing()) {
            child.ask("there?");
            ProcessTreeProbe probe = ProcessTreeProbe.ofTree(child.pid());
            assertThat(probe.read()).as("before any search").isEmpty();
            probe.findProcesses();
            assertThat(probe.read()).isPresent();

            child.kill();

            assertThat(probe.read()).isEmpty();
            probe.findProcesses();
            assertThat(probe.read()).isEmpty();
            assertThat(probe.pids()).isEmpty();
            assertThat(probe.peak().readBytes()).isEmpty();
            ProcessTreeProbe late = ProcessTreeProbe.ofTree(child.pid());
            late.findProcesses();
            assertThat(late.read()).isEmpty();
        }
    }

    @Test
    void ourselvesAreCountedWithoutOurChildren() throws Exception {
        try (TalkingChild child = TalkingChild.echoing()) {
            assertThat(child.ask("there?")).isEqualTo("there?");
            long self = ProcessHandle.current().pid();
            ProcessTreeProbe alone = ProcessTreeProbe.ofSelf();
            ProcessTreeProbe tree = ProcessTreeProbe.ofTree(self);
            alone.findProcesses();
            tree.findProcesses();

            assertThat(alone.pids()).containsExactly(self);
            assertThat(alone.read().orElseThrow().processes()).isEqualTo(1);
            assertThat(tree.pids()).contains(self, child.pid());
            assertThat(tree.read().orElseThrow().processes()).isGreaterThan(1);
        }
    }
}
