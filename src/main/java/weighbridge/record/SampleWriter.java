package weighbridge.record;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Writes {@code samples.csv}, a line for each sample. */
public final class SampleWriter implements AutoCloseable {
    static final String HEADER = "at_millis,name,rss_bytes,vms_bytes,cpu_seconds,processes,stopped";

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
        Reading reading = sample.reading();
        long cpuMillis = Math.round(reading.cpuSeconds() * 1000);
        return new StringBuilder()
                .append(sample.atMillis())
                .append(',')
                .append(sample.name())
                .append(',')
                .append(reading.rssBytes())
                .append(',')
                .append(reading.vmsBytes())
                .append(',')
                .append(cpuMillis / 1000)
                .append('.')
                .append(Long.toString(1000 + cpuMillis % 1000), 1, 4)
                .append(',')
                .append(reading.processes())
                .append(',')
                .append(reading.stopped())
                .append('\n');
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
