package weighbridge.compare;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import weighbridge.figure.Figure;

/**
 * A target in two runs.
 *
 * @param name what both call it
 * @param baseline what the baseline says of it
 * @param other what the other run says of it
 * @param obstacles why nothing of it can be compared; empty where it can be
 * @param figures each that one of the two has; empty where there are obstacles
 */
public record TargetComparison(
        String name,
        ComparedTarget baseline,
        ComparedTarget other,
        List<Obstacle> obstacles,
        List<FigureComparison> figures) {

    /** Copies the lists. */
    public TargetComparison {
        obstacles = List.copyOf(obstacles);
        figures = List.copyOf(figures);
    }

    /** @param company whether the same targets were started beside it */
    static TargetComparison of(
            String name, ComparedTarget baseline, ComparedTarget other, boolean company, DetectionLimits limits) {
        List<Obstacle> obstacles = Conditions.differences(baseline.conditions(), other.conditions());
        List<FigureComparison> figures = obstacles.isEmpty()
                ? Arrays.stream(Figure.values())
                        .map(figure -> compare(figure, baseline, other, company, limits))
                        .filter(FigureComparison::isKnown)
                        .toList()
                : List.of();
        return new TargetComparison(name, baseline, other, obstacles, figures);
    }

    private static FigureComparison compare(
            Figure figure, ComparedTarget baseline, ComparedTarget other, boolean company, DetectionLimits limits) {
        return figure == Figure.STARTUP_MILLIS && !company
                ? FigureComparison.notComparable(
                        figure,
                        baseline.figures().get(figure),
                        other.figures().get(figure),
                        limits,
                        new Obstacle.OtherCompany())
                : FigureComparison.of(
                        figure, baseline.figures().get(figure), other.figures().get(figure), limits);
    }

    /**
     * Why it cannot be said whether it got worse; empty where that can be said. Success decides: it is what every
     * target has that was called, and what one that died or did not start has not. And a figure that the baseline has in
     * enough rounds must not be missing in the other for calls that it lost.
     */
    public List<Obstacle> gaps() {
        if (!obstacles.isEmpty()) {
            return obstacles;
        }
        List<Obstacle> uncalled = figures.stream()
                .filter(figure -> figure.figure() == Figure.SUCCESS_RATIO)
                .filter(figure -> !figure.verdict().isJudged())
                .map(FigureComparison::reason)
                .toList();
        return uncalled.isEmpty() ? lost() : uncalled;
    }

    private List<Obstacle> lost() {
        Map<Obstacle, List<Figure>> figuresByReason = figures.stream()
                .filter(FigureComparison::isLost)
                .collect(Collectors.groupingBy(
                        FigureComparison::reason,
                        LinkedHashMap::new,
                        Collectors.mapping(FigureComparison::figure, Collectors.toList())));
        return figuresByReason.entrySet().stream()
                .<Obstacle>map(entry -> new Obstacle.Lost(entry.getValue(), entry.getKey()))
                .toList();
    }
}
