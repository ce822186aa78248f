package weighbridge.render;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.DoubleFunction;
import java.util.stream.Collectors;
import weighbridge.render.IndexPage.Place;

/** Draws a trend. The foot of the picture is 0, so that a small difference looks small. */
final class TrendLine {
    private static final double WIDTH = 240;
    private static final double HEIGHT = 48;
    private static final double MARGIN = 5;

    private TrendLine() {}

    static IndexPage.Line of(String label, Trend trend, DoubleFunction<String> shown) {
        List<Place> places = new ArrayList<>();
        List<Place> doubtful = new ArrayList<>();
        for (int index = 0; index < trend.points().size(); index++) {
            Place place = place(index, trend);
            places.add(place);
            if (!trend.points().get(index).reliable()) {
                doubtful.add(place);
            }
        }
        return new IndexPage.Line(
                label,
                shown.apply(trend.last()),
                title(label, trend, doubtful.size(), shown),
                places.stream().map(place -> place.x() + "," + place.y()).collect(Collectors.joining(" ")),
                places.get(0),
                places.get(places.size() - 1),
                doubtful);
    }

    private static Place place(int index, Trend trend) {
        int last = trend.points().size() - 1;
        double across = last == 0 ? 1 : (double) index / last;
        double greatest = trend.greatest();
        double up = greatest <= 0 ? 0 : Math.max(0, trend.points().get(index).value()) / greatest;
        return new Place(
                coordinate(MARGIN + across * (WIDTH - 2 * MARGIN)),
                coordinate(HEIGHT - MARGIN - up * (HEIGHT - 2 * MARGIN)));
    }

    private static String title(String label, Trend trend, int doubtful, DoubleFunction<String> shown) {
        int runs = trend.points().size();
        String words = label + " in " + (runs == 1 ? "1 run" : runs + " runs, oldest to newest") + ": "
                + shown.apply(trend.least()) + " to " + shown.apply(trend.greatest()) + ", last "
                + shown.apply(trend.last());
        return doubtful == 0 ? words : words + "; not valid: " + doubtful;
    }

    private static String coordinate(double value) {
        return String.format(Locale.ROOT, "%.1f", value);
    }
}
