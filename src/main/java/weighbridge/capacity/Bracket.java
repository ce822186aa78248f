package weighbridge.capacity;

import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import weighbridge.workload.Purpose;

/**
 * Where the capacity lies, by the load steps of a search. A rate that is held at once is held; one that is not is tried again,
 * and where the two differ a third decides, so that a busy moment of the machine does not count. Where a rate was inconclusive
 * and is held afterwards, the generator was overloaded for a moment only: earlier inconclusive steps no longer count. Nor does an
 * inconclusive rate below one that the server broke while the generator was well. Nor do short steps at a rate that was tried for
 * longer: a server compiles at rates that it had not met before.
 *
 * @param low the highest rate that was held; null where none was
 * @param high the lowest that was broken; where none was, the lowest at which the generator was the limit; null where none was
 * @param limit why the rate {@code high} was not held; null where there is none
 */
public record Bracket(Double low, Double high, StepVerdict limit) {
    private static final int MAJORITY = 2;

    /** A load step of a search. @param brief whether it was one of those that grow, which are shorter than those between two rates */
    public record Trial(double callsPerSecond, StepVerdict verdict, boolean brief) {
        /** What a load step says. */
        public static Trial of(ProbeReport step) {
            return new Trial(step.offered(), step.verdict(), step.purpose() == Purpose.BRACKET);
        }

        /** Of a step between two rates. */
        Trial(double callsPerSecond, StepVerdict verdict) {
            this(callsPerSecond, verdict, false);
        }
    }

    /** What these load steps say, in the order in which they were made. */
    public static Bracket of(List<Trial> trials) {
        List<Trial> counting = counting(trials);
        TreeMap<Double, StepVerdict> decided = new TreeMap<>();
        counting.forEach(trial -> decided(counting, trial.callsPerSecond())
                .ifPresent(verdict -> decided.put(trial.callsPerSecond(), verdict)));
        Double broken = first(decided, StepVerdict.BROKEN);
        Double high = broken == null ? first(decided, StepVerdict.INCONCLUSIVE) : broken;
        Double low = decided.entrySet().stream()
                .filter(rate -> rate.getValue() == StepVerdict.KEPT && (high == null || rate.getKey() < high))
                .map(Map.Entry::getKey)
                .reduce(null, (before, rate) -> rate);
        return new Bracket(low, high, high == null ? null : decided.get(high));
    }

    private static Double first(TreeMap<Double, StepVerdict> decided, StepVerdict verdict) {
        return decided.entrySet().stream()
                .filter(rate -> rate.getValue() == verdict)
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse(null);
    }

    /** A rate between the two ends that the load steps, those this was made of, leave undecided. */
    Optional<Double> undecided(List<Trial> trials) {
        return between(trials, Optional.empty()).findFirst();
    }

    /** The lowest rate between the two ends, or below the only one, of which these load steps say nothing however often it was tried. */
    Optional<Double> unknown(List<Trial> trials) {
        return between(trials, Optional.of(StepVerdict.INCONCLUSIVE)).min(Comparator.naturalOrder());
    }

    private Stream<Double> between(List<Trial> trials, Optional<StepVerdict> decided) {
        List<Trial> counting = counting(trials);
        return counting.stream()
                .map(Trial::callsPerSecond)
                .filter(rate -> (low == null || rate > low) && (high == null || rate < high))
                .filter(rate -> decided(counting, rate).equals(decided));
    }

    /** Whether a rate was tried for no longer than a step that grows. */
    static boolean isBrief(List<Trial> trials, double callsPerSecond) {
        return trials.stream().noneMatch(trial -> trial.callsPerSecond() == callsPerSecond && isLong(trial));
    }

    private static boolean isLong(Trial trial) {
        return !trial.brief() && trial.verdict() != StepVerdict.UNJUDGED;
    }

    /** How often a rate was tried, as far as that counts. */
    static long tries(List<Trial> trials, double callsPerSecond) {
        return verdicts(counting(trials), callsPerSecond).size();
    }

    private static List<Trial> counting(List<Trial> trials) {
        return counting(trials, Function.identity());
    }

    /**
     * Those that count: without short ones at a rate that was tried for longer, and without the inconclusive ones before a rate was
     * held that had been decided to be inconclusive.
     *
     * @param steps of a search, in the order in which they were made
     * @param trial what each of them said
     */
    public static <T> List<T> counting(List<T> steps, Function<T, Trial> trial) {
        List<Trial> all = steps.stream().map(trial).toList();
        return sinceGeneratorWasWell(
                steps.stream()
                        .filter(step -> !trial.apply(step).brief()
                                || isBrief(all, trial.apply(step).callsPerSecond()))
                        .toList(),
                trial);
    }

    private static <T> List<T> sinceGeneratorWasWell(List<T> steps, Function<T, Trial> trial) {
        List<Trial> trials = steps.stream().map(trial).toList();
        int passed = IntStream.range(0, trials.size())
                .filter(index -> passed(trials.subList(0, index), trials.get(index)))
                .max()
                .orElse(0);
        return IntStream.range(0, trials.size())
                .filter(index -> index >= passed || trials.get(index).verdict() != StepVerdict.INCONCLUSIVE)
                .mapToObj(steps::get)
                .toList();
    }

    private static boolean passed(List<Trial> before, Trial now) {
        double rate = now.callsPerSecond();
        List<Trial> all = Stream.concat(before.stream(), Stream.of(now)).toList();
        return now.verdict() == StepVerdict.KEPT
                && decided(before, rate).equals(Optional.of(StepVerdict.INCONCLUSIVE))
                && decided(all, rate).equals(Optional.of(StepVerdict.KEPT));
    }

    private static List<StepVerdict> verdicts(List<Trial> trials, double callsPerSecond) {
        return trials.stream()
                .filter(trial -> trial.callsPerSecond() == callsPerSecond)
                .map(Trial::verdict)
                .filter(verdict -> verdict != StepVerdict.UNJUDGED)
                .toList();
    }

    private static Optional<StepVerdict> decided(List<Trial> trials, double callsPerSecond) {
        List<StepVerdict> verdicts = verdicts(trials, callsPerSecond);
        if (!verdicts.isEmpty() && verdicts.get(0) == StepVerdict.KEPT) {
            return Optional.of(StepVerdict.KEPT);
        }
        for (StepVerdict verdict : StepVerdict.values()) {
            if (Collections.frequency(verdicts, verdict) >= MAJORITY) {
                return Optional.of(verdict);
            }
        }
        // Three different verdicts say nothing of the server.
        return verdicts.size() > MAJORITY ? Optional.of(StepVerdict.INCONCLUSIVE) : Optional.empty();
    }

    /** Whether a rate was held and another one was not. */
    boolean hasBothEnds() {
        return low != null && high != null;
    }
}
