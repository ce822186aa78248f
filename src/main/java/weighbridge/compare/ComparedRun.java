package weighbridge.compare;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import weighbridge.analysis.FigureReport;
import weighbridge.analysis.Remark;
import weighbridge.analysis.Report;
import weighbridge.analysis.TargetReport;
import weighbridge.figure.Figure;
import weighbridge.workload.TimedLoad;

/**
 * A run, as far as it is compared.
 *
 * @param id name of its folder
 * @param complete whether it came to its end
 * @param faults why its figures cannot be relied on; empty where they can
 * @param conditions by name, what it ran on and with; where they differ nothing can be compared
 * @param targets by name, in the order of the run
 * @param noise by how much a figure of a target and that of the same target entered twice differ, on its {@link ChangeScale};
 *     missing where that is not known
 * @param floorSecondsPerCall what the generator took by itself; null where that is not known
 * @param latencyResolutionMillis to how much its latencies are told
 */
public record ComparedRun(
        String id,
        boolean complete,
        List<Remark> faults,
        Map<String, String> conditions,
        Map<String, ComparedTarget> targets,
        Map<Figure, Double> noise,
        Double floorSecondsPerCall,
        double latencyResolutionMillis) {

    /** Of bursts, whose latencies are told in whole ms. */
    public ComparedRun(
            String id,
            boolean complete,
            List<Remark> faults,
            Map<String, String> conditions,
            Map<String, ComparedTarget> targets,
            Map<Figure, Double> noise,
            Double floorSecondsPerCall) {
        this(id, complete, faults, conditions, targets, noise, floorSecondsPerCall, Figure.LOG_MILLIS);
    }

    /** Copies the collections, in their order. */
    public ComparedRun {
        faults = List.copyOf(faults);
        conditions = Collections.unmodifiableMap(new LinkedHashMap<>(conditions));
        targets = Collections.unmodifiableMap(new LinkedHashMap<>(targets));
        noise = Map.copyOf(noise);
    }

    /** Of a run with this report. */
    public static ComparedRun of(Report report) {
        Map<String, ComparedTarget> targets = new LinkedHashMap<>();
        report.targets()
                .forEach(target -> targets.put(
                        target.name(),
                        new ComparedTarget(target.identity().version(), Conditions.of(target), figures(target))));
        return new ComparedRun(
                report.run().id(),
                report.run().complete(),
                report.verdict().faults(),
                Conditions.of(report),
                targets,
                noise(report),
                report.floor() == null ? null : report.floor().secondsPerCall(),
                report.run().settings().workload() instanceof TimedLoad ? Figure.HISTOGRAM_MILLIS : Figure.LOG_MILLIS);
    }

    /** Without the values of rounds in which a call failed, where that makes them something else. */
    private static Map<Figure, FigureReport> figures(TargetReport target) {
        List<Double> success = target.figure(Figure.SUCCESS_RATIO).values();
        Map<Figure, FigureReport> figures = new EnumMap<>(Figure.class);
        for (Figure figure : Figure.values()) {
            FigureReport over = target.figure(figure);
            figures.put(figure, FigureReport.of(comparable(figure, success, over.values())));
        }
        return figures;
    }

    private static List<Double> comparable(Figure figure, List<Double> success, List<Double> values) {
        List<Double> kept = new ArrayList<>(values);
        for (int round = 0; round < kept.size(); round++) {
            if (!figure.isComparable(success.get(round))) {
                kept.set(round, null);
            }
        }
        return kept;
    }

    private static Map<Figure, Double> noise(Report report) {
        Map<Figure, Double> noise = new EnumMap<>(Figure.class);
        for (Figure figure : Figure.values()) {
            Double known = report.rounds().noise().get(figure);
            if (known != null) {
                noise.put(figure, ChangeScale.of(figure) == ChangeScale.RATIO ? Math.log(known) : known);
            }
        }
        return noise;
    }

    /** How many rounds it had. */
    public int rounds() {
        return targets.values().stream().mapToInt(ComparedTarget::rounds).max().orElse(0);
    }
}
