package weighbridge.process;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import weighbridge.record.Sample;

/** Reads process trees again and again on a thread of its own until closed. */
public final class Sampler implements AutoCloseable {
    /** Ten readings a second. */
    public static final Duration INTERVAL = Duration.ofMillis(100);

    private static final int READINGS_PER_SEARCH = 10;
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
    private static final long NOT_TOLD = -1;

    private final Map<String, ProcessTreeProbe> probes;
    private final Consumer<Sample> sink;
    private final Thread thread = new Thread(this::run, "sampler");
    private final AtomicReference<String> failure = new AtomicReference<>();
    private ProcessTable table;
    private volatile long cpuNanosAtEnd = NOT_TOLD;
    private volatile boolean closed;

    private Sampler(Map<String, ProcessTreeProbe> probes, Consumer<Sample> sink) {
        this.probes = new LinkedHashMap<>(probes);
        this.sink = sink;
    }

    /**
     * Starts sampling these trees by name; {@code sink} is called on the sampler's thread. A sink that throws is called
     * again all the same: see {@link #failure()}.
     */
    public static Sampler start(Map<String, ProcessTreeProbe> probes, Consumer<Sample> sink) {
        Sampler sampler = new Sampler(probes, sink);
        sampler.thread.setDaemon(true);
        sampler.thread.start();
        return sampler;
    }

    private void run() {
        long next = System.nanoTime();
        for (long round = 0; !closed; round++) {
            if (round % READINGS_PER_SEARCH == 0) {
                attempt(this::findProcesses);
            }
            probes.forEach((name, probe) -> attempt(() -> read(name, probe)));
            // From the plan, not from now: otherwise every reading's own time would stretch the interval. What was
            // missed is not made up for.
            next = Math.max(next + INTERVAL.toNanos(), System.nanoTime());
            while (!closed && System.nanoTime() < next) {
                LockSupport.parkNanos(next - System.nanoTime());
            }
        }
        cpuNanosAtEnd = cpuNanos();
    }

    private void findProcesses() {
        table = table == null ? ProcessTable.scan() : table.next();
        probes.values().forEach(probe -> probe.findProcesses(table));
    }

    private void read(String name, ProcessTreeProbe probe) {
        long atMillis = RunClock.OF_THIS_PROCESS.millis();
        probe.read().ifPresent(reading -> sink.accept(new Sample(atMillis, name, reading)));
    }

    private void attempt(Runnable step) {
        try {
            step.run();
        } catch (RuntimeException | Error e) {
            failure.compareAndSet(null, e.toString());
        }
    }

    /** The first thing that went wrong: from there on the sink lacks one sample or more. */
    public Optional<String> failure() {
        return Optional.ofNullable(failure.get());
    }

    /** CPU time that the sampling has used so far, sink included; empty where the JVM does not tell. */
    public OptionalDouble cpuSeconds() {
        long running = cpuNanos(); // asked first, since the thread may end between the two
        long nanos = cpuNanosAtEnd == NOT_TOLD ? running : cpuNanosAtEnd;
        return nanos == NOT_TOLD ? OptionalDouble.empty() : OptionalDouble.of(nanos / 1e9);
    }

    private long cpuNanos() {
        return THREADS.isThreadCpuTimeSupported() && THREADS.isThreadCpuTimeEnabled()
                ? THREADS.getThreadCpuTime(thread.getId())
                : NOT_TOLD;
    }

    /** Ends the sampling; after it returns the sink is not called any more. */
    @Override
    public void close() {
        closed = true;
        LockSupport.unpark(thread);
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
