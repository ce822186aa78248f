package weighbridge.compare;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.DoubleStream;
import weighbridge.analysis.FigureReport;
import weighbridge.figure.Figure;

/** Made-up runs to compare. */
public final class Runs {
    /** What all of them were made with. */
    public static final Map<String, String> CONDITIONS = Map.of("calls", "800", "logical cores", "2");

    /** Stands for a round that has no value. */
    public static final double GAP = Double.NaN;

    private Runs() {}

    /** A whole run of these targets, with all that may be known. */
    public static ComparedRun run(
            String id, Map<String, ComparedTarget> targets, Map<Figure, Double> noise, Double floor) {
        return new ComparedRun(id, true, List.of(), CONDITIONS, targets, noise, floor);
    }

    /** The run with other conditions. */
    public static ComparedRun with(ComparedRun run, String condition, String value) {
        Map<String, String> conditions = new LinkedHashMap<>(run.conditions());
        conditions.put(condition, value);
        return new ComparedRun(
                run.id(),
                run.complete(),
                run.faults(),
                conditions,
                run.targets(),
                run.noise(),
                run.floorSecondsPerCall());
    }

    /** A target that is called as all of them are. */
    public static ComparedTarget target(String version, Map<Figure, FigureReport> figures) {
        return new ComparedTarget(version, Map.of("keep-alive", "false"), figures);
    }

    /** Values of six rounds around one: 2 % below to 2 % above it. */
    public static FigureReport around(double value) {
        return figure(value * 0.98, value * 1.02, value * 0.99, value * 1.01, value * 0.995, value * 1.005);
    }

    /** Of these values by round, with the interval that the ranks of six or seven give: from the least to the greatest. */
    public static FigureReport figure(double... values) {
        double[] sorted = DoubleStream.of(values)
                .filter(value -> !Double.isNaN(value))
                .sorted()
                .toArray();
        int count = sorted.length;
        Double min = count == 0 ? null : (Double) sorted[0];
        Double max = count == 0 ? null : (Double) sorted[count - 1];
        Double median = count == 0 ? null : (Double) ((sorted[(count - 1) / 2] + sorted[count / 2]) / 2);
        List<Double> byRound = new ArrayList<>();
        DoubleStream.of(values).forEach(value -> byRound.add(Double.isNaN(value) ? null : (Double) value));
        return new FigureReport(byRound, count, median, count < 6 ? null : min, count < 6 ? null : max, min, max);
    }

    /** All figures of a target whose times are so many times those of another. */
    public static Map<Figure, FigureReport> figures(double times, double success) {
        Map<Figure, FigureReport> figures = new EnumMap<>(Figure.class);
        figures.put(Figure.SECONDS_PER_CALL, around(0.0003 * times));
        figures.put(Figure.P50_MILLIS, around(120 * times));
        figures.put(Figure.P75_MILLIS, around(170 * times));
        figures.put(Figure.P95_MILLIS, around(190 * times));
        figures.put(Figure.P99_MILLIS, around(200 * times));
        figures.put(Figure.MAX_MILLIS, around(210 * times));
        figures.put(Figure.SUCCESS_RATIO, figure(success, success, success, success, success, success));
        figures.put(Figure.CPU_SECONDS_PER_1000_CALLS, around(0.2 * times));
        figures.put(Figure.IDLE_RSS_BYTES, around(50e6));
        figures.put(Figure.WARM_RSS_BYTES, around(90e6));
        figures.put(Figure.PEAK_RSS_BYTES, around(100e6));
        figures.put(Figure.AFTER_RSS_BYTES, around(100e6));
        figures.put(Figure.SETTLED_RSS_BYTES, around(99e6));
        figures.put(Figure.DELTA_RSS_BYTES, around(40e6));
        figures.put(Figure.RETAINED_BYTES, figure(-1000.0, 0.0, 0.0, 2000.0, 500.0, 0.0));
        figures.put(Figure.STARTUP_MILLIS, around(900 * times));
        return figures;
    }
}
