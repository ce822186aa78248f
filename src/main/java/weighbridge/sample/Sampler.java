package weighbridge.sample;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;

/** Reads process trees again and again on a thread of its own until closed. */
public final class Sampler implements AutoCloseable {
    /** Ten readings a second. */
    public static final Duration INTERVAL = Duration.ofMillis(100);

    private static final int READINGS_PER_SEARCH = 10;

    private final Map<String, ProcessTreeProbe> probes;
    private final Consumer<Sample> sink;
    private final Thread thread = new Thread(this::run, "sampler");
    private volatile boolean closed;

    private Sampler(Map<String, ProcessTreeProbe> probes, Consumer<Sample> sink) {
        this.probes = new LinkedHashMap<>(probes);
        this.sink = sink;
    }

    /** Starts sampling these trees by name; {@code sink} is called on the sampler's thread. */
    public static Sampler start(Map<String, ProcessTreeProbe> probes, Consumer<Sample> sink) {
        Sampler sampler = new Sampler(probes, sink);
        sampler.thread.setDaemon(true);
        sampler.thread.start();
        return sampler;
    }

    private void run() {
        long next = System.nanoTime();
        for (long round = 0; !closed; round++) {
            for (Map.Entry<String, ProcessTreeProbe> entry : probes.entrySet()) {
                if (round % READINGS_PER_SEARCH == 0) {
                    entry.getValue().findProcesses();
                }
                long atMillis = System.currentTimeMillis();
                entry.getValue()
                        .read()
                        .ifPresent(reading -> sink.accept(new Sample(atMillis, entry.getKey(), reading)));
            }
            // From the plan, not from now: otherwise every reading's own time would stretch the interval. What was
            // missed is not made up for.
            next = Math.max(next + INTERVAL.toNanos(), System.nanoTime());
            while (!closed && System.nanoTime() < next) {
                LockSupport.parkNanos(next - System.nanoTime());
            }
        }
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
