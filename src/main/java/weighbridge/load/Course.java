package weighbridge.load;

import java.util.List;
import java.util.Optional;
import weighbridge.load.Burst.Kind;

/**
 * Which burst comes next, told from those that were. At the sink: bursts until they agree. At a target: the cold one,
 * warm-ups until they agree, the measured one.
 *
 * @param repeated the kind that is repeated until its bursts agree
 * @param most how often at most; 0 at a target = nothing but the measured burst, which is its first then
 */
public record Course(Kind repeated, int most) {
    /** A fresh generator takes 12 to 30. */
    private static final int MOST_AT_SINK = 40;

    /** Of the sink. */
    public static Course ofSink() {
        return new Course(Kind.FLOOR, MOST_AT_SINK);
    }

    /** Of a target with so many warm-up bursts at most. */
    public static Course ofTarget(int warmup) {
        return new Course(Kind.WARMUP, warmup);
    }

    /** The next burst after these, which is empty after the last. */
    public Optional<Burst> next(List<Phase> done) {
        List<Phase> alike = repeatedOf(done);
        boolean goesOn = alike.size() < most && !Steadiness.reached(alike);
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
