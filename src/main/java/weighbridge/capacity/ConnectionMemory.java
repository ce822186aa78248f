package weighbridge.capacity;

import java.util.List;

/**
 * What an open, idle connection costs: the slope of resident memory over the number of connections, by least squares.
 *
 * @param bytesPerConnection the slope; negative where noise is greater than it
 * @param standardError of the slope, bytes
 * @param points what it was fitted to
 */
public record ConnectionMemory(double bytesPerConnection, double standardError, List<Point> points) {
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
}
