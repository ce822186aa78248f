package weighbridge.analysis;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import weighbridge.capacity.LoadReport;
import weighbridge.figure.Figure;
import weighbridge.figure.Slo;
import weighbridge.workload.Settings;

/** Holds SLOs against what was measured. An SLO that cannot be shown to be kept is not kept. */
public final class SloAnalysis {
    private SloAnalysis() {}

    /**
     * Each SLO of a run at each target that it is of. Of several rounds the median counts, and only where every round has a figure: the
     * median of those that went well would flatter. A figure of calls some of which are lost is not known either.
     *
     * @param rounds what each round says of its targets
     */
    static List<SloReport> of(Settings settings, List<TargetReport> targets, List<List<TargetReport>> rounds) {
        Map<String, Map<Figure, Double>> values = new LinkedHashMap<>();
        Map<String, Gap> whyNotKnown = new LinkedHashMap<>();
        for (TargetReport target : targets) {
            Map<Figure, Double> known = new EnumMap<>(Figure.class);
            for (Figure figure : Figure.values()) {
                FigureReport over = target.figure(figure);
                if (over.count() == settings.rounds()) {
                    known.put(figure, target.judged(figure));
                }
            }
            values.put(target.name(), known);
            int measured = target.figure(Figure.SECONDS_PER_CALL).count();
            if (!target.measured()) {
                whyNotKnown.put(target.name(), new Gap.Failed(target.outcome(), target.reason()));
            } else if (measured < settings.rounds()) {
                whyNotKnown.put(target.name(), new Gap.RoundsMissing(measured, settings.rounds()));
            }
        }
        return of(settings.slo(), values, whyNotKnown, lost(settings, rounds));
    }

    /** By name of the target, where calls of it are lost in one of the rounds. */
    private static Map<String, Gap> lost(Settings settings, List<List<TargetReport>> rounds) {
        Map<String, Gap> lost = new HashMap<>();
        rounds.stream().flatMap(List::stream).filter(TargetReport::measured).forEach(target -> {
            LoadReport load = target.load();
            long calls = target.asked(settings.workload());
            long latencies = load == null || load.latencyMillis() == null
                    ? 0
                    : load.latencyMillis().count();
            if (target.burst().calls() < calls) {
                lost.put(target.name(), new Gap.CallsLost(calls, target.burst().calls()));
            } else if (load != null && latencies < load.succeeded()) {
                lost.put(target.name(), new Gap.CallsLost(load.succeeded(), latencies));
            }
        });
        return lost;
    }

    /**
     * Each SLO at each target that it is of: in the order of the SLOs, and for each in that of the targets.
     *
     * @param values figures by the name of each target of the run, in its order; a figure that is missing, null or not finite
     *     is not known
     * @param whyNotKnown by name of the target, why none of its figures is known that is missing; where a name is missing,
     *     that depends on the figure
     */
    public static List<SloReport> of(
            List<Slo> slos, Map<String, Map<Figure, Double>> values, Map<String, Gap> whyNotKnown) {
        return of(slos, values, whyNotKnown, Map.of());
    }

    private static List<SloReport> of(
            List<Slo> slos,
            Map<String, Map<Figure, Double>> values,
            Map<String, Gap> whyNotKnown,
            Map<String, Gap> lostCalls) {
        List<SloReport> reports = new ArrayList<>();
        for (Slo slo : slos) {
            if (slo.target() != null && !values.containsKey(slo.target())) {
                reports.add(unknown(slo, slo.target(), new Gap.NotInRun()));
            }
            values.forEach((target, figures) -> {
                if (slo.isOf(target) && slo.figure().isOfCalls() && lostCalls.containsKey(target)) {
                    reports.add(unknown(slo, target, lostCalls.get(target)));
                } else if (slo.isOf(target)) {
                    reports.add(report(slo, target, figures.get(slo.figure()), whyNotKnown.get(target)));
                }
            });
        }
        return List.copyOf(reports);
    }

    /** Whether all of them are, so that there is nothing to end with {@link ExitStatus#PROMISE_BROKEN} for. */
    public static boolean areKept(List<SloReport> slos) {
        return slos.stream().allMatch(SloReport::kept);
    }

    private static SloReport report(Slo slo, String target, Double value, Gap whyNotKnown) {
        if (value == null || !Double.isFinite(value)) {
            return unknown(slo, target, whyNotKnown == null ? new Gap.NoFigure(slo.figure()) : whyNotKnown);
        }
        double amount = slo.amount(value).number().doubleValue();
        return report(slo, target, amount, slo.isKeptBy(value), null);
    }

    private static SloReport unknown(Slo slo, String target, Gap reason) {
        return report(slo, target, null, false, reason);
    }

    private static SloReport report(Slo slo, String target, Double amount, boolean kept, Gap reason) {
        return new SloReport(
                target,
                slo.key(),
                slo.figure().unit(),
                slo.condition(),
                slo.limit().number().doubleValue(),
                amount,
                kept,
                reason);
    }
}
