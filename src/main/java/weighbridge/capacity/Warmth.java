package weighbridge.capacity;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.HdrHistogram.Histogram;
import weighbridge.record.Latencies.Slice;

/** Whether the slices of a load agree with each other, so that the next one says the same again. */
public final class Warmth {
    /** Fewer calls a second have nothing compiled. */
    private static final double IDLE_CALLS_PER_SECOND = 20;

    /** So many slices are held against as many before them. */
    private static final int SLICES = 3;

    /** A fresh JVM seems steady for a moment before it compiles what it runs most. */
    private static final int LEAST = 2 * SLICES;

    /** By this part of the greater one the middle medians of the two may differ. */
    private static final double MAX_DIFFERENCE = 0.1;

    /** Less than this, µs, is no difference: as much as a timer of the system is late by. */
    private static final double RESOLUTION_MICROS = 50;

    /** By this part of its processor time a call may get cheaper. */
    private static final double MOST_SAVED = 0.15;

    /** And by as much as makes this part of a processor in all: what a server does beside its calls differs by more. */
    private static final double MOST_SAVED_CORES = 0.02;

    private Warmth() {}

    /**
     * Whether the last {@value #SLICES} slices have about the same median latency from the actual start as the {@value #SLICES}
     * before them, and as many calls, and take no less processor time for a call: by the slice in the middle of each, for one that a
     * busy machine stretched says nothing. A server that cannot keep up is not warm, however steadily it does not.
     *
     * @param cpuSeconds that the server used in each slice; empty where that is not known
     * @throws IllegalArgumentException where there are neither none nor as many of them
     */
    public static boolean reached(List<Slice> slices, List<Double> cpuSeconds) {
        if (!cpuSeconds.isEmpty() && cpuSeconds.size() != slices.size()) {
            throw new IllegalArgumentException(cpuSeconds.size() + " processor times of " + slices.size() + " slices");
        }
        int size = slices.size();
        if (size < LEAST) {
            return false;
        }
        List<Slice> before = slices.subList(size - 2 * SLICES, size - SLICES);
        List<Slice> now = slices.subList(size - SLICES, size);
        double callsNow = middle(now.stream().mapToDouble(Warmth::rate).toArray());
        double waited = middle(now.stream()
                .mapToDouble(slice -> slice.dryLag().getTotalCount())
                .toArray());
        return callsNow > 0
                && waited == 0
                && !savesCpu(slices, cpuSeconds)
                && alike(middle(before.stream().mapToDouble(Warmth::rate).toArray()), callsNow, 0)
                && alike(
                        middle(before.stream().mapToDouble(Warmth::median).toArray()),
                        middle(now.stream().mapToDouble(Warmth::median).toArray()),
                        RESOLUTION_MICROS);
    }

    /** Whether the last {@value #SLICES} slices have hardly any calls: their server waits, and does not work. */
    public static boolean isIdle(List<Slice> slices) {
        return slices.size() >= SLICES
                && slices.subList(slices.size() - SLICES, slices.size()).stream()
                        .allMatch(slice -> rate(slice) < IDLE_CALLS_PER_SECOND);
    }

    private static boolean alike(double before, double now, double resolution) {
        return Math.abs(now - before) <= Math.max(resolution, MAX_DIFFERENCE * Math.max(before, now));
    }

    private static boolean savesCpu(List<Slice> slices, List<Double> cpuSeconds) {
        if (cpuSeconds.isEmpty()) {
            return false;
        }
        int end = slices.size();
        double before = middleOfCall(slices, cpuSeconds, end - 2 * SLICES);
        double saved = before - middleOfCall(slices, cpuSeconds, end - SLICES);
        double callsPerSecond = middle(slices.subList(end - SLICES, end).stream()
                .mapToDouble(Warmth::rate)
                .toArray());
        return saved > MOST_SAVED * before && saved * callsPerSecond > MOST_SAVED_CORES;
    }

    private static double middleOfCall(List<Slice> slices, List<Double> cpuSeconds, int from) {
        return middle(IntStream.range(from, from + SLICES)
                .mapToDouble(index -> cpuSeconds.get(index)
                        / Math.max(1, slices.get(index).actual().getTotalCount()))
                .toArray());
    }

    private static double rate(Slice slice) {
        return slice.actual().getTotalCount() / slice.seconds();
    }

    private static double median(Slice slice) {
        Histogram latencies = slice.actual();
        return latencies.getTotalCount() == 0 ? 0 : latencies.getValueAtPercentile(50);
    }

    /** The one in the middle: {@value #SLICES} is odd. */
    private static double middle(double[] values) {
        Arrays.sort(values);
        return values[SLICES / 2];
    }
}
