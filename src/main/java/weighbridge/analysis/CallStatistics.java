package weighbridge.analysis;

import java.util.Comparator;
import java.util.IntSummaryStatistics;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.IntPredicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import weighbridge.analysis.BurstReport.Failure;
import weighbridge.analysis.BurstReport.LatencyMillis;

/** What the calls of one target say. */
record CallStatistics(JudgedCalls calls) implements MeasuredCalls {
    @Override
    public int size() {
        return calls.size();
    }

    /** Calls by status, the expected ones first, then rising; {@value JudgedCalls#NO_STATUS} for those without any in time. */
    @Override
    public Map<Integer, Integer> counter() {
        Map<Integer, Integer> byStatus = new TreeMap<>();
        for (int call = 0; call < calls.size(); call++) {
            byStatus.merge(calls.status(call), 1, Integer::sum);
        }
        Map<Integer, Integer> counter = new LinkedHashMap<>();
        for (int expected : calls.expectedStatuses()) {
            if (byStatus.containsKey(expected)) {
                counter.put(expected, byStatus.remove(expected));
            }
        }
        counter.putAll(byStatus);
        return counter;
    }

    @Override
    public List<Failure> failures() {
        Map<Cause, List<Integer>> byCause =
                indexes().filter(call -> !calls.succeeded(call)).boxed().collect(Collectors.groupingBy(calls::cause));
        return byCause.entrySet().stream()
                .map(same -> new Failure(
                        same.getKey(),
                        same.getValue().size(),
                        calls.message(same.getValue().get(0))))
                .sorted(Comparator.comparing(Failure::calls)
                        .reversed()
                        .thenComparing(failure -> failure.cause().label()))
                .toList();
    }

    /** Calls that succeeded. */
    @Override
    public int succeeded() {
        return count(calls::succeeded);
    }

    /** Calls that succeeded after more than this. */
    @Override
    public int succeededAfter(int millis) {
        return count(call -> calls.succeeded(call) && calls.latencyMillis(call) > millis);
    }

    /** Calls that succeeded within less than this. */
    @Override
    public int fasterThan(int millis) {
        return count(call -> calls.succeeded(call) && calls.latencyMillis(call) < millis);
    }

    /** From the first start to the last, ms. */
    @Override
    public int startSpreadMillis() {
        IntSummaryStatistics starts = indexes().map(calls::startMillis).summaryStatistics();
        return starts.getMax() - starts.getMin();
    }

    /** From the first start to the last end, s. Under 1 ms it is told as the log's resolution of 1 ms. */
    @Override
    public double windowSeconds() {
        int first = indexes().map(calls::startMillis).min().orElseThrow();
        int last = indexes().map(calls::endMillis).max().orElseThrow();
        return Math.max(1, last - first) / 1000.0;
    }

    @Override
    public LatencyMillis latencies() {
        return new LatencyMillis(LatencySummary.of(latencies(true)), LatencySummary.of(latencies(false)));
    }

    /**
     * Most calls in flight at once. A call is in flight from the millisecond of its start up to but without that of its
     * end, and in its own millisecond where it took less than one.
     */
    @Override
    public int peakInFlight() {
        int[] starts = indexes().map(calls::startMillis).sorted().toArray();
        long[] ends = indexes()
                .mapToLong(call -> InFlight.goneMillis(calls.startMillis(call), calls.endMillis(call)))
                .sorted()
                .toArray();
        int peak = 0;
        int ended = 0;
        for (int started = 0; started < starts.length; started++) {
            while (ends[ended] <= starts[started]) {
                ended++;
            }
            peak = Math.max(peak, started + 1 - ended);
        }
        return peak;
    }

    private int[] latencies(boolean ok) {
        return indexes()
                .filter(call -> calls.succeeded(call) == ok)
                .map(calls::latencyMillis)
                .toArray();
    }

    private int count(IntPredicate which) {
        return (int) indexes().filter(which).count();
    }

    private IntStream indexes() {
        return IntStream.range(0, calls.size());
    }
}
