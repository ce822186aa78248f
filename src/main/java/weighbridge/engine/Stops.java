package weighbridge.engine;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import weighbridge.record.Sample;

/** Counts the samples in which a process of a target was stopped, as by a STOP signal: whatever it has, it cannot answer. */
final class Stops {
    private final Map<String, Long> samples = new ConcurrentHashMap<>();

    void see(Sample sample) {
        if (sample.reading().stopped() > 0) {
            samples.merge(sample.name(), 1L, Long::sum);
        }
    }

    /** How many so far. */
    long of(String name) {
        return samples.getOrDefault(name, 0L);
    }
}
