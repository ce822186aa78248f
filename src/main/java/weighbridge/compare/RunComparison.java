package weighbridge.compare;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import weighbridge.figure.Topic;

/**
 * A run held against the baseline.
 *
 * @param letter what it is called in the comparison
 * @param run what it says
 * @param obstacles why nothing of it can be compared; empty where it can be
 * @param targets that both have, in the order of the baseline; empty where there are obstacles
 * @param onlyInBaseline names of targets
 * @param onlyHere names of targets
 * @param machineShift by how much the generator by itself took longer or shorter, as a natural logarithm; null where that is
 *     not known
 */
public record RunComparison(
        String letter,
        ComparedRun run,
        List<Obstacle> obstacles,
        List<TargetComparison> targets,
        List<String> onlyInBaseline,
        List<String> onlyHere,
        Double machineShift) {

    /** As a natural logarithm, as noise is. */
    private static final double DOUBLING = Math.log(2);

    /** Copies the lists. */
    public RunComparison {
        obstacles = List.copyOf(obstacles);
        targets = List.copyOf(targets);
        onlyInBaseline = List.copyOf(onlyInBaseline);
        onlyHere = List.copyOf(onlyHere);
    }

    static RunComparison of(ComparedRun baseline, String letter, ComparedRun run, double threshold) {
        List<Obstacle> obstacles = new ArrayList<>();
        Stream.of(baseline, run)
                .filter(one -> !one.complete())
                .map(one -> new Obstacle.CutOff(one == baseline ? "A" : letter))
                .distinct()
                .forEach(obstacles::add);
        obstacles.addAll(Conditions.differences(baseline.conditions(), run.conditions()));
        List<String> onlyInBaseline = missing(baseline, run);
        List<String> onlyHere = missing(run, baseline);
        boolean company = onlyInBaseline.isEmpty() && onlyHere.isEmpty();
        DetectionLimits limits = DetectionLimits.between(baseline, run, threshold);
        List<TargetComparison> targets = baseline.targets().entrySet().stream()
                .filter(target -> obstacles.isEmpty() && run.targets().containsKey(target.getKey()))
                .map(target -> TargetComparison.of(
                        target.getKey(), target.getValue(), run.targets().get(target.getKey()), company, limits))
                .toList();
        return new RunComparison(
                letter, run, obstacles, targets, onlyInBaseline, onlyHere, DetectionLimits.machineShift(baseline, run));
    }

    private static List<String> missing(ComparedRun from, ComparedRun in) {
        return from.targets().keySet().stream()
                .filter(name -> !in.targets().containsKey(name))
                .toList();
    }

    /** Why it cannot be said whether something got worse; empty where that can be said. */
    public List<Obstacle> gaps() {
        if (!obstacles.isEmpty()) {
            return obstacles;
        }
        if (targets.isEmpty()) {
            return List.of(new Obstacle.NoCommonTarget());
        }
        Stream<Obstacle> ofTargets = targets.stream()
                .filter(target -> !target.gaps().isEmpty())
                .map(target -> new Obstacle.OfTarget(target.name(), target.gaps()));
        return Stream.concat(tooNoisy().stream(), ofTargets).toList();
    }

    /** The noise is the run's and not the target's, so that of the first tells that of all. */
    private Optional<Obstacle> tooNoisy() {
        List<FigureComparison> ofTime = targets.get(0).figures().stream()
                .filter(figure -> figure.mayBeJudged()
                        && figure.figure().topic() == Topic.TIME
                        && figure.verdict() != ChangeVerdict.NOT_COMPARABLE)
                .toList();
        boolean blind = !ofTime.isEmpty()
                && ofTime.stream().allMatch(figure -> figure.noise() != null && figure.noise() > DOUBLING);
        return blind
                ? Optional.of(new Obstacle.TooNoisy(
                        ofTime.stream().map(FigureComparison::figure).toList()))
                : Optional.empty();
    }
}
