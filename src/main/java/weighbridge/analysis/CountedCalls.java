package weighbridge.analysis;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.HdrHistogram.Histogram;
import weighbridge.analysis.BurstReport.Failure;
import weighbridge.analysis.BurstReport.LatencyMillis;
import weighbridge.capacity.Answers;
import weighbridge.record.CallCounts.FailedCalls;
import weighbridge.record.Latencies.Slice;
import weighbridge.record.ProbeRecord;

/**
 * The calls of a load over time, however few of them are in the log.
 *
 * @param probe that load, with counts
 * @param slices latencies of its calls
 * @param expectedStatuses of a right answer to each of the target's requests
 */
record CountedCalls(ProbeRecord probe, List<Slice> slices, List<Integer> expectedStatuses) implements MeasuredCalls {
    private static final long MICROS_PER_MILLI = 1000;
    private static final double MILLIS_PER_SECOND = 1000;

    @Override
    public int size() {
        return whole(probe.calls().all());
    }

    @Override
    public Map<Integer, Integer> counter() {
        Map<Integer, Long> expected = new LinkedHashMap<>();
        for (int request = 0; request < expectedStatuses.size(); request++) {
            add(
                    expected,
                    expectedStatuses.get(request),
                    probe.calls().succeeded().get(request));
        }
        Map<Integer, Long> others = new TreeMap<>();
        for (FailedCalls failed : probe.calls().failed()) {
            int status = status(failed);
            add(expected.containsKey(status) ? expected : others, status, failed.calls());
        }
        expected.putAll(others);
        Map<Integer, Integer> counter = new LinkedHashMap<>();
        expected.forEach((status, calls) -> {
            if (calls > 0) {
                counter.put(status, whole(calls));
            }
        });
        return counter;
    }

    private static void add(Map<Integer, Long> counter, int status, long calls) {
        counter.merge(status, calls, Long::sum);
    }

    private int status(FailedCalls failed) {
        return cause(failed).status(expectedStatuses.get(failed.request()));
    }

    private static Cause cause(FailedCalls failed) {
        return failed.message().isEmpty() ? Cause.Known.LATE : Cause.of(failed.message());
    }

    @Override
    public List<Failure> failures() {
        Map<Cause, Failure> byCause = new LinkedHashMap<>();
        for (FailedCalls failed : probe.calls().failed()) {
            Cause cause = cause(failed);
            String message = failed.message().isEmpty() ? "answered after the timeout" : failed.message();
            byCause.merge(
                    cause,
                    new Failure(cause, whole(failed.calls()), message),
                    (first, more) -> new Failure(cause, first.calls() + more.calls(), first.message()));
        }
        List<Failure> failures = new ArrayList<>(byCause.values());
        failures.sort(Comparator.comparing(Failure::calls)
                .reversed()
                .thenComparing(failure -> failure.cause().label()));
        return List.copyOf(failures);
    }

    @Override
    public int succeeded() {
        return whole(probe.succeeded());
    }

    @Override
    public int succeededAfter(int millis) {
        Histogram took = sum(Slice::actual);
        long from = millis * MICROS_PER_MILLI + 1;
        return took.getMaxValue() < from ? 0 : whole(took.getCountBetweenValues(from, took.getMaxValue()));
    }

    @Override
    public int fasterThan(int millis) {
        return whole(sum(Slice::actual).getCountBetweenValues(0, millis * MICROS_PER_MILLI - 1));
    }

    /** Of the calls of an open load, whose first one starts as planned; of a closed load how long its users called. */
    @Override
    public int startSpreadMillis() {
        double intervalMillis = probe.callsPerSecond() == null ? 0 : MILLIS_PER_SECOND / probe.callsPerSecond();
        return (int) Math.max(0, Math.round(probe.startMillis() - intervalMillis));
    }

    @Override
    public double windowSeconds() {
        return Math.max(1, probe.millis()) / MILLIS_PER_SECOND;
    }

    @Override
    public LatencyMillis latencies() {
        return new LatencyMillis(LatencySummary.of(sum(Slice::actual)), LatencySummary.of(sum(Slice::failed)));
    }

    @Override
    public int peakInFlight() {
        return probe.calls().mostInFlight();
    }

    private Histogram sum(Function<Slice, Histogram> of) {
        return Answers.sum(slices, of);
    }

    private static int whole(long calls) {
        return (int) Math.min(Integer.MAX_VALUE, calls);
    }
}
