package weighbridge.capacity;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.function.Function;
import org.HdrHistogram.Histogram;
import weighbridge.record.Latencies;
import weighbridge.record.Latencies.Slice;

/** The calls of several slices taken together. */
public final class Answers {
    private final Histogram actual;
    private final Histogram planned;
    private final Histogram lag;
    private final Histogram dryLag;
    private final Histogram failed;

    /** Of these slices. */
    public Answers(List<Slice> slices) {
        actual = sum(slices, Slice::actual);
        planned = sum(slices, Slice::planned);
        lag = sum(slices, Slice::lag);
        dryLag = sum(slices, Slice::dryLag);
        failed = sum(slices, Slice::failed);
    }

    private static Histogram sum(List<Slice> slices, Function<Slice, Histogram> kind) {
        Histogram sum = Latencies.histogram();
        slices.forEach(slice -> sum.add(kind.apply(slice)));
        return sum;
    }

    /** From the actual start of each call that succeeded, µs. */
    Histogram actual() {
        return actual;
    }

    /** From its planned start, µs. */
    Histogram planned() {
        return planned;
    }

    /** Of calls for which a user was free, µs. */
    Histogram lag() {
        return lag;
    }

    /** Of all calls, µs. */
    Histogram anyLag() {
        Histogram any = lag.copy();
        any.add(dryLag);
        return any;
    }

    /** How many calls ended. */
    public long calls() {
        return actual.getTotalCount() + failed.getTotalCount();
    }

    /** How many of them did not succeed. */
    long failed() {
        return failed.getTotalCount();
    }

    /**
     * How many calls succeeded but took longer than a limit, from their planned start, or from their actual one in a closed
     * load. Those that a histogram cannot tell from the limit, by less than 0.1 %, are as long as it.
     *
     * @param millis the limit
     * @param orAsLong whether those that took as long count too
     */
    long slower(BigDecimal millis, boolean orAsLong) {
        return slower(planned.getTotalCount() > 0 ? planned : actual, millis, orAsLong);
    }

    /** The same from their actual start, of any load. */
    long slowerFromStart(BigDecimal millis, boolean orAsLong) {
        return slower(actual, millis, orAsLong);
    }

    private static long slower(Histogram latencies, BigDecimal millis, boolean orAsLong) {
        BigDecimal micros = millis.movePointRight(3);
        long within = orAsLong
                ? latencies.lowestEquivalentValue(
                                micros.setScale(0, RoundingMode.CEILING).longValueExact())
                        - 1
                : micros.setScale(0, RoundingMode.FLOOR).longValueExact();
        return latencies.getTotalCount() - (within < 0 ? 0 : latencies.getCountBetweenValues(0, within));
    }

    /** Sum of all latencies from the actual start, s. */
    double totalSeconds() {
        return seconds(actual) + seconds(failed);
    }

    static double seconds(Histogram micros) {
        return micros.getTotalCount() == 0 ? 0 : micros.getMean() * micros.getTotalCount() / 1e6;
    }
}
