package weighbridge.analysis;

import java.util.List;

/**
 * The calls of one burst at one target.
 *
 * @param kind {@code cold} or {@code measured}
 * @param fromMillis start of the first call
 * @param toMillis end of the last one
 * @param calls how many
 * @param timeoutMillis of a call
 * @param causes why calls failed, the most frequent first; empty where none did
 * @param rates calls that ended, by stretches of time
 * @param inFlight calls in flight, as a step function: each value holds until the next one; of more changes than can be
 *     shown the least and the greatest of each stretch
 * @param dots single calls
 * @param ok how long those took that succeeded; null where none did
 * @param ko how long those took that failed; null where none did
 */
public record BurstTrace(
        String kind,
        long fromMillis,
        long toMillis,
        int calls,
        long timeoutMillis,
        List<CauseTrace> causes,
        Rates rates,
        Track<Integer> inFlight,
        Dots dots,
        LatencyTrace ok,
        LatencyTrace ko) {

    /** Copies the list. */
    public BurstTrace {
        causes = List.copyOf(causes);
    }

    /**
     * Calls that failed for one cause.
     *
     * @param label such as response-timeout
     * @param status the HTTP status that came; -1 where none did in time
     * @param calls how many
     */
    public record CauseTrace(String label, int status, int calls) {}

    /**
     * How many calls ended in each of equal stretches of time that follow one another from {@code fromMillis} on.
     *
     * @param binMillis length of a stretch
     * @param ok calls that succeeded in each
     * @param ko calls that failed in each, for each of the causes
     */
    public record Rates(int binMillis, List<Integer> ok, List<List<Integer>> ko) {
        /** Copies the lists. */
        public Rates {
            ok = List.copyOf(ok);
            ko = ko.stream().map(List::copyOf).toList();
        }
    }

    /**
     * Single calls, in the order of their starts. Where there are more than can be shown, those that started one after the
     * other are taken together in equal parts, and of each part the calls at the quartiles of latency stand for all: its
     * fastest, its slowest and the three between; those that failed apart from those that succeeded.
     *
     * @param of how many calls there are
     * @param atMillis start of each that is shown, ms after the burst's {@code fromMillis}
     * @param latencyMillis how long it took
     * @param cause index into the causes; -1 = it succeeded
     */
    public record Dots(int of, List<Integer> atMillis, List<Integer> latencyMillis, List<Integer> cause) {
        /** Copies the lists. */
        public Dots {
            atMillis = List.copyOf(atMillis);
            latencyMillis = List.copyOf(latencyMillis);
            cause = List.copyOf(cause);
        }
    }
}
