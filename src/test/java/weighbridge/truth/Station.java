package weighbridge.truth;

import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.TimeUnit;
import weighbridge.truth.TruthSettings.Service;

/**
 * So many servers, of which each serves one call at a time and takes equally long for each, and one queue without bound
 * before them, first come first served (in Kendall's words G/D/c). So it carries servers ÷ service time and no more.
 *
 * <p>As all services take equally long, the servers become free in the order in which they began: call n has the server
 * of call n − c, and begins when it comes or when that one ends, whatever is later. Ends are therefore planned when a call
 * comes, from planned ends, and nothing that is done late makes another late.
 */
final class Station {
    private final int servers;
    private final long serviceNanos;
    private final Queue<Long> ends = new ArrayDeque<>();

    Station(Service service) {
        servers = service.servers();
        serviceNanos = TimeUnit.MICROSECONDS.toNanos(service.micros());
    }

    /** When the service of a call ends that comes now, in ns of the clock that the calls before came by. */
    long endOf(long arrival) {
        long begin = arrival;
        if (ends.size() == servers) {
            long free = ends.remove();
            begin += Math.max(0, free - arrival);
        }
        ends.add(begin + serviceNanos);
        return begin + serviceNanos;
    }
}
