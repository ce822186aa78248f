package weighbridge.capacity;

import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.HdrHistogram.Histogram;
import weighbridge.record.Latencies.Slice;

/** Whether the slices of a load agree with each other, so that the next one says the same again. */
public final class Warmth {
    /** Fewer calls a second have nothing compiled. */
    private static final double IDLE_CALLS_PER_SECOND = 20;

    /** So many slices are compared with as many before them: a fresh JVM seems steady for a moment before it compiles. */
    private static final int SLICES = 3;

    /** The medians of the two may differ by this share of the greater one. */
    private static final double MAX_DIFFERENCE = 0.1;

    /** Less than this, µs, is no difference: timers of the system are late by as much. */
    private static final double RESOLUTION_MICROS = 50;

    /** A call may get cheaper by this share of its CPU time. */
    private static final double MOST_SAVED = 0.15;

    /** And by this part of a core in all: what a server does beside its calls differs by more. */
    private static final double MOST_SAVED_CORES = 0.02;

    /** Compilers at work for less than this share of the time change nothing that shows. */
    private static final double MOST_COMPILING = 0.1;

    private Warmth() {}

    /**
     * Whether the last {@value #SLICES} slices have about the same median latency from the actual start as the {@value #SLICES}
     * before them, and as many calls, and take no less CPU time for a call. The middle slice of each counts, for a busy machine
     * may have stretched one. A server that cannot keep up is not warm.
     *
     * @param cpuSeconds that the server used in each slice; empty where that is not known
     * @throws IllegalArgumentException where there are neither none nor as many of them
     */
    public static boolean reached(List<Slice> slices, List<Double> cpuSeconds) {
        if (!cpuSeconds.isEmpty() && cpuSeconds.size() != slices.size()) {
            throw new IllegalArgumentException(cpuSeconds.size() + " CPU times of " + slices.size() + " slices");
        }
        int now = slices.size() - SLICES;
        int before = now - SLICES;
        if (before < 0) {
            return false;
        }
        double rate = middle(slices, now, Warmth::rate);
        return rate > 0
                && middle(slices, now, slice -> slice.dryLag().getTotalCount()) == 0
                && !savesCpu(slices, cpuSeconds, rate)
                && alike(middle(slices, before, Warmth::rate), rate, 0)
                && alike(
                        middle(slices, before, Warmth::median), middle(slices, now, Warmth::median), RESOLUTION_MICROS);
    }

    /**
     * The same, so many slices taken together each time: a server that has a quarter of a core compiles four times as long.
     *
     * @param together 1 or more
     */
    public static boolean reached(List<Slice> slices, List<Double> cpuSeconds, int together) {
        if (together == 1) {
            return reached(slices, cpuSeconds);
        }
        int groups = Math.min(2 * SLICES, slices.size() / together);
        int first = slices.size() - groups * together;
        List<Integer> starts = IntStream.range(0, groups)
                .mapToObj(group -> first + group * together)
                .toList();
        List<Slice> merged = starts.stream()
                .map(from -> merged(slices.subList(from, from + together)))
                .toList();
        List<Double> cpu = cpuSeconds.isEmpty()
                ? cpuSeconds
                : starts.stream()
                        .map(from -> cpuSeconds.subList(from, from + together).stream()
                                .mapToDouble(seconds -> seconds)
                                .sum())
                        .toList();
        return reached(merged, cpu);
    }

    private static Slice merged(List<Slice> slices) {
        return new Slice(
                slices.get(0).fromMillis(),
                slices.get(slices.size() - 1).toMillis(),
                Answers.sum(slices, Slice::actual),
                Answers.sum(slices, Slice::planned),
                Answers.sum(slices, Slice::lag),
                Answers.sum(slices, Slice::dryLag),
                Answers.sum(slices, Slice::failed));
    }

    /**
     * Whether compilers were at rest in the last {@value #SLICES} slices. Calls may seem steady while they still work: in the one
     * core of a server they get a third of it, and what they have compiled is cheaper only later.
     *
     * @param compilerSeconds how long they had been at work at the end of each slice; all the same where there are none
     * @param together as of {@link #reached}
     */
    public static boolean isCompiled(List<Slice> slices, List<Double> compilerSeconds, int together) {
        if (compilerSeconds.size() != slices.size()) {
            throw new IllegalArgumentException(compilerSeconds.size() + " times of " + slices.size() + " slices");
        }
        int last = slices.size() - 1;
        int first = last - SLICES * together;
        if (first < 0) {
            return false;
        }
        double compiling = compilerSeconds.get(last) - compilerSeconds.get(first);
        double seconds = slices.subList(first + 1, last + 1).stream()
                .mapToDouble(Slice::seconds)
                .sum();
        return compiling <= MOST_COMPILING * seconds / together;
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

    private static boolean savesCpu(List<Slice> slices, List<Double> cpuSeconds, double callsPerSecond) {
        if (cpuSeconds.isEmpty()) {
            return false;
        }
        List<Double> ofCalls = IntStream.range(0, slices.size())
                .mapToObj(index -> cpuSeconds.get(index)
                        / Math.max(1, slices.get(index).actual().getTotalCount()))
                .toList();
        double before = middle(ofCalls, slices.size() - 2 * SLICES, cpu -> cpu);
        double saved = before - middle(ofCalls, slices.size() - SLICES, cpu -> cpu);
        return saved > MOST_SAVED * before && saved * callsPerSecond > MOST_SAVED_CORES;
    }

    private static double rate(Slice slice) {
        return slice.actual().getTotalCount() / slice.seconds();
    }

    private static double median(Slice slice) {
        Histogram latencies = slice.actual();
        return latencies.getTotalCount() == 0 ? 0 : latencies.getValueAtPercentile(50);
    }

    /** The one in the middle of so many from there on: {@value #SLICES} is odd. */
    private static <T> double middle(List<T> all, int from, ToDoubleFunction<T> figure) {
        return all.subList(from, from + SLICES).stream()
                .mapToDouble(figure)
                .sorted()
                .toArray()[SLICES / 2];
    }
}
