package weighbridge.compare;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A run held against the baseline.
 *
 * @param letter what it is called in the comparison
 * @param run what it says
 * @param obstacles why nothing of it can be compared, in words; empty where it can be
 * @param targets that both have, in the order of the baseline; empty where there are obstacles
 * @param onlyInBaseline names of targets
 * @param onlyHere names of targets
 * @param machineShift by how much the generator by itself took longer or shorter, as a natural logarithm; null where that is
 *     not known
 */
public record RunComparison(
        String letter,
        ComparedRun run,
        List<String> obstacles,
        List<TargetComparison> targets,
        List<String> onlyInBaseline,
        List<String> onlyHere,
        Double machineShift) {

    /** Copies the lists. */
    public RunComparison {
        obstacles = List.copyOf(obstacles);
        targets = List.copyOf(targets);
        onlyInBaseline = List.copyOf(onlyInBaseline);
        onlyHere = List.copyOf(onlyHere);
    }

    static RunComparison of(ComparedRun baseline, String letter, ComparedRun run, double threshold) {
        List<String> obstacles = new ArrayList<>();
        Stream.of(baseline, run)
                .filter(one -> !one.complete())
                .map(one -> (one == baseline ? "A" : letter) + " was cut off or could not be kept")
                .distinct()
                .forEach(obstacles::add);
        obstacles.addAll(Conditions.differences(baseline.conditions(), letter, run.conditions()));
        List<String> onlyInBaseline = missing(baseline, run);
        List<String> onlyHere = missing(run, baseline);
        boolean company = onlyInBaseline.isEmpty() && onlyHere.isEmpty();
        DetectionLimits limits = DetectionLimits.between(baseline, run, threshold);
        List<TargetComparison> targets = baseline.targets().entrySet().stream()
                .filter(target -> obstacles.isEmpty() && run.targets().containsKey(target.getKey()))
                .map(target -> TargetComparison.of(
                        target.getKey(),
                        target.getValue(),
                        letter,
                        run.targets().get(target.getKey()),
                        company,
                        limits))
                .toList();
        return new RunComparison(
                letter, run, obstacles, targets, onlyInBaseline, onlyHere, DetectionLimits.machineShift(baseline, run));
    }

    private static List<String> missing(ComparedRun from, ComparedRun in) {
        return from.targets().keySet().stream()
                .filter(name -> !in.targets().containsKey(name))
                .toList();
    }

    /** Why it cannot be said whether something got worse, in words; empty where that can be said. */
    public List<String> gaps() {
        if (!obstacles.isEmpty()) {
            return obstacles;
        }
        if (targets.isEmpty()) {
            return List.of("no target is in both");
        }
        return targets.stream()
                .filter(target -> !target.gaps().isEmpty())
                .map(target -> target.name() + ": " + target.gaps().stream().collect(Collectors.joining("; ")))
                .toList();
    }
}
