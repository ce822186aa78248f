package weighbridge.analysis;

import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import weighbridge.analysis.BurstTrace.CauseTrace;

/** The calls of a burst in the order of their starts, in arrays, so that a million is no burden. */
final class BurstCalls {
    /** Stands for no cause, since it succeeded. */
    static final int SUCCEEDED = -1;

    private final int firstMillis;
    private final int[] startMillis;
    private final int[] latencyMillis;
    private final int[] cause;
    private final List<CauseTrace> causes;

    /** Of these calls, at least one. */
    BurstCalls(JudgedCalls calls) {
        int[] order = inOrder(calls);
        this.firstMillis = calls.startMillis(order[0]);
        this.startMillis = new int[order.length];
        this.latencyMillis = new int[order.length];
        this.cause = new int[order.length];
        Map<Met, Integer> counts = new HashMap<>();
        for (int place = 0; place < order.length; place++) {
            int call = order[place];
            startMillis[place] = calls.startMillis(call) - firstMillis;
            latencyMillis[place] = calls.latencyMillis(call);
            if (!calls.succeeded(call)) {
                counts.merge(Met.of(calls, call), 1, Integer::sum);
            }
        }
        List<Met> met = counts.keySet().stream()
                .sorted(Comparator.<Met, Integer>comparing(counts::get)
                        .reversed()
                        .thenComparing(one -> one.cause().label())
                        .thenComparing(Met::status))
                .toList();
        this.causes = met.stream()
                .map(one -> new CauseTrace(one.cause().label(), one.status(), counts.get(one)))
                .toList();
        for (int place = 0; place < order.length; place++) {
            int call = order[place];
            cause[place] = calls.succeeded(call) ? SUCCEEDED : met.indexOf(Met.of(calls, call)); // there are few
        }
    }

    /** Why a call failed, with the status that came. */
    private record Met(Cause cause, int status) {
        static Met of(JudgedCalls calls, int call) {
            return new Met(calls.cause(call), calls.status(call));
        }
    }

    /** By start and, of the same, in the order of the log. */
    private static int[] inOrder(JudgedCalls calls) {
        long[] keys = new long[calls.size()];
        for (int call = 0; call < keys.length; call++) {
            keys[call] = (long) calls.startMillis(call) << Integer.SIZE | call;
        }
        Arrays.sort(keys);
        int[] order = new int[keys.length];
        for (int place = 0; place < order.length; place++) {
            order[place] = (int) keys[place];
        }
        return order;
    }

    int size() {
        return startMillis.length;
    }

    /** Start of the first call, ms as the log has it. */
    int firstMillis() {
        return firstMillis;
    }

    /** Start of a call, ms after the first one. */
    int startMillis(int call) {
        return startMillis[call];
    }

    /** End of a call, ms after the start of the first one. */
    int endMillis(int call) {
        return startMillis[call] + latencyMillis[call];
    }

    /** End of the last call, ms after the start of the first one. */
    int lastMillis() {
        int last = 0;
        for (int call = 0; call < size(); call++) {
            last = Math.max(last, endMillis(call));
        }
        return last;
    }

    int latencyMillis(int call) {
        return latencyMillis[call];
    }

    /** Latencies of all calls that succeeded, or of all that failed. */
    int[] latenciesMillis(boolean succeeded) {
        return Arrays.stream(calls(succeeded)).map(call -> latencyMillis[call]).toArray();
    }

    /** All calls that succeeded, or all that failed. */
    int[] calls(boolean succeeded) {
        int[] found = new int[size()];
        int count = 0;
        for (int call = 0; call < size(); call++) {
            if (cause[call] == SUCCEEDED == succeeded) {
                found[count++] = call;
            }
        }
        return Arrays.copyOf(found, count);
    }

    /** Which of the causes; {@value #SUCCEEDED} of a call that succeeded. */
    int cause(int call) {
        return cause[call];
    }

    /** The most frequent first. */
    List<CauseTrace> causes() {
        return causes;
    }
}
