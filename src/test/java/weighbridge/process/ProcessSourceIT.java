package weighbridge.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import weighbridge.record.ChildJvm;
import weighbridge.record.Reading;

/** What holds for every source of processes. */
@EnabledOnOs(OS.LINUX)
@Timeout(120)
class ProcessSourceIT {
    /** The kernel keeps counts per thread and core and adds them up now and then. */
    private static final long TOLERANCE_BYTES = 1 << 20;

    /** User and system time are cut to whole ticks of 10 ms, each for itself. */
    private static final double TOLERANCE_SECONDS = 0.02 + 0.001;

    static Stream<ProcessSource> sources() {
        return Stream.of(new LinuxProcesses(KernelUnits.read().orElseThrow()), new OshiProcesses());
    }

    @Test
    void linuxIsReadWithoutOshi() {
        assertThat(ProcessSource.OF_THIS_SYSTEM).isInstanceOf(LinuxProcesses.class);
        assertThat(KernelUnits.read().orElseThrow().ticksPerSecond()).isEqualTo(100);
    }

    @Test
    void allTellTheSameOfAnIdleTree() throws Exception {
        try (TalkingChild child = TalkingChild.shellBeforeWorker()) {
            child.say("start");
            assertThat(child.ask("burn 0.3")).isEqualTo("done");
            ProcessSource linux = new LinuxProcesses(KernelUnits.read().orElseThrow());
            Reading before = read(linux, child);
            Reading oshi = read(new OshiProcesses(), child);
            Reading after = read(linux, child);

            // Before and after, because the JVM's own threads may do something in between.
            assertThat(oshi.processes()).isEqualTo(2).isEqualTo(before.processes());
            assertThat(oshi.rssBytes())
                    .isBetween(
                            Math.min(before.rssBytes(), after.rssBytes()) - TOLERANCE_BYTES,
                            Math.max(before.rssBytes(), after.rssBytes()) + TOLERANCE_BYTES);
            assertThat(oshi.vmsBytes())
                    .isBetween(
                            Math.min(before.vmsBytes(), after.vmsBytes()),
                            Math.max(before.vmsBytes(), after.vmsBytes()));
            // Twice, for there are two processes.
            assertThat(oshi.cpuSeconds())
                    .isBetween(before.cpuSeconds() - 2 * TOLERANCE_SECONDS, after.cpuSeconds() + TOLERANCE_SECONDS);
            assertThat(List.of(before, oshi, after)).allSatisfy(reading -> {
                assertThat(reading.pssBytes()).isNull();
                assertThat(reading.privateBytes()).isNull();
                assertThat(reading.counts().openFiles()).isBetween(6L, 200L);
                // One of the shell, and those of a JVM.
                assertThat(reading.counts().threads()).isBetween(8L, 200L);
            });
            assertThat(oshi.counts().openFiles()).isEqualTo(before.counts().openFiles());
        }
    }

    private static Reading read(ProcessSource source, TalkingChild child) {
        ProcessTreeProbe probe = ProcessTreeProbe.ofTree(source, child.pid());
        probe.findProcesses();
        return probe.read().orElseThrow();
    }

    @ParameterizedTest
    @MethodSource("sources")
    void anotherProcessWithThePidOfAnEndedOneIsNotRead(ProcessSource source) throws Exception {
        try (TalkingChild child = TalkingChild.echoing()) {
            child.ask("there?");
            ProcessId here = source.find(child.pid()).orElseThrow();
            ProcessId before = new ProcessId(here.pid(), here.startTime() - 1);

            assertThat(source.read(here)).isPresent();
            assertThat(source.weigh(here)).isPresent();
            assertThat(source.scan().family(ProcessFamily.tree(here))).containsExactly(here);
            assertThat(source.read(before)).isEmpty();
            assertThat(source.weigh(before)).isEmpty();
            assertThat(source.scan().family(ProcessFamily.tree(before))).isEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource("sources")
    void whoHasEndedAndIsNotWaitedForDoesNotRun(ProcessSource source) throws Exception {
        // The shell becomes a cat, which does not know of the child that it has; until then the child stays.
        String untilCat = "until [ \"$name\" = cat ]; do read name < /proc/$PPID/comm; done";
        try (TalkingChild child = TalkingChild.shell("sh -c '" + untilCat + "' & echo $!; exec cat")) {
            long zombie = Long.parseLong(child.ask("who"));
            while (!Files.readString(Path.of("/proc/" + zombie + "/stat")).contains(") Z ")) {
                Thread.onSpinWait();
            }
            ProcessTreeProbe probe = ProcessTreeProbe.ofTree(source, child.pid());
            probe.findProcesses();

            assertThat(probe.processes()).extracting(ProcessId::pid).containsExactly(child.pid(), zombie);
            assertThat(probe.read().orElseThrow().processes()).isEqualTo(1);
            assertThat(probe.weigh().orElseThrow().vmsBytes()).isEqualTo(Proc.statusBytes(child.pid(), "VmSize"));
        }
    }

    @Test
    void aStrangeNameIsNoObstacle(@TempDir Path folder) throws Exception {
        Path name = Files.copy(Path.of("/bin/cat"), folder.resolve("a) Z 9 (b"));
        try (TalkingChild child = TalkingChild.of(List.of(name.toString()))) {
            assertThat(child.ask("there?")).isEqualTo("there?");
            ProcStat stat = ProcStat.read(child.pid()).orElseThrow();

            assertThat(stat.parentPid()).isEqualTo(ProcessHandle.current().pid());
            assertThat(stat.running()).isTrue();
            assertThat(stat.vmsBytes()).isEqualTo(Proc.statusBytes(child.pid(), "VmSize"));
        }
    }

    @Test
    void withoutTheClockThereAreTheTicks() throws Exception {
        List<String> noNativeLibrary =
                List.of("-Djna.nosys=true", "-Djna.nounpack=true", "-Djna.boot.library.path=/nowhere");

        assertThat(ChildJvm.run(noNativeLibrary, PrintedClock.class.getName()).lines())
                .last()
                .isEqualTo("clock false, whole ticks true");
        assertThat(ChildJvm.run(List.of(), PrintedClock.class.getName()).lines())
                .last()
                .isEqualTo("clock true, whole ticks false");
    }

    /** What a JVM tells of its own CPU time. */
    static final class PrintedClock {
        private PrintedClock() {}

        public static void main(String[] arguments) {
            long pid = ProcessHandle.current().pid();
            ProcessSource source = ProcessSource.OF_THIS_SYSTEM;
            Optional<ProcessFigures> figures = source.find(pid).flatMap(source::read);
            double seconds = figures.orElseThrow().reading().cpuSeconds();
            boolean whole = seconds == Math.rint(seconds * 100) / 100; // n / 100 exactly as the source divides it
            System.out.println("clock " + Kernel.cpuNanos(pid).isPresent() + ", whole ticks " + whole);
        }
    }
}
