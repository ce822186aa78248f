package weighbridge.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

@EnabledOnOs(OS.LINUX)
@Timeout(120)
class PeakMemoryIT {
    private static final long MB = 1_000_000;

    @Test
    void seesASpikeBetweenTwoReadingsAndForgetsItAtTheNextStart() throws Exception {
        try (TalkingChild child = TalkingChild.worker()) {
            child.ask("spike 1"); // loads what the big one needs
            ProcessTreeProbe probe = ProcessTreeProbe.ofTree(child.pid());
            PeakMemory peak = probe.startPeak().orElseThrow();
            long before = probe.read().orElseThrow().rssBytes();
            assertThat(peak.readBytes().orElseThrow()).isLessThan(before + 50 * MB);

            assertThat(child.ask("spike 200")).isEqualTo("done");

            assertThat(probe.read().orElseThrow().rssBytes()).isLessThan(before + 100 * MB);
            assertThat(peak.readBytes().orElseThrow())
                    .isGreaterThan(before + 190 * MB)
                    .isEqualTo(Proc.statusBytes(child.pid(), "VmHWM"));
            PeakMemory next = probe.startPeak().orElseThrow();
            assertThat(next.readBytes().orElseThrow()).isLessThan(before + 100 * MB);
        }
    }

    @Test
    void aChildOfTheWindowIsInTheSum() throws Exception {
        try (TalkingChild child = TalkingChild.shellBeforeWorker()) {
            ProcessTreeProbe probe = ProcessTreeProbe.ofTree(child.pid());
            PeakMemory peak = probe.startPeak().orElseThrow();
            child.say("start");
            assertThat(child.ask("spike 200")).isEqualTo("done");

            probe.findProcesses();
            assertThat(probe.processes()).hasSize(2);
            long worker = probe.processes().get(1).pid();
            assertThat(Proc.statusBytes(worker, "VmHWM")).isGreaterThan(200 * MB);
            assertThat(peak.readBytes())
                    .hasValue(Proc.statusBytes(child.pid(), "VmHWM") + Proc.statusBytes(worker, "VmHWM"));
        }
    }

    @Test
    void whoEndsWithinTheWindowLeavesNoFigure() throws Exception {
        try (TalkingChild child = TalkingChild.shellBeforeWorker()) {
            ProcessTreeProbe probe = ProcessTreeProbe.ofTree(child.pid());
            PeakMemory fromBefore = probe.startPeak().orElseThrow();
            child.say("start");
            assertThat(child.ask("hello")).isEqualTo("done");
            PeakMemory fromWithin = probe.startPeak().orElseThrow();
            assertThat(fromBefore.readBytes()).isPresent();
            assertThat(fromWithin.readBytes()).isPresent();
            assertThat(fromBefore.ended()).isZero();
            assertThat(fromWithin.ended()).isZero();

            assertThat(child.ask("exit")).isEqualTo("ended");
            assertThat(child.ask("there?")).isEqualTo("there?");

            assertThat(fromWithin.readBytes()).as("was there at the start").isEmpty();
            assertThat(fromBefore.readBytes()).as("came and went").isEmpty();
            assertThat(fromWithin.ended()).isEqualTo(1);
            assertThat(fromBefore.ended()).isEqualTo(1);
            assertThat(probe.startPeak().orElseThrow().readBytes())
                    .as("had ended before")
                    .isPresent();
        }
    }

    @Test
    void whoIsNotThereHasNoMark() throws Exception {
        try (TalkingChild child = TalkingChild.echoing()) {
            child.ask("there?");
            ProcessTreeProbe probe = ProcessTreeProbe.ofTree(child.pid());
            PeakMemory peak = probe.startPeak().orElseThrow();
            child.kill();

            assertThat(peak.readBytes()).isEmpty();
            assertThat(probe.startPeak()).isEmpty();
        }
    }

    @Test
    void anotherProcessWithThePidOfAnEndedOneIsNotTouched() throws Exception {
        try (TalkingChild child = TalkingChild.worker()) {
            child.ask("spike 200");
            ProcessTreeProbe probe = ProcessTreeProbe.ofTree(new EndedProcess(child.pid()), child.pid());

            assertThat(probe.startPeak()).isEmpty();
            assertThat(Proc.statusBytes(child.pid(), "VmHWM")).isGreaterThan(200 * MB);
            assertThat(ProcessTreeProbe.ofTree(child.pid()).startPeak()).isPresent();
            assertThat(Proc.statusBytes(child.pid(), "VmHWM")).isLessThan(200 * MB);
        }
    }

    @Test
    void ourOwnMarkIsOurs() throws Exception {
        PeakMemory peak = ProcessTreeProbe.ofSelf().startPeak().orElseThrow();
        try (TalkingChild child = TalkingChild.echoing()) {
            child.ask("there?");
            child.kill();
        }

        // The kernel sums up its counters per processor now and then only, so a mark read later may be some pages
        // lower.
        assertThat(peak.readBytes().orElseThrow())
                .isBetween(1L, Proc.statusBytes(ProcessHandle.current().pid(), "VmHWM") + MB);
    }

    /** Finds a process that had this pid before the one that has it now. */
    private record EndedProcess(long pid) implements ProcessSource {
        @Override
        public Optional<ProcessId> find(long any) {
            return Optional.of(new ProcessId(pid, 1));
        }

        @Override
        public ProcessTable scan() {
            return new ProcessTable(family -> List.of(family.root()), this::scan);
        }

        @Override
        public Optional<ProcessFigures> read(ProcessId process) {
            return Optional.empty();
        }

        @Override
        public Optional<ProcessFigures> weigh(ProcessId process) {
            return Optional.empty();
        }

        @Override
        public long cpuResolutionNanos() {
            return 1;
        }
    }
}
