package weighbridge.capacity;

import java.util.List;
import org.hipparchus.distribution.continuous.TDistribution;

/**
 * What an open, idle connection costs: the slope of resident memory over the number of connections, by least squares.
 *
 * @param bytesPerConnection the slope; negative where noise is greater than it
 * @param standardError of the slope, bytes
 * @param points what it was fitted to
 */
public record ConnectionMemory(double bytesPerConnection, double standardError, List<Point> points) {
    private static final double UPPER_END = 0.975;

    /** Copies the list. */
    public ConnectionMemory {
        points = List.copyOf(points);
    }

    /**
     * Whether the slope is told from none: 0 is below its 95 % confidence interval, by Student's t with two degrees of freedom less than
     * there are weighings. One step of a heap may be greater than what small connections cost.
     */
    public boolean told() {
        int freedom = points.size() - 2;
        return freedom > 0
                && bytesPerConnection
                        > standardError * new TDistribution(freedom).inverseCumulativeProbability(UPPER_END);
    }

    /**
     * One weighing.
     *
     * @param connections open ones that the kernel counted
     * @param rssBytes of the process tree after a garbage collection
     */
    public record Point(int connections, long rssBytes) {}
}
