package weighbridge.process;

import com.sun.management.GarbageCollectionNotificationInfo;
import com.sun.management.GcInfo;
import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import javax.management.ListenerNotFoundException;
import javax.management.Notification;
import javax.management.NotificationEmitter;
import javax.management.NotificationListener;
import javax.management.openmbean.CompositeData;

/** Listens to the collectors of this JVM. A notification comes a moment after its collection, on a thread of the JVM. */
final class GcPauses implements AutoCloseable {
    private static final long PATIENCE_NANOS = 200_000_000;

    private final List<GarbageCollectorMXBean> collectors = ManagementFactory.getGarbageCollectorMXBeans().stream()
            .filter(collector -> stopsTheJvm(collector.getName()))
            .filter(NotificationEmitter.class::isInstance)
            .toList();
    private final NotificationListener listener = (notification, handback) -> collected(notification);
    private final Map<String, Long> delivered = new HashMap<>(counts());
    private final Set<Window> open = new HashSet<>();

    GcPauses() {
        collectors.forEach(
                collector -> ((NotificationEmitter) collector).addNotificationListener(listener, null, null));
    }

    /**
     * Most collectors stop the JVM while they work. Those that do not have two names each, such as "ZGC Cycles", which
     * run beside the program, and "ZGC Pauses". G1's "G1 Concurrent GC" (since JDK 20) counts pauses in spite of its
     * name: remark and cleanup.
     */
    static boolean stopsTheJvm(String collector) {
        return !collector.endsWith(" Cycles");
    }

    /** How many collections each has done; their notifications carry the same numbers. */
    private Map<String, Long> counts() {
        Map<String, Long> counts = new HashMap<>();
        collectors.forEach(collector -> counts.put(collector.getName(), collector.getCollectionCount()));
        return counts;
    }

    private synchronized void collected(Notification notification) {
        if (notification.getType().equals(GarbageCollectionNotificationInfo.GARBAGE_COLLECTION_NOTIFICATION)) {
            GarbageCollectionNotificationInfo info =
                    GarbageCollectionNotificationInfo.from((CompositeData) notification.getUserData());
            GcInfo pause = info.getGcInfo();
            open.forEach(window -> window.add(info.getGcName(), pause.getId(), pause.getDuration()));
            delivered.merge(info.getGcName(), pause.getId(), Math::max);
            notifyAll();
        }
    }

    synchronized Window open() {
        Window window = new Window(counts());
        open.add(window);
        return window;
    }

    /** Waits for what has happened and was not yet told; not for long, since a collector may forget to tell. */
    private synchronized void end(Window window) {
        Map<String, Long> until = counts();
        long deadline = System.nanoTime() + PATIENCE_NANOS;
        try {
            while (until.entrySet().stream().anyMatch(count -> delivered.get(count.getKey()) < count.getValue())
                    && deadline - System.nanoTime() > 0) {
                TimeUnit.NANOSECONDS.timedWait(this, deadline - System.nanoTime());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        open.remove(window);
    }

    @Override
    public void close() {
        for (GarbageCollectorMXBean collector : collectors) {
            try {
                ((NotificationEmitter) collector).removeNotificationListener(listener);
            } catch (ListenerNotFoundException e) {
                continue; // closed before
            }
        }
    }

    /** Sums of the collections of one stretch of time. */
    final class Window {
        private final Map<String, Long> before;
        private int count;
        private long totalMillis;
        private long longestMillis;

        private Window(Map<String, Long> before) {
            this.before = before;
        }

        private void add(String collector, long id, long millis) {
            if (id > before.getOrDefault(collector, 0L)) {
                count++;
                totalMillis += millis;
                longestMillis = Math.max(longestMillis, millis);
            }
        }

        void close() {
            end(this);
        }

        int count() {
            return count;
        }

        long totalMillis() {
            return totalMillis;
        }

        long longestMillis() {
            return longestMillis;
        }
    }
}
