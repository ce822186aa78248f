package weighbridge.render;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import weighbridge.figure.Figure;
import weighbridge.figure.Trait;

/**
 * How the figures of one target went from run to run. Only measured runs with as many calls as its newest one: more
 * calls at once take longer each.
 *
 * @param target its name
 * @param calls of all these runs
 * @param runs how many they are
 * @param machines on how many machines they were made
 * @param trends of each figure of the headline that one of them has
 */
record TargetTrends(String target, int calls, int runs, int machines, Map<Figure, Trend> trends) {
    /** More than that no one sees on a line so short. */
    static final int MOST_RUNS = 200;

    /** A run of a target. */
    private record Entry(Run run, RunTarget target) {}

    /** Of these runs, the newest first; the targets of the newest run come first. */
    static List<TargetTrends> of(List<Run> runs) {
        Map<String, List<Entry>> entries = new LinkedHashMap<>();
        for (Run run : runs) {
            if (run.settings() != null && run.settings().calls() != null) {
                run.targets().stream()
                        .filter(TargetTrends::hasFigure)
                        .forEach(target -> entries.computeIfAbsent(target.name(), name -> new ArrayList<>())
                                .add(new Entry(run, target)));
            }
        }
        List<TargetTrends> trends = new ArrayList<>();
        entries.forEach((name, ofTarget) -> trends.add(of(name, ofTarget)));
        return trends;
    }

    /** A run that was cut off before it could measure says nothing of how many calls are asked for now. */
    private static boolean hasFigure(RunTarget target) {
        return Figure.all(Trait.HEADLINE).stream().anyMatch(figure -> target.figure(figure) != null);
    }

    private static TargetTrends of(String name, List<Entry> newestFirst) {
        int calls = newestFirst.get(0).run().settings().calls();
        List<Entry> alike = new ArrayList<>(newestFirst.stream()
                .filter(entry -> entry.run().settings().calls() == calls)
                .limit(MOST_RUNS)
                .toList());
        Collections.reverse(alike);
        int machines = (int) alike.stream()
                .map(entry -> entry.run().machine())
                .filter(Objects::nonNull)
                .distinct()
                .count();
        Map<Figure, Trend> trends = new EnumMap<>(Figure.class);
        Figure.all(Trait.HEADLINE)
                .forEach(figure -> trend(alike, figure).ifPresent(trend -> trends.put(figure, trend)));
        return new TargetTrends(name, calls, alike.size(), machines, trends);
    }

    private static Optional<Trend> trend(List<Entry> oldestFirst, Figure figure) {
        List<Trend.Point> points = oldestFirst.stream()
                .filter(entry -> entry.target().figure(figure) != null)
                .map(entry -> new Trend.Point(
                        entry.target().figure(figure), entry.run().state() == Run.State.VALID))
                .toList();
        return points.isEmpty() ? Optional.empty() : Optional.of(new Trend(points));
    }
}
