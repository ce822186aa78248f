package weighbridge.engine;

import java.util.ArrayList;
import java.util.List;
import org.HdrHistogram.Recorder;
import weighbridge.record.Latencies.Slice;

/** How long the calls of a load step took and how late they started, slice by slice. Calls end on many threads. */
final class StepLatencies {
    private static final int DIGITS = 3;
    private static final long NANOS_PER_MICRO = 1000;

    private final Recorder actual = new Recorder(DIGITS);
    private final Recorder planned = new Recorder(DIGITS);
    private final Recorder lag = new Recorder(DIGITS);
    private final Recorder dryLag = new Recorder(DIGITS);
    private final Recorder failed = new Recorder(DIGITS);
    private final List<Slice> slices = new ArrayList<>();

    /** A call that succeeded. @param nanos from its actual start */
    void succeeded(long nanos) {
        actual.recordValue(micros(nanos));
    }

    /** The same of an open load. @param nanos from its planned start */
    void succeededFromPlan(long nanos) {
        planned.recordValue(micros(nanos));
    }

    /** A call that failed. */
    void failed(long nanos) {
        failed.recordValue(micros(nanos));
    }

    /** A call that started so late. @param dry whether for want of a user */
    void started(long lateNanos, boolean dry) {
        (dry ? dryLag : lag).recordValue(micros(lateNanos));
    }

    /** Rounded up: a latency of 0 is none. */
    private static long micros(long nanos) {
        return Math.max(0, (nanos + NANOS_PER_MICRO - 1) / NANOS_PER_MICRO);
    }

    /** The calls that ended since the slice before. */
    void slice(long fromMillis, long toMillis) {
        slices.add(new Slice(
                fromMillis,
                toMillis,
                actual.getIntervalHistogram(),
                planned.getIntervalHistogram(),
                lag.getIntervalHistogram(),
                dryLag.getIntervalHistogram(),
                failed.getIntervalHistogram()));
    }

    /** All so far. */
    List<Slice> slices() {
        return slices;
    }
}
