package weighbridge.truth;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What the server did so far; the event loop's thread alone writes it. */
final class Tally {
    private static final int ARRAY_HEADER_BYTES = 16;

    private final Map<Act, Integer> acts = new EnumMap<>(Act.class);
    // The processes themselves: whose input nobody holds any more may find it ended.
    private final List<Process> children = new ArrayList<>();
    private final List<byte[]> kept = new ArrayList<>();
    private final Set<Connection> open = new HashSet<>();
    private final Lateness lateness = new Lateness(System.nanoTime());
    private int connections;
    private int requests;
    private int gone;
    private int spikes;
    private long keptBytes;
    private long allocatedBytes;
    private long burntNanos;

    void connected(Connection connection) {
        connections++;
        open.add(connection);
    }

    /** The connection asked for nothing of the load, at least not this time. */
    void aside(Connection connection, Request request) {
        connections -= request.number() == 1 ? 1 : 0;
        open.remove(connection);
    }

    void ended(Connection connection) {
        open.remove(connection);
    }

    /** The number of the request. */
    int requested() {
        return ++requests;
    }

    void acted(Act act) {
        acts.merge(act, 1, Integer::sum);
    }

    void gone() {
        gone++;
    }

    /** A call is over, one way or the other. */
    void done(long dueNanoTime, long actedNanoTime) {
        lateness.add(dueNanoTime, actedNanoTime);
    }

    void forked(Process child) {
        children.add(child);
    }

    /** Takes so much heap for good, the header of the array counted in (16 bytes with a heap below 32 GB). */
    void keep(int bytes) {
        if (bytes > 0) {
            kept.add(new byte[Math.max(0, bytes - ARRAY_HEADER_BYTES)]);
            keptBytes += bytes;
        }
    }

    void worked(Work.Done done, boolean release) {
        long bytes = done.allocated().stream().mapToLong(chunk -> chunk.length).sum();
        allocatedBytes += bytes;
        if (!release) {
            kept.addAll(done.allocated());
            keptBytes += bytes;
        }
        burntNanos += done.burntNanos();
        spikes += done.spike() ? 1 : 0;
        done.child().ifPresent(this::forked);
    }

    TruthCounts counts() {
        OperatingSystemMXBean system = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        return new TruthCounts(
                ProcessHandle.current().pid(),
                children.stream().map(Process::pid).toList(),
                connections,
                requests,
                of(Act.OK),
                of(Act.STATUS_503),
                of(Act.OTHER_STATUS),
                of(Act.WRONG_BODY),
                of(Act.RESET),
                of(Act.CLOSE),
                of(Act.HANG),
                gone,
                open.size(),
                lateness.lastDueMicros(),
                lateness.lastAnsweredMicros(),
                lateness.medianMicros(),
                lateness.worstMicros(),
                keptBytes,
                allocatedBytes,
                spikes,
                burntNanos / 1e6,
                system.getProcessCpuTime() / 1e6);
    }

    private int of(Act act) {
        return acts.getOrDefault(act, 0);
    }
}
