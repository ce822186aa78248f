package weighbridge.analysis;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import weighbridge.figure.Figure;
import weighbridge.figure.Promise;
import weighbridge.workload.Settings;

/** Holds promises against what was measured. A promise that cannot be shown to be kept is not kept. */
public final class PromiseAnalysis {
    private PromiseAnalysis() {}

    /**
     * Each promise of a run at each target that it is of. Of several rounds the median counts, and only where every round has a figure: the
     * median of those that went well would flatter.
     */
    static List<PromiseReport> of(Settings settings, List<TargetReport> targets) {
        Map<String, Map<Figure, Double>> values = new LinkedHashMap<>();
        Map<String, Gap> whyNotKnown = new LinkedHashMap<>();
        for (TargetReport target : targets) {
            Map<Figure, Double> known = new EnumMap<>(Figure.class);
            for (Figure figure : Figure.values()) {
                FigureReport over = target.figure(figure);
                if (over.count() == settings.rounds()) {
                    known.put(figure, over.median());
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
        return of(settings.slo(), values, whyNotKnown);
    }

    /**
     * Each promise at each target that it is of: in the order of the promises, and for each in that of the targets.
     *
     * @param values figures by the name of each target of the run, in its order; a figure that is missing, null or not finite
     *     is not known
     * @param whyNotKnown by name of the target, why none of its figures is known that is missing; where a name is missing,
     *     that depends on the figure
     */
    public static List<PromiseReport> of(
            List<Promise> promises, Map<String, Map<Figure, Double>> values, Map<String, Gap> whyNotKnown) {
        List<PromiseReport> reports = new ArrayList<>();
        for (Promise promise : promises) {
            if (promise.target() != null && !values.containsKey(promise.target())) {
                reports.add(unknown(promise, promise.target(), new Gap.NotInRun()));
            }
            values.forEach((target, figures) -> {
                if (promise.isOf(target)) {
                    reports.add(report(promise, target, figures.get(promise.figure()), whyNotKnown.get(target)));
                }
            });
        }
        return List.copyOf(reports);
    }

    /** Whether all of them are, so that there is nothing to end with {@link ExitStatus#PROMISE_BROKEN} for. */
    public static boolean areKept(List<PromiseReport> promises) {
        return promises.stream().allMatch(PromiseReport::kept);
    }

    private static PromiseReport report(Promise promise, String target, Double value, Gap whyNotKnown) {
        if (value == null || !Double.isFinite(value)) {
            return unknown(promise, target, whyNotKnown == null ? new Gap.NoFigure(promise.figure()) : whyNotKnown);
        }
        double amount = promise.amount(value).number().doubleValue();
        return report(promise, target, amount, promise.isKeptBy(value), null);
    }

    private static PromiseReport unknown(Promise promise, String target, Gap reason) {
        return report(promise, target, null, false, reason);
    }

    private static PromiseReport report(Promise promise, String target, Double amount, boolean kept, Gap reason) {
        return new PromiseReport(
                target,
                promise.key(),
                promise.figure().unit(),
                promise.condition(),
                promise.limit().number().doubleValue(),
                amount,
                kept,
                reason);
    }
}
