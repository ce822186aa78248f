package weighbridge.record;

import org.HdrHistogram.Histogram;

/** A slice of calls with latencies of one's own, ms. */
public final class MadeUpSlice {
    /** Wall clock at which made-up loads start, ms since 1970. */
    public static final long START = 1_795_428_930_123L;

    private final long fromMillis;
    private final long toMillis;
    private final Histogram actual = Latencies.histogram();
    private final Histogram planned = Latencies.histogram();
    private final Histogram lag = Latencies.histogram();
    private final Histogram dryLag = Latencies.histogram();
    private final Histogram failed = Latencies.histogram();

    private MadeUpSlice(long fromMillis, long toMillis) {
        this.fromMillis = fromMillis;
        this.toMillis = toMillis;
    }

    /** From one moment to another, ms after {@link #START}. */
    public static MadeUpSlice of(long fromMillis, long toMillis) {
        return new MadeUpSlice(START + fromMillis, START + toMillis);
    }

    /** Calls of an open load that started as planned. */
    public MadeUpSlice calls(long count, double millis) {
        return late(count, 0, millis);
    }

    /** Calls of an open load that started so much late though a user was free; their latency from the actual start. */
    public MadeUpSlice late(long count, double lateMillis, double millis) {
        record(actual, count, millis);
        record(planned, count, lateMillis + millis);
        record(lag, count, lateMillis);
        return this;
    }

    /** The same of calls for which no user was free. */
    public MadeUpSlice dry(long count, double lateMillis, double millis) {
        record(actual, count, millis);
        record(planned, count, lateMillis + millis);
        record(dryLag, count, lateMillis);
        return this;
    }

    /** Calls of an open load that did not succeed. */
    public MadeUpSlice failed(long count, double millis) {
        record(failed, count, millis);
        record(lag, count, 0);
        return this;
    }

    /** Calls of a closed load. */
    public MadeUpSlice closed(long count, double millis) {
        record(actual, count, millis);
        return this;
    }

    public Latencies.Slice get() {
        return new Latencies.Slice(fromMillis, toMillis, actual, planned, lag, dryLag, failed);
    }

    private static void record(Histogram histogram, long count, double millis) {
        if (count > 0) {
            histogram.recordValueWithCount(Math.round(millis * 1000), count);
        }
    }
}
