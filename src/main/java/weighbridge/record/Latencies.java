package weighbridge.record;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.HdrHistogram.Histogram;

/** How long the calls of each probe took, µs, in slices of a second or so by the end of the calls. */
public final class Latencies {
    /** None at all. */
    public static final Latencies NONE = new Latencies(Map.of());

    private static final int DIGITS = 3;

    private final Map<Integer, Supplier<List<Slice>>> byProbe;

    /** Slices are made when they are asked for: those of all probes of a long run take more memory than there is. */
    Latencies(Map<Integer, Supplier<List<Slice>>> byProbe) {
        this.byProbe = new HashMap<>(byProbe);
    }

    /** Of a single probe. */
    public static Latencies of(int probe, List<Slice> slices) {
        return new Latencies(Map.of(probe, () -> slices));
    }

    /**
     * The calls that ended within a slice of time.
     *
     * @param fromMillis its beginning, time of the run, ms since 1970
     * @param toMillis its end
     * @param actual from the actual start of each call that succeeded to its end
     * @param planned the same from its planned start; empty of a closed load
     * @param lag from the planned start of each call to its actual one, for those that started in time for a user to be free;
     *     empty of a closed load
     * @param dryLag the same of those that had to wait for a user
     * @param failed from the actual start of each call that did not succeed to its end
     */
    public record Slice(
            long fromMillis,
            long toMillis,
            Histogram actual,
            Histogram planned,
            Histogram lag,
            Histogram dryLag,
            Histogram failed) {
        /** How long it is, s. */
        public double seconds() {
            return (toMillis - fromMillis) / 1000.0;
        }
    }

    /** An empty histogram of µs: three significant digits, as far as it takes, for calls of a long load may start hours late. */
    public static Histogram histogram() {
        return new Histogram(DIGITS);
    }

    /** Those of a probe, in order; none where it has none. */
    public List<Slice> of(int probe) {
        return List.copyOf(byProbe.getOrDefault(probe, List::of).get());
    }
}
