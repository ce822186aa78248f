package weighbridge.analysis;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import weighbridge.figure.Figure;
import weighbridge.figure.Promise;

/** Holds promises against what was measured. A promise that cannot be shown to be kept is not kept. */
public final class PromiseAnalysis {
    private PromiseAnalysis() {}

    /**
     * Each promise at each target that it is of: in the order of the promises, and for each in that of the targets.
     *
     * @param values figures by the name of each target of the run, in its order; a figure that is missing, null or not finite
     *     is not known
     * @param whyNotKnown by name of the target, why none of its figures is known that is missing; where a name is missing,
     *     that depends on the figure
     */
    public static List<PromiseReport> of(
            List<Promise> promises, Map<String, Map<Figure, Double>> values, Map<String, String> whyNotKnown) {
        List<PromiseReport> reports = new ArrayList<>();
        for (Promise promise : promises) {
            if (promise.target() != null && !values.containsKey(promise.target())) {
                reports.add(unknown(promise, promise.target(), "it is not in the run"));
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

    private static PromiseReport report(Promise promise, String target, Double value, String whyNotKnown) {
        if (value == null || !Double.isFinite(value)) {
            return unknown(promise, target, whyNotKnown == null ? usualReason(promise.figure()) : whyNotKnown);
        }
        double amount = promise.amount(value).number().doubleValue();
        return report(promise, target, amount, promise.isKeptBy(value), null);
    }

    private static PromiseReport unknown(Promise promise, String target, String reason) {
        return report(promise, target, null, false, reason);
    }

    private static PromiseReport report(Promise promise, String target, Double amount, boolean kept, String reason) {
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

    /** Of a target that was measured. */
    private static String usualReason(Figure figure) {
        return switch (figure) {
            case P99_MILLIS -> "no p99 below " + LatencySummary.MIN_COUNT_P99 + " successful calls";
            case P50_MILLIS, P75_MILLIS, P95_MILLIS, MAX_MILLIS -> "no call succeeded";
            case SECONDS_PER_CALL, SUCCESS_RATIO -> "no call was measured";
            case CPU_SECONDS_PER_1000_CALLS -> "its processor time could not be read, or not finely enough";
            case IDLE_RSS_BYTES, WARM_RSS_BYTES, PEAK_RSS_BYTES, AFTER_RSS_BYTES, SETTLED_RSS_BYTES, DELTA_RSS_BYTES ->
                "it could not be weighed";
            case RETAINED_BYTES -> "its live heap could not be read";
            case STARTUP_MILLIS -> "it ran already";
        };
    }
}
