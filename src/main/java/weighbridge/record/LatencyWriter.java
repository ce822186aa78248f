package weighbridge.record;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.HdrHistogram.Histogram;
import org.HdrHistogram.HistogramLogWriter;

/**
 * Writes {@code latencies.hlog}: HdrHistogram's own log format, which its tools read, a line for each slice and each kind of
 * figure, in µs. The tag of a line is the number of the probe and the kind, such as {@code 12-planned}.
 */
public final class LatencyWriter implements AutoCloseable {
    /** Timestamps are s with three decimals, and the greatest value of a line is told in the unit of its figures. */
    private static final double MAX_VALUE_UNIT = 1;

    private static final double MILLIS_PER_SECOND = 1000;

    private final PrintStream out;
    private final HistogramLogWriter log;

    /** Creates the file with its head. @throws IOException where it cannot be written */
    public LatencyWriter(Path file) throws IOException {
        out = new PrintStream(file.toFile(), StandardCharsets.UTF_8);
        log = new HistogramLogWriter(out);
        log.outputComment("[Latencies of Weighbridge's probes, microseconds; tag = number of the probe - kind]");
        log.outputLogFormatVersion();
        log.outputLegend();
    }

    /** Adds the slices of a probe; kinds without figures are left out. @throws UncheckedIOException where they cannot be written */
    public synchronized void write(int probe, List<Latencies.Slice> slices) {
        for (Latencies.Slice slice : slices) {
            List<LatencyKind> kinds = Arrays.stream(LatencyKind.values())
                    .filter(kind -> kind.of(slice).getTotalCount() > 0)
                    .toList();
            // A slice in which nothing ended tells of a server that stood still: it has one line, with no figures.
            for (LatencyKind kind : kinds.isEmpty() ? List.of(LatencyKind.ACTUAL) : kinds) {
                line(kind.tag(probe), slice, kind.of(slice));
            }
        }
        if (out.checkError()) { // the writer keeps its errors to itself
            throw new UncheckedIOException(new IOException("it is not whole"));
        }
    }

    private void line(String tag, Latencies.Slice slice, Histogram histogram) {
        histogram.setTag(tag);
        log.outputIntervalHistogram(
                slice.fromMillis() / MILLIS_PER_SECOND,
                slice.toMillis() / MILLIS_PER_SECOND,
                histogram,
                MAX_VALUE_UNIT);
    }

    @Override
    public synchronized void close() {
        log.close();
    }
}
