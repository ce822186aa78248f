package weighbridge.capacity;

import java.util.List;
import org.HdrHistogram.Histogram;
import weighbridge.recording.Latencies.Slice;

/** Whether the slices of a load agree with each other, so that the next one says the same again. */
public final class Warmth {
    /** Why a load that warms is ended. */
    public static final String STEADY = "steady";

    /** So many slices are held against as many before them. */
    private static final int SLICES = 3;

    /** A fresh JVM seems steady for a moment before it compiles what it runs most. */
    private static final int LEAST = 2 * SLICES;

    /** By this part of the greater one the middle medians of the two may differ. */
    private static final double MAX_DIFFERENCE = 0.1;

    /** Less than this, µs, is no difference: as much as a timer of the system is late by. */
    private static final double RESOLUTION_MICROS = 50;

    private Warmth() {}

    /**
     * Whether the last {@value #SLICES} slices have about the same median latency from the actual start as the {@value #SLICES}
     * before them, and as many calls: by the slice in the middle of each, for one that a busy machine stretched says nothing.
     */
    public static boolean reached(List<Slice> slices) {
        int size = slices.size();
        if (size < LEAST) {
            return false;
        }
        List<Slice> before = slices.subList(size - 2 * SLICES, size - SLICES);
        List<Slice> now = slices.subList(size - SLICES, size);
        double callsNow = middle(now.stream().mapToDouble(Warmth::rate).toArray());
        return callsNow > 0
                && alike(middle(before.stream().mapToDouble(Warmth::rate).toArray()), callsNow, 0)
                && alike(
                        middle(before.stream().mapToDouble(Warmth::median).toArray()),
                        middle(now.stream().mapToDouble(Warmth::median).toArray()),
                        RESOLUTION_MICROS);
    }

    private static boolean alike(double before, double now, double resolution) {
        return Math.abs(now - before) <= Math.max(resolution, MAX_DIFFERENCE * Math.max(before, now));
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
        java.util.Arrays.sort(values);
        return values[SLICES / 2];
    }
}
