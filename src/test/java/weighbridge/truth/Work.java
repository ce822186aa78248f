package weighbridge.truth;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import weighbridge.truth.TruthSettings.Costs;

/** What calls cost, carried out. */
final class Work {
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private final Costs costs;

    Work(Costs costs) {
        this.costs = costs;
    }

    /** What a call did. {@code allocated} is what stays referred to as long as this record is, in chunks of 1 MiB. */
    record Done(long burntNanos, List<byte[]> allocated, boolean spike, Optional<Process> child) {}

    /** Whether this call has anything to do that takes time. */
    boolean isDue(int call) {
        return costs.burnMillis() > 0 || allocates(call) || spikes(call) || forks(call);
    }

    /** Does it, on the thread that calls. */
    Done carryOut(int call) {
        List<byte[]> allocated = allocates(call) ? allocate(costs.allocation().mib()) : List.of();
        if (spikes(call)) {
            spike();
        }
        Optional<Process> child = forks(call) ? Optional.of(fork()) : Optional.empty();
        return new Done(burn(), allocated, spikes(call), child);
    }

    private boolean allocates(int call) {
        return costs.allocation().mib() > 0 && costs.allocation().atCall() == call;
    }

    private boolean spikes(int call) {
        return costs.spike().mib() > 0 && costs.spike().atCall() == call;
    }

    /** Call 0 is the time before the server listens. */
    boolean forks(int call) {
        return costs.holder().mib() > 0 && costs.holder().atCall() == call;
    }

    Process fork() {
        try {
            return MemoryHolder.start(costs.holder().mib());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void spike() {
        OffHeap memory = new OffHeap(costs.spike().mib());
        try {
            Thread.sleep(costs.spike().millis());
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        } finally {
            memory.free();
        }
    }

    private static List<byte[]> allocate(int mib) {
        List<byte[]> chunks = new ArrayList<>();
        for (int chunk = 0; chunk < mib; chunk++) {
            byte[] bytes = new byte[1 << 20];
            Arrays.fill(bytes, (byte) 1);
            chunks.add(bytes);
        }
        return chunks;
    }

    /** By the thread's own clock, which stands still while others have the processor. */
    private long burn() {
        long start = THREADS.getCurrentThreadCpuTime();
        long end = start + TimeUnit.MILLISECONDS.toNanos(costs.burnMillis());
        long now = start;
        while (now < end) {
            now = THREADS.getCurrentThreadCpuTime();
        }
        return now - start;
    }
}
