package weighbridge.engine;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * The CPU time of several servers, read again and again. It never falls, so whatever somebody else has read lies between the
 * reading that had ended before and the one that began after, however busy the machine was.
 *
 * @param processes of each server, which stay the same all the time
 */
record CpuWatch(Map<String, List<Path>> processes, List<Look> looks) {
    /** The wall clock may be set a little faster or slower than that of a run. */
    private static final int CLOCKS_APART_MILLIS = 100;

    CpuWatch(Map<String, List<Path>> processes) {
        this(processes, new ArrayList<>());
    }

    /** @param from ms since 1970 */
    private record Look(long from, long to, Map<String, Double> seconds) {}

    /** Reads them once more. */
    void look() throws IOException {
        long from = System.currentTimeMillis();
        Map<String, Double> seconds = new TreeMap<>();
        for (Map.Entry<String, List<Path>> server : processes.entrySet()) {
            seconds.put(server.getKey(), KernelSums.cpuSeconds(server.getValue()));
        }
        looks.add(new Look(from, System.currentTimeMillis(), seconds));
    }

    /** What a server had used at the last look before this time, ms since 1970. */
    double before(long millis, String name) {
        List<Look> before = those(look -> look.to <= millis - CLOCKS_APART_MILLIS);
        return before.get(before.size() - 1).seconds.get(name);
    }

    /** What a server had used at the first look after this time. */
    double after(long millis, String name) {
        return those(look -> look.from >= millis + CLOCKS_APART_MILLIS)
                .get(0)
                .seconds
                .get(name);
    }

    private List<Look> those(Predicate<Look> wanted) {
        return looks.stream().filter(wanted).toList();
    }
}
