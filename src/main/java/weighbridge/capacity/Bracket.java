package weighbridge.capacity;

import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Where the capacity lies, by the probes of a search. A rate that was held at once is held; one that was not is tried again,
 * and where the two differ a third decides: a moment of a busy machine must not stand for a server. Where the generator was the limit
 * of a rate that was held afterwards, it was a moment's: what else was laid to the generator until then says nothing.
 *
 * @param low the highest rate that was held; null where none was
 * @param high the lowest that was not; null where none was
 * @param limit why the rate {@code high} was not held; null where there is none
 */
public record Bracket(Double low, Double high, Verdict limit) {
    private static final int MAJORITY = 2;

    /** What these probes say, in the order in which they were made. */
    public static Bracket of(List<Tried> tried) {
        List<Tried> counting = counting(tried, Function.identity());
        TreeMap<Double, Verdict> decided = new TreeMap<>();
        counting.stream()
                .map(Tried::callsPerSecond)
                .distinct()
                .forEach(rate -> decided(counting, rate).ifPresent(verdict -> decided.put(rate, verdict)));
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

    /** A rate between the two ends of which the probes, those this was made of, leave open whether it is held. */
    Optional<Double> undecided(List<Tried> tried) {
        List<Tried> counting = counting(tried, Function.identity());
        return counting.stream()
                .map(Tried::callsPerSecond)
                .filter(rate -> low == null || rate > low)
                .filter(rate -> high == null || rate < high)
                .filter(rate -> decided(counting, rate).isEmpty())
                .findFirst();
    }

    /** How often a rate was tried, as far as that counts. */
    static long tries(List<Tried> tried, double callsPerSecond) {
        return verdicts(counting(tried, Function.identity()), callsPerSecond).size();
    }

    /**
     * Those that count: without what was laid to the generator until a rate of which that was decided was held.
     *
     * @param probes of a search, in the order in which they were made
     * @param said what each of them said
     */
    public static <T> List<T> counting(List<T> probes, Function<T, Tried> said) {
        List<Tried> tried = probes.stream().map(said).toList();
        int passed = IntStream.range(0, tried.size())
                .filter(index -> passed(tried.subList(0, index), tried.get(index)))
                .max()
                .orElse(0);
        return IntStream.range(0, tried.size())
                .filter(index -> index >= passed || tried.get(index).verdict() != Verdict.GENERATOR)
                .mapToObj(probes::get)
                .toList();
    }

    private static boolean passed(List<Tried> before, Tried now) {
        double rate = now.callsPerSecond();
        return now.verdict() == Verdict.KEPT
                && decided(before, rate).equals(Optional.of(Verdict.GENERATOR))
                && decided(Stream.concat(before.stream(), Stream.of(now)).toList(), rate)
                        .equals(Optional.of(Verdict.KEPT));
    }

    private static List<Verdict> verdicts(List<Tried> tried, double callsPerSecond) {
        return tried.stream()
                .filter(one -> one.callsPerSecond() == callsPerSecond)
                .map(Tried::verdict)
                .filter(verdict -> verdict != Verdict.NONE)
                .toList();
    }

    private static Optional<Verdict> decided(List<Tried> tried, double callsPerSecond) {
        List<Verdict> verdicts = verdicts(tried, callsPerSecond);
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

    /** Whether a rate was held and another one was not. */
    boolean hasBothEnds() {
        return low != null && high != null;
    }

    /** Both ends, as a user reads it. */
    public String text() {
        return text(low) + " to " + text(high) + " calls/s";
    }

    private static String text(Double callsPerSecond) {
        return callsPerSecond == null ? "?" : String.format(Locale.ROOT, "%,.0f", callsPerSecond);
    }
}
