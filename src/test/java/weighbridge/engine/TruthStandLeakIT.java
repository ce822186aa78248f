package weighbridge.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import weighbridge.analysis.MemoryReport;
import weighbridge.analysis.MemoryReport.LiveHeap;
import weighbridge.truth.TruthCounts;

/** A server that leaks 1 MB per 1,000 calls beside one that does not: both warmed up, as in a default run. */
@Tag("untimed")
class TruthStandLeakIT {
    private static final int CALLS = 800;
    private static final int LEAK_BYTES = 1048;

    @TempDir
    static Path folder;

    private static Run.Result result;

    @BeforeAll
    static void hammer() throws Exception {
        result = new Run(folder)
                .target("leaky", "keepBytes=" + LEAK_BYTES, "spikeMiB=200", "spikeMillis=50", "spikeAtCall=100")
                .target("flat")
                .with("calls", "" + CALLS)
                .with("timeout", "30s")
                .finish();
        assertThat(result.exitStatus()).as(result.console()).isZero();
    }

    @Test
    void theLeakIsMeasuredAndNamed() throws Exception {
        TruthCounts counts = result.counts("leaky");
        LiveHeap heap = result.target("leaky").memory().liveHeap();

        assertThat(counts.keptBytes()).isEqualTo((long) counts.requests() * LEAK_BYTES);
        // Of the measured burst alone. On top: the list that keeps it all may grow, and a little of the JVM's own.
        assertThat(heap.retainedBytes())
                .isBetween((long) CALLS * LEAK_BYTES - 65_536, (long) CALLS * LEAK_BYTES + 131_072);
        assertThat(result.summary())
                .containsPattern("Remark: leaky: live heap grew by 0\\.[789]\\d MiB in 800 calls .*a possible leak");
    }

    /** In the cold burst, long before the measured one, and over before any weighing. */
    @Test
    void aSpikeBeforeTheMeasuredBurstIsInTheOverallPeakAlone() throws Exception {
        MemoryReport memory = result.target("leaky").memory();

        assertThat(result.counts("leaky").spikes()).isOne();
        assertThat(memory.overallPeakRssBytes() - memory.after().rssBytes()).isGreaterThan(136L << 20);
        assertThat(memory.overallPeakRssBytes() - memory.peakRssBytes()).isGreaterThan(136L << 20);
    }

    @Test
    void aFlatServerIsNotCalledALeakThoughItsHeapHasGrown() throws Exception {
        LiveHeap heap = result.target("flat").memory().liveHeap();

        assertThat(result.target("flat").memory().deltaRssBytes()).isGreaterThan(1024 * 1024);
        assertThat(heap.retainedBytes()).isLessThan(131_072);
        assertThat(result.summary()).doesNotContain("Remark: flat: live heap grew");
    }

    @Test
    void theColdBurstAndTheWarmUpsAreToldApartFromTheMeasuredOne() throws Exception {
        int warmups = result.target("flat").warmup().bursts();

        assertThat(warmups).isBetween(6, 40);
        assertThat(result.target("flat").cold().calls()).isEqualTo(CALLS);
        assertThat(result.counts("flat").requests()).isEqualTo((1 + warmups + 1) * CALLS);
        assertThat(result.report().generatorWarmup().bursts()).isBetween(12, 50);
        assertThat(result.target("flat").floor().bursts()).isEqualTo(5);
    }
}
