package weighbridge.compare;

import java.util.List;
import java.util.stream.IntStream;
import weighbridge.analysis.ExitStatus;

/**
 * Runs held against the first of them.
 *
 * @param threshold smaller changes are none, as a part of 1
 * @param baseline the first run, called A
 * @param others each of the others, called B, C and so on
 */
public record Comparison(double threshold, ComparedRun baseline, List<RunComparison> others) {
    /** As many as there are letters. */
    public static final int MOST_RUNS = 26;

    /** Copies the list. */
    public Comparison {
        others = List.copyOf(others);
    }

    /** Of two runs or more, {@value #MOST_RUNS} at most. */
    public static Comparison of(List<ComparedRun> runs, double threshold) {
        if (runs.size() < 2 || runs.size() > MOST_RUNS) {
            throw new IllegalArgumentException(runs.size() + " runs");
        }
        List<RunComparison> others = IntStream.range(1, runs.size())
                .mapToObj(index ->
                        RunComparison.of(runs.get(0), Character.toString('A' + index), runs.get(index), threshold))
                .toList();
        return new Comparison(threshold, runs.get(0), others);
    }

    /** The change of success from which on it is judged, in parts of 1. */
    public double successThreshold() {
        return DetectionLimits.PART_THRESHOLD;
    }

    /** A change for the worse comes before what cannot be compared, and that is no success: nobody would notice. */
    public ExitStatus status() {
        if (count(ChangeVerdict.WORSE) > 0) {
            return ExitStatus.PROMISE_BROKEN;
        }
        return others.stream().allMatch(other -> other.gaps().isEmpty()) ? ExitStatus.DONE : ExitStatus.NOT_VALID;
    }

    /** How many figures have this verdict. */
    public long count(ChangeVerdict verdict) {
        return others.stream()
                .flatMap(other -> other.targets().stream())
                .flatMap(target -> target.figures().stream())
                .filter(figure -> figure.verdict() == verdict)
                .count();
    }
}
