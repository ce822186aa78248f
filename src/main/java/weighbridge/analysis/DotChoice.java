package weighbridge.analysis;

import java.util.Arrays;
import java.util.List;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;
import weighbridge.analysis.BurstTrace.Dots;

/** Which calls of a burst are shown singly: all or, of too many, the quartiles of equal parts. */
final class DotChoice {
    private static final int[] QUARTILES = {0, 25, 50, 75, 100};
    private static final int MOST_OF_ALL = 20_000;
    private static final int MOST = 2_000;
    private static final int LEAST = 200;

    private DotChoice() {}

    /** How many dots each of so many bursts may have, so that a page with all of them can still be passed on. */
    static int most(int bursts) {
        return Math.max(LEAST, Math.min(MOST, MOST_OF_ALL / Math.max(1, bursts)));
    }

    /** At most so many dots, of which there have to be ten at least. */
    static Dots of(BurstCalls calls, int most) {
        int[] chosen = calls.size() <= most
                ? IntStream.range(0, calls.size()).toArray()
                : chosen(calls, most / QUARTILES.length);
        return new Dots(
                calls.size(),
                list(chosen, calls::startMillis),
                list(chosen, calls::latencyMillis),
                list(chosen, calls::cause));
    }

    /** Each outcome has its share of the parts, and at least one of them. */
    private static int[] chosen(BurstCalls calls, int parts) {
        int[] ok = calls.calls(true);
        int[] ko = calls.calls(false);
        int share = (int) ((long) parts * ko.length / calls.size());
        int koParts = ko.length == 0 ? 0 : Math.max(1, share);
        return IntStream.concat(quartiles(calls, ok, parts - koParts), quartiles(calls, ko, koParts))
                .sorted()
                .toArray();
    }

    private static IntStream quartiles(BurstCalls calls, int[] of, int parts) {
        return IntStream.range(0, parts).flatMap(part -> {
            int begin = (int) ((long) part * of.length / parts);
            int end = (int) ((long) (part + 1) * of.length / parts);
            return quartiles(calls, Arrays.copyOfRange(of, begin, end));
        });
    }

    /** By latency and, of the same, by start. A part of fewer than five calls has them all. */
    private static IntStream quartiles(BurstCalls calls, int[] part) {
        if (part.length == 0) {
            return IntStream.empty();
        }
        long[] keys = Arrays.stream(part)
                .mapToLong(call -> (long) calls.latencyMillis(call) << Integer.SIZE | call)
                .sorted()
                .toArray();
        return Arrays.stream(QUARTILES)
                .map(percent -> LatencySummary.rank(percent, keys.length))
                .distinct()
                .map(rank -> (int) keys[rank - 1]);
    }

    private static List<Integer> list(int[] calls, IntUnaryOperator of) {
        return Arrays.stream(calls).map(of).boxed().toList();
    }
}
