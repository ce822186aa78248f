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
    private final List<Slice> slices;
    private final Histogram actual;
    private final Histogram planned;
    private final Histogram failed;

    /** Of these slices. */
    public Answers(List<Slice> slices) {
        this.slices = slices;
        actual = sum(Slice::actual);
        planned = sum(Slice::planned);
        failed = sum(Slice::failed);
    }

    private Histogram sum(Function<Slice, Histogram> kind) {
        return sum(slices, kind);
    }

    /** What these slices have of one kind, taken together. */
    public static Histogram sum(List<Slice> slices, Function<Slice, Histogram> kind) {
        Histogram sum = Latencies.histogram();
        slices.forEach(slice -> sum.add(kind.apply(slice)));
        return sum;
    }

    /** From the actual start of each call that succeeded, µs. */
    public Histogram actual() {
        return actual;
    }

    /** From its planned start, µs. */
    Histogram planned() {
        return planned;
    }

    /** Scheduling delay of calls for which a user was free, µs. */
    Histogram lag() {
        return sum(Slice::lag);
    }

    /** Scheduling delay of all calls, µs. */
    Histogram anyLag() {
        Histogram any = lag();
        any.add(sum(Slice::dryLag));
        return any;
    }

    /** How many calls ended. */
    public long calls() {
        return actual.getTotalCount() + failed.getTotalCount();
    }

    /** How many of them did not succeed. */
    public long failed() {
        return failed.getTotalCount();
    }

    /** Part of the time of all calls that those took that failed. */
    public double failedShareOfTime() {
        double all = totalSeconds();
        return all == 0 ? 0 : seconds(failed) / all;
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
        long limit = micros.setScale(0, orAsLong ? RoundingMode.CEILING : RoundingMode.FLOOR)
                .longValueExact();
        long within = orAsLong ? latencies.lowestEquivalentValue(limit) - 1 : limit;
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
