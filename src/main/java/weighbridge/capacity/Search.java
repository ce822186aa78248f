package weighbridge.capacity;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import weighbridge.capacity.Bracket.Trial;
import weighbridge.workload.Purpose;

/**
 * Looks for the highest rate that is held, told from the load steps that were: growing ones until a rate is not held, then the
 * geometric middle of the highest that was and the lowest that was not, by the rules of {@link Bracket}. Where the generator
 * was the limit nothing was said of the server: before the search ends there it asks again.
 *
 * @param fewestCalls of a load step, for its SLOs to be judged
 * @param confirm for how long the rate that is found will be confirmed: load steps are parts of it
 * @param firstRate calls a second of the first load step
 */
public record Search(long fewestCalls, Duration confirm, double firstRate) {
    /** From here on, calls a second, where nothing is known. */
    private static final double FIRST_RATE = 400;

    /** What a server held in a larger box is this many times what it surely holds in a smaller one. */
    private static final double SURELY_LESS = 16;

    /** By this factor steps grow. */
    private static final double STEP = 2;

    /** The two ends of the bracket are no further apart than this factor. */
    private static final double WIDTH = 1.03;

    /** Nor than this one, where the generator was the limit: the capacity is above both. */
    private static final double GENERATOR_WIDTH = 1.2;

    /** Below this rate a server is not looked at. */
    private static final double LEAST_RATE = 1;

    /** Where the generator is the limit so far down, it cannot judge servers at all. */
    private static final double LEAST_GENERATOR_RATE = 50;

    /** Above this rate the generator would need a farm of machines. */
    private static final double MOST_RATE = 1_000_000;

    /** Few servers get here on one core. */
    private static final double USUAL_MOST_RATE = 50_000;

    /** An inconclusive rate is tried so often in all, for the generator may have been overloaded for a moment only. */
    private static final int MOST_TRIES = 5;

    private static final int MORE_CALLS = 8;
    private static final int BRACKET_PART = 10;
    private static final int NARROW_PART = 3;

    /** Of a server of which nothing is known. */
    public Search(long fewestCalls, Duration confirm) {
        this(fewestCalls, confirm, FIRST_RATE);
    }

    /** The same in a smaller box. @param held calls a second in the larger one; null where none were */
    public Search inSmallerBox(Double held) {
        return new Search(
                fewestCalls, confirm, held == null ? FIRST_RATE : Math.max(FIRST_RATE, rounded(held / SURELY_LESS)));
    }

    /** The next load step. */
    public record Step(double callsPerSecond, Duration length, Purpose purpose) {}

    /** The load step after these; empty where there is nothing more to find. */
    public Optional<Step> next(List<Trial> tried) {
        return next(tried, false);
    }

    /**
     * The same.
     *
     * @param smallerFollows whether the server is measured again in a smaller box where the generator is the limit: then short steps
     *     will do, for what they find is confirmed by nobody
     */
    public Optional<Step> next(List<Trial> tried, boolean smallerFollows) {
        Bracket bracket = Bracket.of(tried);
        boolean both = bracket.hasBothEnds();
        boolean byGenerator = bracket.limit() == StepVerdict.INCONCLUSIVE;
        boolean longer = both && !(byGenerator && smallerFollows);
        Optional<Double> undecided = bracket.undecided(tried);
        if (undecided.isPresent()) {
            return Optional.of(step(undecided.get(), longer || !Bracket.isBrief(tried, undecided.get())));
        }
        if (longer && Bracket.isBrief(tried, bracket.high()) && isLongerBetween(bracket.high())) {
            return Optional.of(step(bracket.high(), true)); // a server may have compiled in the short steps
        }
        Optional<Double> unknown = bracket.unknown(tried);
        if (unknown.isPresent() && Bracket.tries(tried, unknown.get()) < MOST_TRIES) {
            return Optional.of(step(unknown.get(), true));
        }
        // What lies between a rate of which nothing can be known and the lowest that was broken cannot be known either.
        Bracket open = unknown.map(rate -> new Bracket(bracket.low(), rate, StepVerdict.INCONCLUSIVE))
                .orElse(bracket);
        double rate = rate(open);
        double least = byGenerator ? LEAST_GENERATOR_RATE : LEAST_RATE;
        boolean found = both
                ? open.high() / open.low() <= width(open) || rate <= open.low() || rate >= open.high()
                : rate > MOST_RATE || rate < least;
        if (!found) {
            return Optional.of(step(rate, longer));
        }
        return byGenerator && !smallerFollows && Bracket.tries(tried, bracket.high()) < MOST_TRIES
                ? Optional.of(step(bracket.high(), both))
                : Optional.empty();
    }

