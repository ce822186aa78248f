package weighbridge.render;

import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.Locale;
import java.util.function.DoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import weighbridge.render.IndexPage.Place;
import weighbridge.render.TargetTrends.Point;

/** Draws a trend. The vertical axis starts at 0, so that a small difference looks small. */
final class TrendLine {
    private static final double WIDTH = 240;
    private static final double HEIGHT = 48;
    private static final double MARGIN = 5;

    private TrendLine() {}

    /** @param points the oldest first; at least one */
    static IndexPage.Line of(String label, List<Point> points, DoubleFunction<String> shown) {
        int last = points.size() - 1;
        DoubleSummaryStatistics values =
                points.stream().mapToDouble(Point::value).summaryStatistics();
        List<Place> places = IntStream.rangeClosed(0, last)
                .mapToObj(index -> place(
                        last == 0 ? 1 : (double) index / last, points.get(index).value(), values.getMax()))
                .toList();
        List<Place> doubtful = IntStream.rangeClosed(0, last)
                .filter(index -> !points.get(index).reliable())
                .mapToObj(places::get)
                .toList();
        String newest = shown.apply(points.get(last).value());
        String title = label + " in " + (last == 0 ? "1 run" : points.size() + " runs, oldest to newest") + ": "
                + shown.apply(values.getMin()) + " to " + shown.apply(values.getMax()) + ", last " + newest
                + (doubtful.isEmpty() ? "" : "; invalid: " + doubtful.size());
        return new IndexPage.Line(
                label,
                newest,
                title,
                places.stream().map(place -> place.x() + "," + place.y()).collect(Collectors.joining(" ")),
                places.get(0),
                places.get(last),
                doubtful);
    }

    private static Place place(double across, double value, double greatest) {
        double up = greatest <= 0 ? 0 : Math.max(0, value) / greatest;
        return new Place(
                coordinate(MARGIN + across * (WIDTH - 2 * MARGIN)),
                coordinate(HEIGHT - MARGIN - up * (HEIGHT - 2 * MARGIN)));
    }

    private static String coordinate(double value) {
        return String.format(Locale.ROOT, "%.1f", value);
    }
}
