package weighbridge.render;

import java.util.List;

/**
 * One figure of one target over its runs.
 *
 * @param points the oldest first; at least one
 */
record Trend(List<Point> points) {
    /**
     * One run.
     *
     * @param value of its figure
     * @param reliable whether the run was valid
     */
    record Point(double value, boolean reliable) {}

    /** Copies the list. */
    Trend {
        points = List.copyOf(points);
    }

    double last() {
        return points.get(points.size() - 1).value();
    }

    double least() {
        return points.stream().mapToDouble(Point::value).min().orElseThrow();
    }

    double greatest() {
        return points.stream().mapToDouble(Point::value).max().orElseThrow();
    }
}
