package weighbridge.load;

import java.util.List;
import java.util.Optional;
import weighbridge.load.Burst.Kind;

/**
 * Which burst comes next, told from those that were. At the sink: bursts until they agree. At a target: the cold one,
 * warm-ups until they agree, the measured one.
 *
 * @param repeated the kind that is repeated until its bursts agree
 * @param least how often at least
 * @param most how often at most; 0 at a target = nothing but the measured burst, which is its first then
 */
public record Course(Kind repeated, int least, int most) {
    /**
     * A fresh generator gets faster in steps as the JVM compiles it, with stretches between in which bursts agree already:
     * the last great step came within the first 25.
     */
    private static final int LEAST_AT_SINK = 25;

    private static final int MOST_AT_SINK = 50;

    /** Of the sink. */
    public static Course ofSink() {
        return new Course(Kind.FLOOR, LEAST_AT_SINK, MOST_AT_SINK);
    }

    /** Of a target with so many warm-up bursts at most. */
    public static Course ofTarget(int warmup) {
        return new Course(Kind.WARMUP, 0, warmup);
    }

    /** The next burst after these, which is empty after the last. */
    public Optional<Burst> next(List<Phase> done) {
        List<Phase> alike = repeatedOf(done);
        boolean goesOn = alike.size() < most && (alike.size() < least || !Steadiness.reached(alike));
        if (repeated == Kind.FLOOR) {
            return goesOn ? Optional.of(new Burst(Kind.FLOOR, alike.size() + 1)) : Optional.empty();
        }
        if (most > 0 && done.isEmpty()) {
            return Optional.of(new Burst(Kind.COLD, 1));
        }
        if (goesOn) {
            return Optional.of(new Burst(Kind.WARMUP, alike.size() + 1));
        }
        boolean measured = done.stream().anyMatch(phase -> phase.burst().kind() == Kind.MEASURED);
        return measured ? Optional.empty() : Optional.of(new Burst(Kind.MEASURED, 1));
    }

    /** Those of these bursts that were repeated until they agreed. */
    public List<Phase> repeatedOf(List<Phase> done) {
        return done.stream().filter(phase -> phase.burst().kind() == repeated).toList();
    }

    /** The most bursts that there can be. */
    public int mostBursts() {
        return repeated == Kind.FLOOR || most == 0 ? Math.max(1, most) : most + 2;
    }
}
