package weighbridge.analysis;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import weighbridge.analysis.MemoryReport.Weight;
import weighbridge.capacity.Latency;
import weighbridge.figure.Figure;

/** From what single rounds say of a target to its figures over all of them. */
final class FigureAnalysis {
    private FigureAnalysis() {}

    /** Each figure by its key, of one target. @param rounds what each round says of it; null where it was not in one */
    static Map<String, FigureReport> of(List<TargetReport> rounds) {
        Map<String, FigureReport> figures = new LinkedHashMap<>();
        for (Figure figure : Figure.values()) {
            figures.put(
                    figure.key(),
                    FigureReport.of(
                            rounds.stream().map(report -> value(figure, report)).toList()));
        }
        return figures;
    }

    /** Null where the report has none. Of a target that was not measured to the end only what was before the load counts. */
    static Double value(Figure figure, TargetReport report) {
        if (report == null) {
            return null;
        }
        boolean beforeLoad = figure == Figure.STARTUP_MILLIS || figure == Figure.IDLE_RSS_BYTES;
        return report.measured() || beforeLoad ? number(figure, report) : null;
    }

    /** The same where it can be held against other rounds and other targets. */
    static Double comparable(Figure figure, TargetReport report) {
        return report != null && figure.isComparable(report.successRatio()) ? value(figure, report) : null;
    }

    private static Double number(Figure figure, TargetReport report) {
        MemoryReport memory = report.memory();
        Number number = switch (figure) {
            case SECONDS_PER_CALL -> report.secondsPerCall();
            case P50_MILLIS -> latency(report, LatencySummary::p50, Latency::p50);
            case P75_MILLIS -> latency(report, LatencySummary::p75, Latency::p75);
            case P95_MILLIS -> latency(report, LatencySummary::p95, Latency::p95);
            case P99_MILLIS -> latency(report, LatencySummary::p99, Latency::p99);
            case MAX_MILLIS -> latency(report, LatencySummary::max, Latency::max);
            case SUCCESS_RATIO -> report.successRatio();
            case CPU_SECONDS_PER_1000_CALLS -> report.cpuSecondsPer1000Calls();
            case IDLE_RSS_BYTES -> rss(memory.idle());
            case WARM_RSS_BYTES -> rss(memory.warm());
            case PEAK_RSS_BYTES -> memory.peakRssBytes();
            case AFTER_RSS_BYTES -> rss(memory.after());
            case SETTLED_RSS_BYTES -> rss(memory.settled());
            case DELTA_RSS_BYTES -> memory.deltaRssBytes();
            case RETAINED_BYTES ->
                memory.liveHeap() == null ? null : memory.liveHeap().retainedBytes();
            case STARTUP_MILLIS -> report.startupMillis();
        };
        return number == null ? null : number.doubleValue();
    }

    /** Of an open load from the planned start: what somebody waited who wanted an answer then. */
    private static Number latency(
            TargetReport report, Function<LatencySummary, Number> logged, Function<Latency, Number> planned) {
        if (report.load() != null && report.load().offeredCallsPerSecond() != null) {
            Latency latency = report.load().plannedLatencyMillis();
            return latency == null ? null : planned.apply(latency);
        }
        LatencySummary ok = report.latencyMillis().ok();
        return ok == null ? null : logged.apply(ok);
    }

    private static Long rss(Weight weight) {
        return weight == null ? null : weight.rssBytes();
    }
}
