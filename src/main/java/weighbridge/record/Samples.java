package weighbridge.record;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import weighbridge.record.Reading.Column;

/** The readings of the sampler by process tree, those columns of them that are made use of: 8 bytes each. */
public final class Samples {
    private static final Series NONE = new Series();

    private final Map<String, Series> byName = new HashMap<>();
    private int skipped;

    /** Those that lie in this folder, but for a last line that is not ended; none where it has no {@code samples.csv}. @throws IOException where that cannot be read */
    public static Samples read(RunFolder folder) throws IOException {
        Samples samples = new Samples();
        if (Files.exists(folder.samples())) {
            // Not of Files, whose readers end at the first byte that is not UTF-8.
            String text = new String(Files.readAllBytes(folder.samples()), StandardCharsets.UTF_8);
            // A run that is cut off leaves the last line anywhere, even in the middle of a number.
            Iterator<String> lines =
                    text.substring(0, text.lastIndexOf('\n') + 1).lines().iterator();
            List<String> columns = lines.hasNext() ? List.of(lines.next().split(",", -1)) : List.of();
            lines.forEachRemaining(line -> samples.add(columns, line.split(",", -1)));
        }
        return samples;
    }

    private void add(List<String> columns, String[] line) {
        try {
            long atMillis = Long.parseLong(line[columns.indexOf("at_millis")]);
            double[] values = new double[Column.values().length];
            for (Column column : Column.values()) {
                values[column.ordinal()] = value(columns, line, column);
            }
            double rssBytes = values[Column.RSS_BYTES.ordinal()];
            double cpuSeconds = values[Column.CPU_SECONDS.ordinal()];
            if (line.length == columns.size() && rssBytes >= 0 && cpuSeconds >= 0 && Double.isFinite(cpuSeconds)) {
                add(line[columns.indexOf("name")], atMillis, values);
                return;
            }
        } catch (NumberFormatException | ArrayIndexOutOfBoundsException e) {
            // A column is missing, or holds no number.
        }
        skipped++;
    }

    /** Not a number where the column is not used, missing or empty. */
    private static double value(List<String> columns, String[] line, Column column) {
        int index = columns.indexOf(column.key());
        if (!column.isUsed() || index < 0 || line[index].isEmpty()) {
            return Double.NaN;
        }
        return column == Column.CPU_SECONDS ? Double.parseDouble(line[index]) : Long.parseLong(line[index]);
    }

    /** Adds one. */
    public void add(Sample sample) {
        double[] values = new double[Column.values().length];
        for (Column column : Column.values()) {
            Number value = column.of(sample.reading());
            values[column.ordinal()] = value == null ? Double.NaN : value.doubleValue();
        }
        add(sample.name(), sample.atMillis(), values);
    }

    /** @param values by column; not a number where there is none */
    void add(String name, long atMillis, double[] values) {
        byName.computeIfAbsent(name, added -> new Series()).add(atMillis, values);
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
        private final double[][] columns = new double[Column.values().length][];
        private int size;

        private Series() {
            for (Column column : Column.values()) {
                columns[column.ordinal()] = column.isUsed() ? new double[16] : null;
            }
        }

        private void add(long at, double[] values) {
            if (size == atMillis.length) {
                atMillis = Arrays.copyOf(atMillis, size * 2);
                Arrays.setAll(
                        columns, column -> columns[column] == null ? null : Arrays.copyOf(columns[column], size * 2));
            }
            atMillis[size] = at;
            for (int column = 0; column < values.length; column++) {
                if (columns[column] != null) {
                    columns[column][size] = values[column];
                }
            }
            size++;
        }

        /** How many. */
        public int size() {
            return size;
        }

        /** When sample {@code index} was taken, time of the run, ms since 1970. */
        public long atMillis(int index) {
            return atMillis[index];
        }

        /** What sample {@code index} has in a column that is used; not a number where it has none. */
        public double value(Column column, int index) {
            return columns[column.ordinal()][index];
        }
    }
}
