package weighbridge.record;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Collectors;
import weighbridge.record.Reading.Column;

/** Writes {@code samples.csv}, a line for each sample. */
public final class SampleWriter implements AutoCloseable {
    static final String HEADER =
            "at_millis,name," + Arrays.stream(Column.values()).map(Column::key).collect(Collectors.joining(","));

    private static final Column[] COLUMNS = Column.values();

    private final BufferedWriter out;

    /** Creates the file with its header. */
    public SampleWriter(Path file) {
        try {
            out = Files.newBufferedWriter(file, StandardCharsets.UTF_8);
            out.write(HEADER + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Adds a line. Names are those of targets, which hold no character that CSV would have to quote. */
    public synchronized void write(Sample sample) {
        try {
            out.append(line(sample));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** By hand: a format string is read anew each time, which cost as much as taking the sample. */
    private static StringBuilder line(Sample sample) {
        StringBuilder line =
                new StringBuilder().append(sample.atMillis()).append(',').append(sample.name());
        for (Column column : COLUMNS) {
            line.append(',');
            Number value = column.of(sample.reading());
            if (value instanceof Double number) {
                long thousandths = Math.round(number * 1000);
                line.append(thousandths / 1000).append('.').append(Long.toString(1000 + thousandths % 1000), 1, 4);
            } else if (value != null) {
                line.append(value.longValue());
            }
        }
        return line.append('\n');
    }

    @Override
    public synchronized void close() {
        try {
            out.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
