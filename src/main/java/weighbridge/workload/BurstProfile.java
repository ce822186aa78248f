package weighbridge.workload;

import java.util.List;
import java.util.Optional;
import weighbridge.workload.Burst.Kind;

/**
 * Which burst comes next, told from those that were. At the sink: bursts until they agree, which warm the generator. At a
 * target: the cold one, warm-ups until they agree, a few at the sink, the measured one.
 *
 * @param repeated the kind that is repeated until its bursts agree
 * @param least how often at least
 * @param most how often at most; 0 at a target = its measured burst is its first
 */
public record BurstProfile(Kind repeated, int least, int most) {
    /** So many bursts at the sink come right before each measured one, and tell the floor that holds for it. */
    private static final int FLOOR_BURSTS = 5;

    /**
     * A fresh generator gets faster in steps as the JVM compiles it, with stretches between in which bursts agree already.
     */
    private static final int LEAST_AT_SINK = 12;

    private static final int MOST_AT_SINK = 50;

    /**
     * A method that serves each call once is compiled for good after so many of them, by HotSpot's Tier4InvocationThreshold. Bursts
     * that agree before say nothing of those that come after.
     */
    private static final int CALLS_TO_COMPILE = 5_000;

    /** Of the sink. */
    public static BurstProfile ofSink() {
        return new BurstProfile(Kind.GENERATOR_WARMUP, LEAST_AT_SINK, MOST_AT_SINK);
    }

    /** Of a target with so many warm-up bursts at most. @param calls in each of them */
    public static BurstProfile ofTarget(int warmup, int calls) {
        int compiling = (CALLS_TO_COMPILE + calls - 1) / calls;
        return new BurstProfile(Kind.WARMUP, Math.min(warmup, compiling + 2 * Steadiness.BURSTS), warmup);
    }

    /** The next burst after these, which is empty after the last. */
    public Optional<Burst> next(List<Phase> done) {
        if (repeated == Kind.WARMUP && most > 0 && done.isEmpty()) {
            return Optional.of(new Burst(Kind.COLD, 1));
        }
        List<Phase> alike = repeatedOf(done);
        if (alike.size() < most && (alike.size() < least || !Steadiness.reached(alike))) {
            return Optional.of(new Burst(repeated, alike.size() + 1));
        }
        if (repeated == Kind.GENERATOR_WARMUP || count(done, Kind.MEASURED) > 0) {
            return Optional.empty();
        }
        int floors = count(done, Kind.FLOOR);
        return Optional.of(floors < FLOOR_BURSTS ? new Burst(Kind.FLOOR, floors + 1) : new Burst(Kind.MEASURED, 1));
    }

    /** Those of these bursts that were repeated until they agreed. */
    public List<Phase> repeatedOf(List<Phase> done) {
        return done.stream().filter(phase -> phase.burst().kind() == repeated).toList();
    }

    private static int count(List<Phase> done, Kind kind) {
        return (int) done.stream().filter(phase -> phase.burst().kind() == kind).count();
    }
}
