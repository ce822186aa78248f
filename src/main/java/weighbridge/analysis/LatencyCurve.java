package weighbridge.analysis;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** From the latencies of single calls, ms, to the points of their distribution that are shown. */
final class LatencyCurve {
    private static final int MOST_POINTS = 500;
    private static final int MOST_BINS = 60;

    private final int[] sorted;
    /** Where in {@code sorted} each latency stands first. */
    private final int[] firsts;

    private LatencyCurve(int[] sorted) {
        this.sorted = sorted;
        int[] found = new int[sorted.length];
        int count = 0;
        for (int index = 0; index < sorted.length; index++) {
            if (index == 0 || sorted[index] != sorted[index - 1]) {
                found[count++] = index;
            }
        }
        this.firsts = Arrays.copyOf(found, count);
    }

    /** Of these latencies; sorts the array. Null where there are none. */
    static LatencyTrace of(int[] latenciesMillis) {
        if (latenciesMillis.length == 0) {
            return null;
        }
        Arrays.sort(latenciesMillis);
        return new LatencyCurve(latenciesMillis).trace();
    }

    private LatencyTrace trace() {
        int[] points = points();
        List<Integer> calls = new ArrayList<>(points.length);
        List<Integer> atLeastMillis = new ArrayList<>(points.length);
        for (int point : points) {
            calls.add(callsFrom(point));
            atLeastMillis.add(sorted[firsts[point]]);
        }
        int greatest = sorted[sorted.length - 1];
        if (calls.get(calls.size() - 1) > 1) {
            // Several took longest: the last of them is the last rank there is.
            calls.add(1);
            atLeastMillis.add(greatest);
        }
        int binMillis = BinWidth.of(greatest, MOST_BINS);
        int[] bins = new int[greatest / binMillis + 1];
        for (int latency : sorted) {
            bins[latency / binMillis]++;
        }
        List<Integer> bars = Arrays.stream(bins).boxed().toList();
        return new LatencyTrace(sorted.length, calls, atLeastMillis, binMillis, bars);
    }

    /** How many calls took at least so long. */
    private int callsFrom(int point) {
        return sorted.length - firsts[point];
    }

    /** Which of the latencies are told: all or, of too many, those closest to equal steps of log(calls). */
    private int[] points() {
        int last = firsts.length - 1;
        if (firsts.length <= MOST_POINTS) {
            return IntStream.rangeClosed(0, last).toArray();
        }
        double fewest = Math.log(callsFrom(last));
        double all = Math.log(sorted.length);
        int[] points = new int[MOST_POINTS];
        int point = 0;
        for (int step = 0; step < MOST_POINTS; step++) {
            double wanted = all + (fewest - all) * step / (MOST_POINTS - 1);
            while (point < last && distance(point + 1, wanted) < distance(point, wanted)) {
                point++;
            }
            points[step] = point;
        }
        return Arrays.stream(points).distinct().toArray();
    }

    private double distance(int point, double wanted) {
        return Math.abs(Math.log(callsFrom(point)) - wanted);
    }
}
