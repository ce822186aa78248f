package weighbridge.recording;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import weighbridge.sample.Sample;

/** Writes {@code samples.csv}, a line for each sample. */
public final class SampleWriter implements AutoCloseable {
    static final String HEADER = "at_millis,name,rss_bytes,vms_bytes,cpu_seconds,processes";

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
            out.write(String.format(
                    Locale.ROOT,
                    "%d,%s,%d,%d,%.3f,%d\n",
                    sample.atMillis(),
                    sample.name(),
                    sample.reading().rssBytes(),
                    sample.reading().vmsBytes(),
                    sample.reading().cpuSeconds(),
                    sample.reading().processes()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
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
