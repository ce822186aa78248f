package weighbridge.compare;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import weighbridge.analysis.FigureReport;
import weighbridge.analysis.LatencySummary;
import weighbridge.analysis.MemoryReport;
import weighbridge.analysis.MemoryReport.Weight;
import weighbridge.analysis.TargetReport;
import weighbridge.figure.Figure;

/** The figures of a run that had one round only. */
final class OneRound {
    private final Map<Figure, FigureReport> figures = new EnumMap<>(Figure.class);

    private OneRound() {}

    static Map<Figure, FigureReport> figures(TargetReport target) {
        OneRound round = new OneRound();
        // A burst with failures lasts as long as its timeouts, and its percentiles are those of the calls that were
        // lucky.
        if (target.successRatio() != null && target.successRatio() == 1) {
            round.put(Figure.SECONDS_PER_CALL, target.secondsPerCall());
            round.putLatencies(target.latencyMillis().ok());
        }
        round.put(Figure.SUCCESS_RATIO, target.successRatio());
        round.put(Figure.CPU_SECONDS_PER_1000_CALLS, target.cpuSecondsPer1000Calls());
        round.putMemory(target.memory());
        round.put(Figure.STARTUP_MILLIS, target.startupMillis());
        return round.figures;
    }

    private void putLatencies(LatencySummary latency) {
        put(Figure.P50_MILLIS, latency.p50());
        put(Figure.P75_MILLIS, latency.p75());
        put(Figure.P95_MILLIS, latency.p95());
        put(Figure.P99_MILLIS, latency.p99());
        put(Figure.MAX_MILLIS, latency.max());
    }

    private void putMemory(MemoryReport memory) {
        put(Figure.IDLE_RSS_BYTES, rss(memory.idle()));
        put(Figure.WARM_RSS_BYTES, rss(memory.warm()));
        put(Figure.PEAK_RSS_BYTES, memory.peakRssBytes());
        put(Figure.AFTER_RSS_BYTES, rss(memory.after()));
        put(Figure.SETTLED_RSS_BYTES, rss(memory.settled()));
        put(Figure.DELTA_RSS_BYTES, memory.deltaRssBytes());
        put(
                Figure.RETAINED_BYTES,
                memory.liveHeap() == null ? null : memory.liveHeap().retainedBytes());
    }

    private static Long rss(Weight weight) {
        return weight == null ? null : weight.rssBytes();
    }

    private void put(Figure figure, Number number) {
        Double value = number == null ? null : number.doubleValue();
        figures.put(
                figure, new FigureReport(Arrays.asList(value), value == null ? 0 : 1, value, null, null, value, value));
    }
}
