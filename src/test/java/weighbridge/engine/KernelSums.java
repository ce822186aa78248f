package weighbridge.engine;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/**
 * What the kernel says of several processes, read with none of Weighbridge's own code (proc(5)).
 *
 * @param pids whose
 * @param rssBytes resident memory, pages that they share counted for each
 * @param pssBytes the same, each page counted once
 * @param peakRssBytes the high-water marks
 * @param cpuSeconds see {@link #cpuSeconds(List)}
 */
record KernelSums(List<Long> pids, long rssBytes, long pssBytes, long peakRssBytes, double cpuSeconds) {
    private static final double TICKS_PER_SECOND = 100;

    /** In {@code stat}, counted from the state, which is the first after the name. */
    private static final int UTIME = 11;

    private static final int CUTIME = 13;

    /** Reads them now. @param processes their folders in {@code /proc} */
    static KernelSums read(List<Path> processes) throws IOException {
        return new KernelSums(
                processes.stream()
                        .map(process -> Long.valueOf(process.getFileName().toString()))
                        .toList(),
                bytes(processes, "smaps_rollup", "Rss"),
                bytes(processes, "smaps_rollup", "Pss"),
                bytes(processes, "status", "VmHWM"),
                cpuSeconds(processes));
    }

    /**
     * User and system time, with that of children that have ended and were waited for. {@code stat} cuts it to whole ticks;
     * the sum over the threads is in ns but misses those that have ended. Neither is too much, so the greater one is nearer:
     * less than two ticks a process are missing.
     */
    static double cpuSeconds(List<Path> processes) throws IOException {
        double seconds = 0;
        for (Path process : processes) {
            String stat = Files.readString(process.resolve("stat"), StandardCharsets.ISO_8859_1);
            String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
            seconds += Math.max(ticks(fields, UTIME) / TICKS_PER_SECOND, threadNanos(process) / 1e9);
            seconds += ticks(fields, CUTIME) / TICKS_PER_SECOND;
        }
        return seconds;
    }

    /** User time, and system time after it. */
    private static long ticks(String[] fields, int user) {
        return Long.parseLong(fields[user]) + Long.parseLong(fields[user + 1]);
    }

    private static long threadNanos(Path process) throws IOException {
        try (Stream<Path> threads = Files.list(process.resolve("task"))) {
            return threads.mapToLong(KernelSums::nanos).sum();
        }
    }

    private static long nanos(Path thread) {
        try {
            return Long.parseLong(Files.readString(thread.resolve("schedstat")).split(" ")[0]);
        } catch (IOException e) {
            return 0; // it has just ended
        }
    }

    private static long bytes(List<Path> processes, String file, String key) throws IOException {
        long kibibytes = 0;
        for (Path process : processes) {
            kibibytes +=
                    kibibytes(Files.readAllLines(process.resolve(file)), key).sum();
        }
        return kibibytes << 10;
    }

    private static LongStream kibibytes(List<String> lines, String key) {
        return lines.stream()
                .filter(line -> line.startsWith(key + ":"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")));
    }
}
