package weighbridge.capacity;

import java.util.List;
import java.util.Optional;
import weighbridge.capacity.ConnectionMemory.Point;

/** The straight line of least squares through weighings, and the standard error of its slope (Draper and Smith, Applied Regression Analysis, 1.4). */
public final class ConnectionMemoryFit {
    /** With two points a line has no error: nothing would tell noise from a slope. */
    private static final int LEAST_POINTS = 3;

    private ConnectionMemoryFit() {}

    /** Of these weighings; empty where they are fewer than three or all of one number of connections. */
    public static Optional<ConnectionMemory> of(List<Point> points) {
        int count = points.size();
        if (count < LEAST_POINTS) {
            return Optional.empty();
        }
        double meanX = points.stream().mapToDouble(Point::connections).average().orElseThrow();
        double meanY = points.stream().mapToDouble(Point::rssBytes).average().orElseThrow();
        double sumXX = 0;
        double sumXY = 0;
        for (Point point : points) {
            sumXX += (point.connections() - meanX) * (point.connections() - meanX);
            sumXY += (point.connections() - meanX) * (point.rssBytes() - meanY);
        }
        if (sumXX == 0) {
            return Optional.empty();
        }
        double slope = sumXY / sumXX;
        double squares = 0;
        for (Point point : points) {
            double residual = point.rssBytes() - meanY - slope * (point.connections() - meanX);
            squares += residual * residual;
        }
        return Optional.of(new ConnectionMemory(slope, Math.sqrt(squares / (count - 2) / sumXX), points));
    }
}
