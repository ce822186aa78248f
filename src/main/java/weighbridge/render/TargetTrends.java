package weighbridge.render;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleFunction;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import weighbridge.compare.Conditions;
import weighbridge.figure.Figure;
import weighbridge.figure.Trait;
import weighbridge.render.IndexedRun.Target;
import weighbridge.workload.Workload.Kind;

/**
 * How the figures of one target went from run to run, under one load. Only runs that {@code compare} would hold against the
 * newest of them.
 *
 * @param target its name
 * @param settings of the newest run
 * @param runs how many they are
 * @param trends of each figure that one of them has
 */
public record TargetTrends(String target, IndexedRun.Settings settings, int runs, List<Trend> trends) {
    /** More than that no one sees on a line so short. */
    static final int MOST_RUNS = 200;

    /** A figure in one run. @param reliable whether the figures of the target can be relied on */
    public record Point(double value, boolean reliable) {}

    /** A figure from run to run. @param points the oldest run first */
    public record Trend(Measure measure, List<Point> points) {}

    /** A figure that has a line. */
    record Measure(
            String label, Function<Target, Double> value, DoubleFunction<String> shown, Predicate<Target> reliable) {
        private static Measure of(Figure figure) {
            return new Measure(
                    figure.label(),
                    target -> target.figure(figure),
                    value -> Numbers.withUnit(figure, value),
                    target -> target.isReliable(figure));
        }

        private static Measure ofRate(String label) {
            return new Measure(
                    label,
                    target -> target.rate() == null ? null : target.rate().held(),
                    Numbers::callsPerSecond,
                    Target::reliable);
        }

        /** Of runs of this kind. @param newest of them, which gives the last value */
        private static List<Measure> of(Kind kind, Target newest) {
            return switch (kind) {
                case BURST ->
                    Figure.all(Trait.HEADLINE).stream().map(Measure::of).toList();
                case STEADY -> List.of(ofRate("rate held"), of(Figure.P99_MILLIS), of(Figure.PEAK_RSS_BYTES));
                case CAPACITY ->
                    List.of(
                            ofRate(capacity(newest.rate())),
                            new Measure(
                                    "RSS at the rate",
                                    Measure::rssAtRate,
                                    value -> Numbers.withUnit(Figure.PEAK_RSS_BYTES, value),
                                    Target::reliable));
            };
        }

        /** With what has to be known of the last value. */
        private static String capacity(IndexedRun.Rate newest) {
            if (newest == null || newest.capacity() == null) {
                return "capacity";
            }
            return "capacity" + (newest.capacity().atLeast() ? ", at least" : "")
                    + (newest.capacity().isConfirmed() ? "" : ", unconfirmed");
        }

        private static Double rssAtRate(Target target) {
            return target.rate() == null || target.rate().capacity() == null
                    ? null
                    : target.rate().capacity().rssBytes();
        }

        private boolean isKnown(Target target) {
            return value.apply(target) != null;
        }
    }

    /** Whose trends they are. */
    private record Key(String target, Kind kind, String load) {}

    /** A run of a target. */
    private record Entry(IndexedRun run, Target target) {
        private Key key() {
            return new Key(target.name(), run.settings().kind(), load(run.settings()));
        }

        private boolean hasFigure() {
            return Measure.of(run.settings().kind(), target).stream().anyMatch(measure -> measure.isKnown(target));
        }

        /** As {@code compare} has it. Of a run whose conditions nobody has written nothing can be said. */
        private boolean isComparable(Entry other) {
            return this == other
                    || Stream.of(
                                            run.conditions(),
                                            other.run.conditions(),
                                            target.conditions(),
                                            other.target.conditions())
                                    .allMatch(conditions -> conditions != null)
                            && Conditions.differences(run.conditions(), other.run.conditions())
                                    .isEmpty()
                            && Conditions.differences(target.conditions(), other.target.conditions())
                                    .isEmpty();
        }
    }

    /** Of these runs, the newest first; the targets of the newest run come first. */
    static List<TargetTrends> of(List<IndexedRun> runs) {
        Map<Key, List<Entry>> entries = new LinkedHashMap<>();
        runs.stream()
                .filter(TargetTrends::isWhole)
                .flatMap(run -> run.targets().stream().map(target -> new Entry(run, target)))
                .filter(Entry::hasFigure)
                .forEach(entry -> entries.computeIfAbsent(entry.key(), key -> new ArrayList<>())
                        .add(entry));
        return entries.values().stream().map(TargetTrends::ofOne).toList();
    }

    /** A run that was cut off is compared with none. */
    private static boolean isWhole(IndexedRun run) {
        return run.state() != IndexedRun.State.CUT_OFF
                && run.settings() != null
                && (run.settings().load() != null || run.settings().calls() != null);
    }

    private static TargetTrends ofOne(List<Entry> newestFirst) {
        Entry newest = newestFirst.get(0);
        List<Entry> alike = new ArrayList<>(newestFirst.stream()
                .filter(newest::isComparable)
                .limit(MOST_RUNS)
                .toList());
        Collections.reverse(alike);
        List<Trend> trends = Measure.of(newest.key().kind(), newest.target()).stream()
                .map(measure -> new Trend(measure, points(measure, alike)))
                .filter(trend -> !trend.points().isEmpty())
                .toList();
        return new TargetTrends(newest.target().name(), newest.run().settings(), alike.size(), trends);
    }

    private static List<Point> points(Measure measure, List<Entry> entries) {
        return entries.stream()
                .filter(entry -> measure.isKnown(entry.target()))
                .map(entry -> new Point(
                        measure.value().apply(entry.target()),
                        measure.reliable().test(entry.target())))
                .toList();
    }

    /** Which runs these are. */
    public String words() {
        return switch (settings.kind()) {
            case BURST -> Numbers.count(runs, "run") + " of " + load(settings);
            case STEADY ->
                Numbers.count(runs, "run") + (settings.load().users() == null ? " at " : " of ") + load(settings);
            case CAPACITY -> Numbers.count(runs, "capacity run") + ", SLO " + load(settings);
        };
    }

    private static String load(IndexedRun.Settings settings) {
        return switch (settings.kind()) {
            case BURST -> Numbers.count(settings.calls(), "call");
            case STEADY -> settings.load().words();
            case CAPACITY -> settings.load().slo();
        };
    }

    /** A line for each figure. */
    public List<IndexPage.Line> lines() {
        return trends.stream()
                .map(trend -> TrendLine.of(
                        trend.measure().label(), trend.points(), trend.measure().shown()))
                .toList();
    }
}
