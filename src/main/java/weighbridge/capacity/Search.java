package weighbridge.capacity;

import java.time.Duration;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import weighbridge.load.Purpose;

/**
 * Looks for the highest rate that is held, told from the probes that were: growing steps until a rate is not held, then the
 * geometric middle of the highest that was and the lowest that was not. A rate that was held once is held; one that was
 * not is tried again, and where the two differ a third decides: a moment of a busy machine must not stand for a server.
 *
 * @param fewestCalls of a probe, for its promises to be told
 * @param confirm for how long the rate that is found will be confirmed: probes are parts of it
 */
public record Search(long fewestCalls, Duration confirm) {
    /** From here on, calls a second. */
    static final double FIRST_RATE = 400;

    /** Where the generator is the limit so far down, it is so everywhere. */
    static final double LEAST_GENERATOR_RATE = 50;

    /** By this factor steps grow. */
    static final double STEP = 2;

    /** The two ends of the bracket are no further apart than this factor. */
    static final double WIDTH = 1.03;

    static final double GENERATOR_WIDTH = 1.2;

    /** Below this rate a server is not looked at, nor above that one: the generator would need a farm of machines. */
    static final double LEAST_RATE = 1;

    static final double MOST_RATE = 1_000_000;

    private static final int MAJORITY = 2;
    private static final int MORE_CALLS = 8;
    private static final int BRACKET_PART = 10;
    private static final int NARROW_PART = 3;

    /** A probe that has ended. @param callsPerSecond offered */
    public record Tried(double callsPerSecond, Verdict verdict) {}

    /** The next probe. */
    public record Step(double callsPerSecond, Duration length, Purpose purpose) {}

    /**
     * Where the capacity lies.
     *
     * @param low the highest rate that was held; null where none was
     * @param high the lowest that was not; null where none was
     * @param limit why the rate {@code high} was not held; null where there is none
     */
    public record Bracket(Double low, Double high, Verdict limit) {
        /** Both ends, as a user reads it. */
        public String text() {
            return String.format(
                    Locale.ROOT,
                    "%s to %s calls/s",
                    low == null ? "?" : String.format(Locale.ROOT, "%,.0f", low),
                    high == null ? "?" : String.format(Locale.ROOT, "%,.0f", high));
        }

        /** Where the generator is the limit, the capacity is above both ends: no more is said of it by narrowing them. */
        private boolean isNarrow() {
            return low != null && high != null && high / low <= (limit == Verdict.GENERATOR ? GENERATOR_WIDTH : WIDTH);
        }
    }

    /** The probe after these; empty where there is nothing more to find. */
    public Optional<Step> next(List<Tried> tried) {
        Bracket bracket = bracket(tried);
        Optional<Tried> open = undecided(tried);
        if (open.isPresent()) {
            boolean narrowing = bracket.low() != null && bracket.high() != null;
            return Optional.of(step(open.get().callsPerSecond(), narrowing));
        }
        if (bracket.isNarrow()) {
            return Optional.empty();
        }
        if (bracket.high() == null) {
            double rate = bracket.low() == null ? FIRST_RATE : bracket.low() * STEP;
            return rate > MOST_RATE ? Optional.empty() : Optional.of(step(rate, false));
        }
        if (bracket.low() == null) {
            // A generator that cannot make even few calls has nothing to say of servers.
            double least = bracket.limit() == Verdict.GENERATOR ? LEAST_GENERATOR_RATE : LEAST_RATE;
            double rate = bracket.high() / STEP;
            return rate < least ? Optional.empty() : Optional.of(step(rate, false));
        }
        double middle = rounded(Math.sqrt(bracket.low() * bracket.high()));
        boolean between = middle > bracket.low() && middle < bracket.high();
        return between ? Optional.of(step(middle, true)) : Optional.empty();
    }

    /** How long a probe between two rates is. @param confirm as that of a search */
    public static Duration narrowing(Duration confirm) {
        return confirm.dividedBy(NARROW_PART);
    }

    /** How long a growing step is. @param confirm as that of a search */
    public static Duration bracketing(Duration confirm) {
        return confirm.dividedBy(BRACKET_PART);
    }

    /** About how long the probes that are left will take, each of them kept at once. */
    public Duration left(List<Tried> tried) {
        Bracket bracket = bracket(tried);
        boolean narrowing = bracket.low() != null && bracket.high() != null;
        double factor = narrowing ? bracket.high() / bracket.low() : STEP;
        long halvings = Math.max(0, (long) Math.ceil(Math.log(Math.log(factor) / Math.log(WIDTH)) / Math.log(2)));
        return narrowing(confirm)
                .multipliedBy(halvings)
                .plus(narrowing ? Duration.ZERO : bracketing(confirm).multipliedBy(2));
    }

    private Step step(double rate, boolean narrowing) {
        Duration usual = narrowing ? narrowing(confirm) : bracketing(confirm);
        return new Step(rate, enough(rate, usual), narrowing ? Purpose.NARROW : Purpose.BRACKET);
    }

    /**
     * As long as usual, or as it takes for enough calls to tell the promises: of as few as can tell at all, none may be slow, so that
     * a server that keeps its promise with room to spare would often seem to break it. So many more are made as fit into a confirming load.
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

    /** What these probes say. */
    public static Bracket bracket(List<Tried> tried) {
        TreeMap<Double, Verdict> decided = new TreeMap<>();
        tried.stream()
                .map(Tried::callsPerSecond)
                .distinct()
                .forEach(rate -> decided(tried, rate).ifPresent(verdict -> decided.put(rate, verdict)));
        Optional<Double> high = decided.entrySet().stream()
                .filter(entry -> entry.getValue() != Verdict.KEPT)
                .map(Map.Entry::getKey)
                .min(Comparator.naturalOrder());
        Optional<Double> low = decided.entrySet().stream()
                .filter(entry -> entry.getValue() == Verdict.KEPT)
                .map(Map.Entry::getKey)
                .filter(rate -> high.isEmpty() || rate < high.get())
                .max(Comparator.naturalOrder());
        return new Bracket(
                low.orElse(null), high.orElse(null), high.map(decided::get).orElse(null));
    }

    private static Optional<Tried> undecided(List<Tried> tried) {
        return tried.stream()
                .filter(one -> decided(tried, one.callsPerSecond()).isEmpty())
                .findFirst();
    }

    private static Optional<Verdict> decided(List<Tried> tried, double rate) {
        List<Verdict> verdicts = tried.stream()
                .filter(one -> one.callsPerSecond() == rate)
                .map(Tried::verdict)
                .filter(verdict -> verdict != Verdict.NONE)
                .toList();
        if (!verdicts.isEmpty() && verdicts.get(0) == Verdict.KEPT) {
            return Optional.of(Verdict.KEPT);
        }
        for (Verdict verdict : Verdict.values()) {
            if (Collections.frequency(verdicts, verdict) >= MAJORITY) {
                return Optional.of(verdict);
            }
        }
        // Each said something else: then nothing is said of the server.
        return verdicts.size() > MAJORITY ? Optional.of(Verdict.GENERATOR) : Optional.empty();
    }
}
