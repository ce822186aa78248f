package weighbridge.record;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/** The readings of the sampler by process tree, those columns of them that are made use of: 24 bytes each. */
public final class Samples {
    private static final Series NONE = new Series();

    private final Map<String, Series> byName = new HashMap<>();
    private int skipped;

    /** Those that lie in this folder; none where it has no {@code samples.csv}. */
    public static Samples read(RunFolder folder) {
        return SampleReader.read(folder.samples());
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

    void skip() {
        skipped++;
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
