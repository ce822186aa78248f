package weighbridge.record;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;

/** The readings of the sampler by process tree, those columns of them that are made use of: 24 bytes each. */
public final class Samples {
    private static final Series NONE = new Series();

    private final Map<String, Series> byName = new HashMap<>();
    private int skipped;

    /** Those that lie in this folder, but for a last line that is not ended; none where it has no {@code samples.csv}. */
    public static Samples read(RunFolder folder) {
        Samples samples = new Samples();
        if (Files.exists(folder.samples())) {
            String text = text(folder.samples());
            // A run that is cut off leaves the last line anywhere, even in the middle of a number.
            Iterator<String> lines =
                    text.substring(0, text.lastIndexOf('\n') + 1).lines().iterator();
            List<String> columns = lines.hasNext() ? List.of(lines.next().split(",", -1)) : List.of();
            lines.forEachRemaining(line -> samples.add(columns, line.split(",", -1)));
        }
        return samples;
    }

    /** Not of Files, whose readers end at the first byte that is not UTF-8. */
    private static String text(Path file) {
        try {
            return new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void add(List<String> columns, String[] line) {
        try {
            long atMillis = Long.parseLong(line[columns.indexOf("at_millis")]);
            long rssBytes = Long.parseLong(line[columns.indexOf("rss_bytes")]);
            double cpuSeconds = Double.parseDouble(line[columns.indexOf("cpu_seconds")]);
            if (line.length == columns.size() && rssBytes >= 0 && cpuSeconds >= 0 && Double.isFinite(cpuSeconds)) {
                add(line[columns.indexOf("name")], atMillis, rssBytes, cpuSeconds);
                return;
            }
        } catch (NumberFormatException | ArrayIndexOutOfBoundsException e) {
            // A column is missing, or holds no number.
        }
        skipped++;
    }

    /**
     * Adds one.
     *
     * @param name of whom
     * @param atMillis wall clock, ms since 1970
     * @param rssBytes resident set size
     * @param cpuSeconds user and system time since the processes started
     */
    public void add(String name, long atMillis, long rssBytes, double cpuSeconds) {
        byName.computeIfAbsent(name, added -> new Series()).add(atMillis, rssBytes, cpuSeconds);
    }

    /** Of this target or {@link Weighing#MAIN}, which may have none. */
    public Series of(String name) {
        return byName.getOrDefault(name, NONE);
    }

    /** How many lines of the file were no sample. */
    public int skipped() {
        return skipped;
    }

    /** The samples of one process tree, in the order of the file. */
    public static final class Series {
        private long[] atMillis = new long[16];
        private long[] rssBytes = new long[16];
        private double[] cpuSeconds = new double[16];
        private int size;

        private Series() {}

        private void add(long at, long rss, double cpu) {
            if (size == atMillis.length) {
                int larger = size * 2;
                atMillis = Arrays.copyOf(atMillis, larger);
                rssBytes = Arrays.copyOf(rssBytes, larger);
                cpuSeconds = Arrays.copyOf(cpuSeconds, larger);
            }
            atMillis[size] = at;
            rssBytes[size] = rss;
            cpuSeconds[size] = cpu;
            size++;
        }

        /** How many. */
        public int size() {
            return size;
        }

        /** When sample {@code index} was taken, wall clock, ms since 1970. */
        public long atMillis(int index) {
            return atMillis[index];
        }

        /** Resident set size. */
        public long rssBytes(int index) {
            return rssBytes[index];
        }

        /** User and system time since the processes started. */
        public double cpuSeconds(int index) {
            return cpuSeconds[index];
        }
    }
}
