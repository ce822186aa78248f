package weighbridge.analysis;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import weighbridge.analysis.MemoryReport.Weight;
import weighbridge.capacity.Latency;
import weighbridge.capacity.LoadReport;
import weighbridge.figure.Figure;
import weighbridge.figure.Trait;
import weighbridge.record.GroupMemory;
import weighbridge.record.Reading.Column;

/**
 * Where the figures of a target come from in one round.
 *
 * @param burst the measured calls
 * @param memory of its process tree
 * @param window what the system says of the time of the burst
 * @param load what came of a steady load; null of a burst
 * @param startupMillis null where it is not known
 * @param usage what was read of its process tree
 */
record FigureAnalysis(
        BurstReport burst, MemoryReport memory, WindowReport window, LoadReport load, Long startupMillis, Usage usage) {

    /** Each figure of this round. @param measured whether the target was; otherwise only what was before the load counts */
    Map<Figure, FigureReport> figures(boolean measured) {
        Map<Figure, FigureReport> figures = new EnumMap<>(Figure.class);
        for (Figure figure : Figure.values()) {
            Number number = measured || figure.is(Trait.BEFORE_LOAD) ? number(figure) : null;
            figures.put(figure, FigureReport.ofOne(number == null ? null : number.doubleValue()));
        }
        return figures;
    }

    private Number number(Figure figure) {
        return switch (figure) {
            case SECONDS_PER_CALL -> burst.secondsPerCall();
            case P50_MILLIS -> latency(LatencySummary::p50, Latency::p50);
            case P75_MILLIS -> latency(LatencySummary::p75, Latency::p75);
            case P95_MILLIS -> latency(LatencySummary::p95, Latency::p95);
            case P99_MILLIS -> latency(LatencySummary::p99, Latency::p99);
            case MAX_MILLIS -> latency(LatencySummary::max, Latency::max);
            case SUCCESS_RATIO -> burst.successRatio();
            case CPU_SECONDS_PER_1000_CALLS -> window.cpuSecondsPer1000Calls();
            case IDLE_RSS_BYTES -> rss(memory.idle());
            case WARM_RSS_BYTES -> rss(memory.warm());
            case PEAK_RSS_BYTES -> memory.peakRssBytes();
            case OVERALL_PEAK_RSS_BYTES -> memory.overallPeakRssBytes();
            case AFTER_RSS_BYTES -> rss(memory.after());
            case SETTLED_RSS_BYTES -> rss(memory.settled());
            case DELTA_RSS_BYTES -> memory.deltaRssBytes();
            case RETAINED_BYTES ->
                memory.liveHeap() == null ? null : memory.liveHeap().retainedBytes();
            case GROUP_PEAK_BYTES -> group(GroupMemory::peakBytes);
            case GROUP_ANON_BYTES -> group(GroupMemory::anonBytes);
            case GROUP_FILE_BYTES -> group(GroupMemory::fileBytes);
            case GROUP_SOCK_BYTES -> group(GroupMemory::sockBytes);
            case GROUP_KERNEL_BYTES -> group(GroupMemory::kernelBytes);
            case STARTUP_MILLIS -> startupMillis;
            case IDLE_FILES -> usage.idle(Column.OPEN_FILES);
            case PEAK_FILES -> usage.peak(Column.OPEN_FILES);
            case IDLE_THREADS -> usage.idle(Column.THREADS);
            case PEAK_THREADS -> usage.peak(Column.THREADS);
        };
    }

    private Number group(Function<GroupMemory, Long> of) {
        return memory.group() == null ? null : of.apply(memory.group());
    }

    /**
     * Of an open load from the planned start: what somebody waited who wanted an answer then. Of any load over time from the
     * histogram, which tells µs; the log has whole ms.
     */
    private Number latency(Function<LatencySummary, Number> logged, Function<Latency, Number> counted) {
        if (load != null) {
            Latency latency = load.offeredCallsPerSecond() == null ? load.latencyMillis() : load.plannedLatencyMillis();
            return latency == null ? null : counted.apply(latency);
        }
        LatencySummary ok = burst.latencyMillis().ok();
        return ok == null ? null : logged.apply(ok);
    }

    private static Long rss(Weight weight) {
        return weight == null ? null : weight.rssBytes();
    }

    /**
     * A figure of one round that can be held against other rounds and other targets; null where there is none.
     *
     * @param byPss whether memory goes by PSS, for all alike: see {@link #goByPss}
     */
    static Double comparable(Figure figure, TargetReport round, boolean byPss) {
        return round != null && figure.isComparable(round.burst().successRatio()) ? round.value(figure, byPss) : null;
    }

    /** Whether RSS counts many pages of a target more than once in any of these: then no RSS can be held against another. */
    static boolean goByPss(List<List<TargetReport>> rounds) {
        return rounds.stream()
                .flatMap(List::stream)
                .anyMatch(target -> target.memory() != null && target.memory().isRepeated());
    }

    /** Each figure over these rounds. @param rounds what each says of the target; null where it was not in one */
    static Map<Figure, FigureReport> over(List<TargetReport> rounds) {
        Map<Figure, FigureReport> figures = new EnumMap<>(Figure.class);
        for (Figure figure : Figure.values()) {
            figures.put(
                    figure,
                    FigureReport.of(rounds.stream()
                            .map(round ->
                                    round == null ? null : round.figure(figure).median())
                            .toList()));
        }
        return figures;
    }
}