    /** The middle of both ends, or a step from the only one. */
    private double rate(Bracket bracket) {
        if (bracket.hasBothEnds()) {
            return rounded(Math.sqrt(bracket.low() * bracket.high()));
        }
        if (bracket.high() != null) {
            return bracket.high() / STEP;
        }
        return bracket.low() == null ? firstRate : bracket.low() * STEP;
    }

    /** Where the generator is the limit, the capacity is above both ends: narrowing them says no more. */
    private static double width(Bracket bracket) {
        return bracket.limit() == StepVerdict.INCONCLUSIVE ? GENERATOR_WIDTH : WIDTH;
    }

    /** How long a step between two rates is. @param confirm as that of a search */
    public static Duration narrowing(Duration confirm) {
        return confirm.dividedBy(NARROW_PART);
    }

    /** How long a growing step is. @param confirm as that of a search */
    public static Duration bracketing(Duration confirm) {
        return confirm.dividedBy(BRACKET_PART);
    }

    /** About how long the steps that are left will take, where each of them is held at once, up to a rate that few servers pass. */
    public Duration left(List<Trial> tried) {
        Bracket bracket = Bracket.of(tried);
        boolean narrowing = bracket.hasBothEnds();
        double factor = narrowing ? bracket.high() / bracket.low() : STEP;
        double halvings = Math.log(Math.log(factor) / Math.log(width(bracket))) / Math.log(2);
        return narrowing(confirm)
                .multipliedBy(Math.max(0, (long) Math.ceil(halvings)))
                .plus(narrowing ? Duration.ZERO : bracketing(confirm).multipliedBy(stepsUp(bracket)));
    }

    private long stepsUp(Bracket bracket) {
        double next = bracket.low() == null ? firstRate : bracket.low() * STEP;
        return Math.max(1, 1 + (long) Math.floor(Math.log(USUAL_MOST_RATE / next) / Math.log(STEP)));
    }

    /** Whether a step between two rates would take longer than one that grows, as it does but at low rates. */
    private boolean isLongerBetween(double rate) {
        return step(rate, true).length().compareTo(step(rate, false).length()) > 0;
    }

    private Step step(double rate, boolean narrowing) {
        Duration usual = narrowing ? narrowing(confirm) : bracketing(confirm);
        return new Step(rate, enough(rate, usual), narrowing ? Purpose.NARROW : Purpose.BRACKET);
    }

    /**
     * As long as usual, or as it takes for enough calls to judge the SLOs: of as few as can tell at all none may be slow, so a
     * server that meets its SLOs with room to spare would often seem to break them. As many more are made as fit into a
     * confirming load.
     */
    public Duration enough(double callsPerSecond, Duration usual) {
        Duration least = lasting(fewestCalls, callsPerSecond);
        Duration good = lasting(MORE_CALLS * fewestCalls, callsPerSecond);
        Duration fitting = good.compareTo(confirm) < 0 ? good : confirm;
        Duration longest = fitting.compareTo(least) < 0 ? least : fitting;
        return usual.compareTo(longest) < 0 ? longest : usual;
    }

    private static Duration lasting(long calls, double callsPerSecond) {
        return Duration.ofMillis((long) Math.ceil(calls * 1000 / callsPerSecond));
    }

    /** Short numbers read better, where they are near enough: within 0.5 %, for a bracket of 3 % has to have a middle. */
    private static double rounded(double rate) {
        double steps = rate >= 100 ? 1 : rate >= 10 ? 10 : 100;
        return Math.rint(rate * steps) / steps;
    }
}
