package weighbridge.capacity;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Duration;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import weighbridge.record.EarlyEnd;
import weighbridge.record.Latencies.Slice;
import weighbridge.record.ProbeRecord;

/**
 * What becomes of a server that is asked for more than its capacity.
 *
 * @param share of the capacity that was offered, above 1
 * @param callsPerSecond offered
 * @param goodCallsPerSecond calls answered as fast as the SLO asks for, from the planned start
 * @param failedShare part of the calls that failed
 * @param p99Millis 99th percentile of those that succeeded, from the planned start; null under {@value Latency#MIN_COUNT_P99} calls
 * @param peakRssBytes the kernel's high-water mark meanwhile; null where it is not told
 * @param recoverySeconds from the end of the overload until half of the capacity was answered within the SLO again; null where it
 *     was not, as long as that was looked for
 * @param ended whether the server ended under it
 * @param byGenerator whether the generator was overloaded, so that the other figures may be its own
 */
public record Overload(
        double share,
        double callsPerSecond,
        double goodCallsPerSecond,
        double failedShare,
        Double p99Millis,
        Long peakRssBytes,
        Double recoverySeconds,
        @JsonInclude(JsonInclude.Include.NON_DEFAULT) boolean ended,
        @JsonInclude(JsonInclude.Include.NON_DEFAULT) boolean byGenerator) {
    /** Parts of the capacity that are tried. */
    public static final List<Double> SHARES = List.of(1.2, 2.0);

    /** How long each lasts. */
    public static final Duration LENGTH = Duration.ofSeconds(10);

    /** How long a recovery is looked for. */
    public static final Duration RECOVERY = Duration.ofSeconds(30);

    /** In so many slices in a row the SLO has to be met. */
    private static final int STEADY_SLICES = 3;

    private static final double MILLIS_PER_SECOND = 1000;

    /**
     * What two load steps say.
     *
     * @param capacity calls a second
     * @param after the load at half the capacity that followed; null where none did
     * @param slicesAfter of its calls
     * @param byGenerator whether the generator was overloaded
     */
    public static Overload of(
            double capacity,
            ProbeRecord load,
            List<Slice> slices,
            ProbeRecord after,
            List<Slice> slicesAfter,
            SloJudge judge,
            boolean byGenerator) {
        LoadReport report = LoadAnalysis.of(load, slices);
        Latency latency = report.plannedLatencyMillis();
        OptionalInt recovered = recovered(slicesAfter, judge);
        double endMillis = load.startedAtMillis() + load.plannedMillis();
        return new Overload(
                Math.round(100 * load.callsPerSecond() / capacity) / 100.0,
                load.callsPerSecond(),
                judge.good(slices) / (Math.max(1, Math.min(load.plannedMillis(), load.millis())) / MILLIS_PER_SECOND),
                report.errorRatio(),
                latency == null ? null : latency.p99(),
                load.window() == null ? null : load.window().peakRssBytes(),
                after == null || recovered.isEmpty()
                        ? null
                        : Double.valueOf(Math.max(
                                0,
                                (slicesAfter.get(recovered.getAsInt()).fromMillis() - endMillis) / MILLIS_PER_SECOND)),
                load.stopped() == EarlyEnd.SERVER_ENDED,
                byGenerator);
    }

    /** Whether the SLO is met again. @param slices since the end of the overload */
    public static boolean isRecovered(List<Slice> slices, SloJudge judge) {
        return recovered(slices, judge).isPresent();
    }

    /** The first slice of those in a row. */
    private static OptionalInt recovered(List<Slice> slices, SloJudge judge) {
        return IntStream.rangeClosed(0, slices.size() - STEADY_SLICES)
                .filter(from ->
                        slices.subList(from, from + STEADY_SLICES).stream().allMatch(judge::isMet))
                .findFirst();
    }
}
