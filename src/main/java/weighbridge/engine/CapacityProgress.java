package weighbridge.engine;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import weighbridge.capacity.Bracket;
import weighbridge.capacity.CapacityFinding.Reason;
import weighbridge.capacity.Latency;
import weighbridge.capacity.Overload;
import weighbridge.capacity.ProbeReport;
import weighbridge.capacity.StepVerdict;
import weighbridge.render.CapacityFindingWords;

/** What a user reads of each load step while a capacity is looked for. */
final class CapacityProgress {
    private CapacityProgress() {}

    /** One line. @param state how far it has come; may be empty @param left about how long the rest takes */
    static String line(String target, ProbeReport report, String state, Duration left) {
        return target + ": " + rate(report.offered()) + " calls/s " + verdict(report.verdict()) + p99(report)
                + why(report)
                + (state.isEmpty() ? "" : "; " + state)
                + String.format(Locale.ROOT, "; about %d:%02d left for it", left.toMinutes(), left.toSecondsPart());
    }

    /** What comes after a capacity is confirmed. */
    static String overload(String target, double share) {
        return target + ": " + String.format(Locale.ROOT, "%.1f", share) + " times its capacity for "
                + Overload.LENGTH.toSeconds() + " s";
    }

    /** Both ends. */
    static String bracket(Bracket bracket) {
        return rate(bracket.low()) + " to " + rate(bracket.high()) + " calls/s";
    }

    private static String rate(Double callsPerSecond) {
        return callsPerSecond == null ? "?" : String.format(Locale.ROOT, "%,.0f", callsPerSecond);
    }

    private static String verdict(StepVerdict verdict) {
        return switch (verdict) {
            case KEPT -> "sustained";
            case BROKEN -> "not sustained";
            case UNJUDGED -> "not judged";
            case INCONCLUSIVE -> "inconclusive, the generator was overloaded";
        };
    }

    private static String p99(ProbeReport report) {
        Latency latency = report.load().plannedLatencyMillis();
        return latency == null || latency.p99() == null
                ? ""
                : String.format(Locale.ROOT, ", p99 %.1f ms", latency.p99());
    }

    /** What broke first, and where that was inconclusive why. */
    private static String why(ProbeReport report) {
        List<Reason> reasons = report.reasons();
        if (reasons.isEmpty()) {
            return "";
        }
        String last = report.verdict() == StepVerdict.INCONCLUSIVE
                ? "; " + CapacityFindingWords.of(reasons.get(reasons.size() - 1))
                : "";
        return " (" + CapacityFindingWords.of(reasons.get(0)) + last + ")";
    }
}
