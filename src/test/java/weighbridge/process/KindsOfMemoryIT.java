package weighbridge.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledForJreRange;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.JRE;
import org.junit.jupiter.api.condition.OS;
import weighbridge.record.Reading;

/** Memory of which RSS says more than there is, or less. */
@EnabledOnOs(OS.LINUX)
@Timeout(120)
class KindsOfMemoryIT {
    private static final long MIB = 1 << 20;

    /** The kernel keeps counts per thread and core, and each mapping's share is cut to whole kB. */
    private static final long TOLERANCE_BYTES = 2 * MIB;

    private static Reading weigh(TalkingChild child) {
        return ProcessTreeProbe.ofTree(child.pid()).weigh().orElseThrow();
    }

    /** A script that is told to go, does so, answers, and stays. */
    private static TalkingChild python(String script) throws IOException {
        try {
            TalkingChild child = TalkingChild.of(
                    List.of("python3", "-c", "import sys, mmap, os, time\nsys.stdin.readline()\n" + script + """

                            print('done', flush=True)
                            time.sleep(300)
                            """));
            assumeTrue("done".equals(child.ask("go")), "a Python or a kernel that cannot do this");
            return child;
        } catch (IOException e) {
            assumeTrue(false, "no Python");
            throw e;
        }
    }

    /** Its collector maps the heap three times, under another colour each. */
    @Test
    @EnabledForJreRange(max = JRE.JAVA_20)
    void theHeapOfZgcIsRepeated() throws Exception {
        try (TalkingChild child = TalkingChild.java(List.of("-XX:+UseZGC", "-Xmx256m"), Worker.class)) {
            child.ask("keep 100");
            for (int collection = 0; collection < 6; collection++) {
                child.ask("collect");
            }
            Reading reading = weigh(child);

            assertThat(reading.processes()).isEqualTo(1);
            assertThat(reading.rssBytes()).isCloseTo(Proc.mappedBytes(child.pid(), "Rss"), within(TOLERANCE_BYTES));
            assertThat(reading.pssBytes()).isCloseTo(Proc.mappedBytes(child.pid(), "Pss"), within(TOLERANCE_BYTES));
            assertThat(reading.counts().repeatedBytes()).isGreaterThan(90 * MIB);
            assertThat(reading.isRepeated()).isTrue();
            assertThat(reading.pssBytes())
                    .isLessThanOrEqualTo(reading.rssBytes() - reading.counts().repeatedBytes());
        }
    }

    /** Several JVMs at once share their libraries and class data, which are pages of files. */
    @Test
    void aJvmAmongOthersIsNotRepeated() throws Exception {
        List<String> flags = List.of("-XX:+UseSerialGC", "-Xmx256m");
        try (TalkingChild one = TalkingChild.java(flags, Worker.class);
                TalkingChild other = TalkingChild.java(flags, Worker.class)) {
            other.ask("hello");
            one.ask("keep 30");
            Reading reading = weigh(one);

            assertThat(reading.rssBytes()).isGreaterThan(reading.pssBytes());
            assertThat(reading.counts().repeatedBytes()).isLessThan(2 * MIB);
            assertThat(reading.isRepeated()).isFalse();
        }
    }

    @Test
    void aPreloadingTreeIsRepeated() throws Exception {
        try (TalkingChild child = python("""
                keep = bytearray(b'x' * (100 << 20))
                for worker in range(4):
                    if os.fork() == 0:
                        time.sleep(300)
                """)) {
            Reading reading = weigh(child);

            assertThat(reading.processes()).isEqualTo(5);
            assertThat(reading.rssBytes()).isGreaterThan(500 * MIB);
            assertThat(reading.pssBytes()).isBetween(100 * MIB, 150 * MIB);
            assertThat(reading.counts().repeatedBytes()).isBetween(400 * MIB, reading.rssBytes() - 100 * MIB);
            assertThat(reading.isRepeated()).isTrue();
        }
    }

    /** A fork that execs at once, as of a shell, has given its copy back. */
    @Test
    void aTreeOfDifferentProgramsIsNotRepeated() throws Exception {
        try (TalkingChild child = python("""
                keep = bytearray(b'x' * (50 << 20))
                import subprocess
                subprocess.Popen(['sleep', '300'])
                """)) {
            Reading reading = weigh(child);

            assertThat(reading.processes()).isEqualTo(2);
            assertThat(reading.isRepeated()).isFalse();
        }
    }

    @Test
    void whatIsGivenBackLazilyIsTold() throws Exception {
        try (TalkingChild child = python("""
                m = mmap.mmap(-1, 64 << 20, flags=mmap.MAP_PRIVATE | mmap.MAP_ANONYMOUS)
                for page in range(0, 64 << 20, 4096): m[page] = 1
                m.madvise(mmap.MADV_FREE)
                """)) {
            Reading reading = weigh(child);

            assertThat(reading.counts().lazyFreeBytes())
                    .isCloseTo(Proc.mappedBytes(child.pid(), "LazyFree"), within(TOLERANCE_BYTES))
                    .isCloseTo(64 * MIB, within(TOLERANCE_BYTES));
            assertThat(reading.rssBytes()).isGreaterThan(64 * MIB);
        }
    }

    @Test
    void hugePagesAreInEveryFigure() throws Exception {
        Path count = Path.of("/proc/sys/vm/nr_hugepages");
        String before = Files.exists(count) ? Files.readString(count).strip() : "";
        assumeTrue(before.equals("0") && Files.isWritable(count), "not for this user, or somebody else's");
        try {
            Files.writeString(count, "20");
        } catch (IOException e) {
            assumeTrue(false, "huge pages cannot be had here: " + e);
        }
        try (TalkingChild child = python("""
                flags = mmap.MAP_PRIVATE | mmap.MAP_ANONYMOUS | 0x40000
                m = mmap.mmap(-1, 32 << 20, flags=flags)
                for page in range(0, 32 << 20, 4096): m[page] = 1
                """)) {
            Reading reading = weigh(child);
            long rss = Proc.mappedBytes(child.pid(), "Rss");
            long pss = Proc.mappedBytes(child.pid(), "Pss");

            assertThat(Proc.mappedBytes(child.pid(), "Private_Hugetlb")).isEqualTo(32 * MIB);
            assertThat(reading.rssBytes()).isCloseTo(rss + 32 * MIB, within(TOLERANCE_BYTES));
            assertThat(reading.pssBytes()).isCloseTo(pss + 32 * MIB, within(TOLERANCE_BYTES));
            assertThat(reading.privateBytes()).isGreaterThan(32 * MIB).isLessThanOrEqualTo(reading.pssBytes());
            assertThat(reading.pssBytes()).isLessThanOrEqualTo(reading.rssBytes());
            assertThat(reading.isRepeated()).isFalse();
            ProcessTreeProbe light = ProcessTreeProbe.ofTree(
                    new LinuxProcesses(KernelUnits.read().orElseThrow()), child.pid());
            light.findProcesses();
            assertThat(light.read().orElseThrow().rssBytes()).isCloseTo(rss + 32 * MIB, within(TOLERANCE_BYTES));
            PeakMemory peak = light.startPeak().orElseThrow();
            assertThat(peak.readBytes().orElseThrow()).isCloseTo(rss + 32 * MIB, within(TOLERANCE_BYTES));
        } finally {
            Files.writeString(count, before);
        }
    }
}
