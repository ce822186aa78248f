package weighbridge.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import weighbridge.analysis.MemoryReport;
import weighbridge.analysis.TargetReport;

/** What Weighbridge says of memory and processor time, held against servers that do what they are told and count it. */
@Tag("untimed")
@EnabledOnOs(OS.LINUX)
class TruthStandMemoryIT {
    private static final int CALLS = 800;
    private static final long MIB = 1024 * 1024;

    @TempDir
    static Path folder;

    private static Run.Result result;

    @BeforeAll
    static void hammer() throws Exception {
        result = new Run(folder)
                .target("flat")
                .target("keeping", "allocateMiB=32", "atCall=100", "release=false")
                .target("releasing", "allocateMiB=32", "atCall=100", "release=true")
                .target("spiky", "spikeMiB=200", "spikeMillis=50", "spikeAtCall=400")
                .target("parent", "forkHolderMiB=100")
                .target("forking", "forkHolderMiB=100", "forkAtCall=100")
                .target("burning", "burnMillis=4")
                .with("calls", "" + CALLS)
                .with("warmup", "0")
                .with("timeout", "30s")
                .finish();
        assertThat(result.exitStatus()).as(result.console()).isZero();
    }

    /** 50 ms are half of the sampler's interval, and over before any weighing. */
    @Test
    void aShortSpikeIsInThePeakAndNowhereElse() throws Exception {
        MemoryReport memory = memory("spiky");

        assertThat(result.counts("spiky").spikes()).isOne();
        // Upwards the young heap of 32 MiB (a third of -Xmx96m) may fill meanwhile, and code is compiled.
        assertThat(memory.peakRssBytes() - memory.warm().rssBytes()).isBetween(198 * MIB, 264 * MIB);
        assertThat(memory.peakRssBytes() - memory.after().rssBytes()).isGreaterThan(136 * MIB);
    }

    @Test
    void memoryThatIsKeptIsRetainedToTheByteNearly() throws Exception {
        assertThat(result.counts("keeping").keptBytes()).isEqualTo(32 * MIB);
        // On top comes what a cold server keeps of its first calls: classes, threads, buffers.
        assertThat(memory("keeping").liveHeap().retainedBytes()).isBetween(32 * MIB, 33 * MIB);
        assertThat(memory("releasing").liveHeap().retainedBytes()).isLessThan(MIB);
    }

    /** A wrapper's memory instead of the server's is one of the classic mistakes: the whole tree is on the scale. */
    @Test
    void theMemoryOfAChildCounts() throws Exception {
        MemoryReport parent = memory("parent");
        MemoryReport forking = memory("forking");
        long flat = memory("flat").idle().rssBytes();

        assertThat(result.counts("parent").childPids()).hasSize(1);
        // The child is a JVM of its own: besides what it holds it weighs at most what an idle server does.
        assertThat(parent.idle().rssBytes() - flat).isBetween(100 * MIB, 100 * MIB + 2 * flat);
        assertThat(parent.idle().pssBytes())
                .as("pages that both share count once")
                .isLessThan(parent.idle().rssBytes());
        assertThat(parent.idle().privateBytes()).isLessThan(parent.idle().pssBytes());
        assertThat(forking.idle().rssBytes()).isLessThan(parent.idle().rssBytes() - 90 * MIB);
        assertThat(forking.peakRssBytes() - forking.warm().rssBytes()).isGreaterThan(100 * MIB);
        assertThat(forking.deltaRssBytes()).isGreaterThan(100 * MIB);
    }

    @Test
    void processorTimeIsWhatTheThreadsThemselvesCounted() throws Exception {
        TargetReport burning = result.target("burning");
        double burntSeconds = result.counts("burning").burntCpuMillis() / 1000;

        assertThat(burntSeconds).isGreaterThanOrEqualTo(CALLS * 0.004);
        // The rest of a call: 0.1 to 0.3 ms of a server that was cold, and the JIT compiler.
        assertThat(burning.window().cpu().seconds()).isBetween(burntSeconds, burntSeconds + 1.2);
        assertThat(burning.window().cpuSecondsPer1000Calls())
                .isCloseTo(burning.window().cpu().seconds() * 1000 / CALLS, within(1e-9));
        assertThat(result.target("flat").window().cpu().seconds()).isLessThan(1.2);
        assertThat(burning.window().generator().cpu().seconds()).isPositive();
    }

    private static MemoryReport memory(String name) throws Exception {
        return result.target(name).memory();
    }
}
