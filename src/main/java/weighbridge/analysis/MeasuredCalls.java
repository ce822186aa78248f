package weighbridge.analysis;

import java.util.List;
import java.util.Map;
import weighbridge.analysis.BurstReport.Failure;
import weighbridge.analysis.BurstReport.LatencyMillis;

/** The measured calls of one target: those of a burst by the log, or those of a load over time by its counts. */
sealed interface MeasuredCalls permits CallStatistics, CountedCalls {
    /** How many. */
    int size();

    /** Calls by status, the expected ones first, then rising; {@value JudgedCalls#NO_STATUS} for those without any in time. */
    Map<Integer, Integer> counter();

    /** Those that failed by cause, the most frequent first. */
    List<Failure> failures();

    /** Calls that succeeded. */
    int succeeded();

    /** Calls that succeeded after more than this. */
    int succeededAfter(int millis);

    /** Calls that succeeded within less than this. */
    int fasterThan(int millis);

    /** From the first start to the last, ms. */
    int startSpreadMillis();

    /** From the first start to the last end of the calls, s. */
    double windowSeconds();

    /** How long they took. */
    LatencyMillis latencies();

    /** Most calls in flight at once. */
    int peakInFlight();

    /** Calls that did not succeed. */
    default int failed() {
        return size() - succeeded();
    }

    /** Calls that were answered in time, whatever the answer. */
    default int answered() {
        return size() - counter().getOrDefault(JudgedCalls.NO_STATUS, 0);
    }

    /** All that they say. */
    default BurstReport report() {
        if (size() == 0) {
            return BurstReport.NONE;
        }
        double windowSeconds = windowSeconds();
        return new BurstReport(
                size(),
                counter(),
                failures(),
                (double) succeeded() / size(),
                windowSeconds,
                windowSeconds / size(),
                peakInFlight(),
                startSpreadMillis(),
                latencies());
    }
}
