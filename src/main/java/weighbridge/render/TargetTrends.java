package weighbridge.render;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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
 * @param trends of each figure of the headline that one of them has, the oldest run first
 */
public record TargetTrends(String target, int calls, int runs, int machines, Map<Figure, List<Point>> trends) {
    /** More than that no one sees on a line so short. */
    static final int MOST_RUNS = 200;

    /** A figure in one run. @param reliable whether the run was valid */
    public record Point(double value, boolean reliable) {}

    /** A run of a target. */
    private record Entry(IndexedRun run, IndexedRun.Target target) {}

    /** Of these runs, the newest first; the targets of the newest run come first. */
    static List<TargetTrends> of(List<IndexedRun> runs) {
        Map<String, List<Entry>> entries = new LinkedHashMap<>();
        for (IndexedRun run : runs) {
            if (run.settings() != null && run.settings().calls() != null) {
                run.targets().stream()
                        .filter(TargetTrends::hasFigure)
                        .forEach(target -> entries.computeIfAbsent(target.name(), name -> new ArrayList<>())
                                .add(new Entry(run, target)));
            }
        }
        return entries.entrySet().stream()
                .map(target -> of(target.getKey(), target.getValue()))
                .toList();
    }

    /** A run that was cut off before it could measure says nothing of how many calls are asked for now. */
    private static boolean hasFigure(IndexedRun.Target target) {
        return Figure.all(Trait.HEADLINE).stream().anyMatch(figure -> target.figure(figure) != null);
    }

    private static TargetTrends of(String name, List<Entry> newestFirst) {
        int calls = newestFirst.get(0).run().settings().calls();
        List<Entry> alike = new ArrayList<>(newestFirst.stream()
                .filter(entry -> entry.run().settings().calls() == calls)
                .limit(MOST_RUNS)
                .toList());
        Collections.reverse(alike);
        long machines = alike.stream()
                .map(entry -> entry.run().machine())
                .filter(Objects::nonNull)
                .distinct()
                .count();
        Map<Figure, List<Point>> trends = new EnumMap<>(Figure.class);
        for (Figure figure : Figure.all(Trait.HEADLINE)) {
            List<Point> points = alike.stream()
                    .filter(entry -> entry.target().figure(figure) != null)
                    .map(entry ->
                            new Point(entry.target().figure(figure), entry.run().state() == IndexedRun.State.VALID))
                    .toList();
            if (!points.isEmpty()) {
                trends.put(figure, points);
            }
        }
        return new TargetTrends(name, calls, alike.size(), (int) machines, trends);
    }

    /** Which runs these are. */
    public String words() {
        return Numbers.count(runs, "run") + " of " + Numbers.count(calls, "call")
                + (machines > 1 ? ", on " + machines + " machines" : "");
    }

    /** A line for each figure. */
    public List<IndexPage.Line> lines() {
        return trends.entrySet().stream()
                .map(trend -> TrendLine.of(
                        trend.getKey().label(), trend.getValue(), value -> Numbers.withUnit(trend.getKey(), value)))
                .toList();
    }
}
