package weighbridge.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import weighbridge.record.Reading;

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

            List<Long> pids = pids(probe);
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

    private static List<Long> pids(ProcessTreeProbe probe) {
        return probe.processes().stream().map(ProcessId::pid).toList();
    }

    private static long sum(List<Long> pids, String key) throws IOException {
        long bytes = 0;
        for (long pid : pids) {
            bytes += Proc.statusBytes(pid, key);
        }
        return bytes;
    }

    @Test
    void memoryIsTheSumOfTheMappings() throws Exception {
        try (TalkingChild child = TalkingChild.worker()) {
            child.ask("hello");
            ProcessTreeProbe probe = ProcessTreeProbe.ofTree(child.pid());
            Reading reading;
            long pss;
            do { // until nobody else has come or gone who shares its libraries
                pss = Proc.mappedBytes(child.pid(), "Pss");
                reading = probe.weigh().orElseThrow();
            } while (pss != Proc.mappedBytes(child.pid(), "Pss"));
            long pages =
                    Proc.mappedBytes(child.pid(), "Private_Clean") + Proc.mappedBytes(child.pid(), "Private_Dirty");

            // Each mapping's share is cut to whole kB, the sum's only once; a JVM has some hundred mappings.
            assertThat(reading.pssBytes()).isBetween(pss, pss + TOLERANCE_BYTES);
            // The JVM's own threads may touch some pages at any time.
            assertThat(reading.rssBytes()).isCloseTo(Proc.mappedBytes(child.pid(), "Rss"), within(TOLERANCE_BYTES));
            assertThat(reading.privateBytes()).isCloseTo(pages, within(TOLERANCE_BYTES));
        }
    }

    @Test
    void pagesThatATreeSharesCountOnceInItsPss() throws Exception {
        // A shell that holds 10 MB, and its fork, which has them too until one of the two writes to them.
        String script = "read line; held=$(head -c 10000000 /dev/zero | tr '\\0' x); (sleep 300; :) & echo held; wait";
        try (TalkingChild child = TalkingChild.shell(script)) {
            assertThat(child.ask("go")).isEqualTo("held");
            long shared = 10_000_000;

            Reading reading = ProcessTreeProbe.ofTree(child.pid()).weigh().orElseThrow();

            assertThat(reading.processes()).isGreaterThanOrEqualTo(2);
            assertThat(reading.rssBytes()).isGreaterThanOrEqualTo(2 * shared);
            assertThat(reading.pssBytes()).isBetween(shared, reading.rssBytes() - shared);
            assertThat(reading.privateBytes()).isBetween(1L, reading.rssBytes() - 2 * shared);
        }
    }

    @Test
    void cpuTimeIsTheKernels() throws Exception {
        try (TalkingChild child = TalkingChild.worker()) {
            child.ask("hello");
            ProcessTreeProbe probe = ProcessTreeProbe.ofTree(child.pid());
            probe.findProcesses();
            List<Double> readings = new ArrayList<>();
            for (int time = 0; time < 2; time++) {
                // The child's own count is in ticks, which cut off up to 10 ms each of user and of system time.
                double before = Double.parseDouble(child.ask("cpu"));
                double reading = probe.read().orElseThrow().cpuSeconds();
                assertThat(reading).isBetween(before, Double.parseDouble(child.ask("cpu")) + 0.02);
                readings.add(reading);
                child.ask("burn 0.5");
            }

            // The child looked at its thread's clock, which is exact as this one is.
            assertThat(readings.get(1) - readings.get(0)).isGreaterThanOrEqualTo(0.5);
        }
    }

    @Test
    void cpuTimeOfAChildThatHasEndedIsTheTrees() throws Exception {
        try (TalkingChild child = TalkingChild.shellBeforeWorker()) {
            ProcessTreeProbe probe = ProcessTreeProbe.ofTree(child.pid());
            double before = probe.weigh().orElseThrow().cpuSeconds();
            child.say("start");
            assertThat(child.ask("burn 0.5")).isEqualTo("done");
            double burnt = Double.parseDouble(child.ask("cpu"));
            assertThat(child.ask("exit")).isEqualTo("ended");
            assertThat(child.ask("there?")).isEqualTo("there?");
            double after = probe.weigh().orElseThrow().cpuSeconds();

            // Below by what the ticks cut off; above by what a JVM still does at its end.
            assertThat(after - before).isBetween(burnt - 0.02, burnt + 1);
            assertThat(burnt).isGreaterThanOrEqualTo(0.5);
            assertThat(probe.read().orElseThrow().cpuSeconds()).isGreaterThanOrEqualTo(after);
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
            assertThat(probe.processes()).isEmpty();
            assertThat(probe.weigh()).isEmpty();
            assertThat(probe.startPeak()).isEmpty();
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

            assertThat(pids(alone)).containsExactly(self);
            assertThat(alone.read().orElseThrow().processes()).isEqualTo(1);
            assertThat(pids(tree)).contains(self, child.pid());
            assertThat(tree.read().orElseThrow().processes()).isGreaterThan(1);
        }
    }

    @Test
    void ourEndedChildrenAreNotOurOwnWeight() throws Exception {
        try (TalkingChild child = TalkingChild.worker()) {
            ProcessTreeProbe alone = ProcessTreeProbe.ofSelf();
            ProcessTreeProbe tree =
                    ProcessTreeProbe.ofTree(ProcessHandle.current().pid());
            double ended = tree.weigh().orElseThrow().cpuSeconds()
                    - alone.weigh().orElseThrow().cpuSeconds();
            child.ask("burn 0.5");
            child.kill();

            double before = ownCpuSeconds();
            double own = alone.weigh().orElseThrow().cpuSeconds();
            assertThat(own).isBetween(before, ownCpuSeconds());
            assertThat(tree.weigh().orElseThrow().cpuSeconds() - own).isGreaterThan(ended + 0.4);
        }
    }

    private static double ownCpuSeconds() {
        return Kernel.cpuNanos(ProcessHandle.current().pid()).orElseThrow() / 1e9;
    }

    @Test
    void oneLookServesManyTrees() throws Exception {
        try (TalkingChild one = TalkingChild.echoing();
                TalkingChild two = TalkingChild.shell("read line; sleep 300 & echo started; read line; wait")) {
            one.ask("there?");
            ProcessTreeProbe first = ProcessTreeProbe.ofTree(one.pid());
            ProcessTreeProbe second = ProcessTreeProbe.ofTree(two.pid());
            ProcessTable before = ProcessTable.scan();
            assertThat(two.ask("go")).isEqualTo("started");

            first.findProcesses(before);
            second.findProcesses(before);
            assertThat(pids(first)).containsExactly(one.pid());
            assertThat(pids(second)).containsExactly(two.pid());
            second.findProcesses(ProcessTable.scan());
            assertThat(pids(second)).hasSize(2);
        }
    }

    @Test
    void aLaterLookKnowsWhoCameAndWhoWent() throws Exception {
        String script = "read line; sh -c 'sleep 300 & echo $!; read line'; echo ended; sleep 300 & cat; exit";
        try (TalkingChild child = TalkingChild.shell(script)) {
            ProcessTreeProbe probe = ProcessTreeProbe.ofTree(child.pid());
            ProcessTable table = ProcessTable.scan();
            ProcessHandle orphan =
                    ProcessHandle.of(Long.parseLong(child.ask("start"))).orElseThrow();
            try {
                table = table.next();
                probe.findProcesses(table);
                assertThat(pids(probe)).hasSize(3).contains(orphan.pid());

                assertThat(child.ask("")).isEqualTo("ended");
                assertThat(child.ask("there?")).isEqualTo("there?");
                probe.findProcesses(table.next());
                assertThat(pids(probe)).hasSize(3).doesNotContain(orphan.pid());
            } finally {
                orphan.destroyForcibly();
            }
        }
    }
}
