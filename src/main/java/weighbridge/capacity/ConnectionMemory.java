package weighbridge.capacity;

import java.util.List;
import java.util.Optional;
import org.hipparchus.distribution.continuous.TDistribution;

/**
 * What an open, idle connection costs: the slope of resident memory over the number of connections, by least squares (Draper
 * and Smith, Applied Regression Analysis, 1.4).
 *
 * @param bytesPerConnection the slope; negative where noise is greater than it
 * @param standardError of the slope, bytes
 * @param points what it was fitted to
 */
public record ConnectionMemory(double bytesPerConnection, double standardError, List<Point> points) {
    private static final double UPPER_END = 0.975;

    /** With two points a line has no error: nothing would tell noise from a slope. */
    private static final int LEAST_POINTS = 3;

    /** Copies the list. */
    public ConnectionMemory {
        points = List.copyOf(points);
    }

    /**
     * One weighing.
     *
     * @param connections open ones that the kernel counted
     * @param rssBytes of the process tree after a garbage collection
     */
    public record Point(int connections, long rssBytes) {}

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

    /**
     * Whether the slope is significantly above 0: its 95 % confidence interval, by Student's t with two degrees of freedom less
     * than there are weighings. One step of a heap may be greater than what small connections cost.
     */
    public boolean told() {
        int freedom = points.size() - 2;
        return freedom > 0
                && bytesPerConnection
                        > standardError * new TDistribution(freedom).inverseCumulativeProbability(UPPER_END);
    }
}
