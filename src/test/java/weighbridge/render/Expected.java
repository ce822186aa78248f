package weighbridge.render;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.IntStream;
import weighbridge.analysis.BurstTrace;
import weighbridge.analysis.LatencyTrace;
import weighbridge.analysis.TargetTrace;
import weighbridge.analysis.TargetTrace.MomentTrace;
import weighbridge.analysis.Track;
import weighbridge.render.ChartView.Point;

/** The points that charts must have, computed from the traces. */
final class Expected {
    static final double MIB = 1 << 20;

    private Expected() {}

    /** Resident memory, MiB over s. */
    static List<Point> rss(TargetTrace trace) {
        return track(trace.rssBytes(), MIB);
    }

    /** A track over s, its values divided. */
    static List<Point> track(Track<? extends Number> track, double divisor) {
        return IntStream.range(0, track.values().size())
                .mapToObj(index -> new Point(
                        track.atMillis().get(index) / 1000.0,
                        track.values().get(index).doubleValue() / divisor))
                .toList();
    }

    /** What was weighed, MiB over s; where it is known. */
    static List<Point> moments(TargetTrace trace, Function<MomentTrace, Long> bytes) {
        return trace.moments().stream()
                .filter(moment -> Objects.nonNull(bytes.apply(moment)))
                .map(moment -> new Point(moment.atMillis() / 1000.0, bytes.apply(moment) / MIB))
                .toList();
    }

    /** Calls that failed in each stretch of time, whatever the cause. */
    static List<Integer> failed(BurstTrace burst) {
        return IntStream.range(0, burst.rates().ok().size())
                .mapToObj(bin -> burst.rates().ko().stream()
                        .mapToInt(counts -> counts.get(bin))
                        .sum())
                .toList();
    }

    /** Latencies by rank, over one in how many calls took so long. @param least what smaller ones are drawn at, ms */
    static List<Point> percentiles(LatencyTrace latencies, double least) {
        return IntStream.range(0, latencies.calls().size())
                .mapToObj(rank ->
                        new Point((double) latencies.count() / latencies.calls().get(rank), (double)
                                Math.max(least, latencies.atLeastMillis().get(rank))))
                .toList();
    }

    /** Calls by latency, each count times a factor. */
    static List<Point> histogram(LatencyTrace latencies, double factor) {
        return IntStream.range(0, latencies.bins().size())
                .mapToObj(bin -> new Point(
                        (double) bin * latencies.binMillis(), latencies.bins().get(bin) * factor))
                .toList();
    }

    /** Single calls that succeeded, or that failed. @param least what shorter ones are drawn at, ms */
    static List<Point> dots(BurstTrace burst, boolean ok, double least) {
        List<Point> points = new ArrayList<>();
        for (int dot = 0; dot < burst.dots().atMillis().size(); dot++) {
            if (burst.dots().cause().get(dot) < 0 == ok) {
                points.add(new Point(burst.dots().atMillis().get(dot), (double)
                        Math.max(least, burst.dots().latencyMillis().get(dot))));
            }
        }
        return points;
    }

    /** What a line of steps shows at this time: the last value that is not later. */
    static double stepAt(List<Point> points, double x) {
        Double y = null;
        for (Point point : points) {
            if (point.x() <= x) {
                y = point.y();
            }
        }
        return Objects.requireNonNull(y, "nothing at " + x);
    }
}
