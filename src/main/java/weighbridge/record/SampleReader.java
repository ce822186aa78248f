package weighbridge.record;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** Reads what {@link SampleWriter} wrote, whichever columns it wrote then. */
final class SampleReader {
    /** Without quotes, which the writer does not use: one that stands there by damage would take all lines after it in. */
    private static final CSVFormat FORMAT = CSVFormat.DEFAULT
            .builder()
            .setHeader()
            .setSkipHeaderRecord(true)
            .setAllowMissingColumnNames(true)
            .setIgnoreEmptyLines(false)
            .setQuote(null)
            .get();

    private SampleReader() {}

    /** All samples of a file but a last line that is not ended; none where there is no file. */
    static Samples read(Path file) {
        Samples samples = new Samples();
        if (!Files.exists(file)) {
            return samples;
        }
        // Not of Files, whose readers end at the first byte that is not UTF-8.
        try (BufferedReader in =
                        new BufferedReader(new InputStreamReader(Files.newInputStream(file), StandardCharsets.UTF_8));
                CSVParser parser = CSVParser.parse(in, FORMAT)) {
            boolean whole = endsWithNewline(file);
            Iterator<CSVRecord> lines = parser.iterator();
            while (lines.hasNext()) {
                CSVRecord line = lines.next();
                if (whole || lines.hasNext()) {
                    add(line, samples);
                }
            }
            return samples;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A run that is cut off leaves the last line anywhere, even in the middle of a number. */
    private static boolean endsWithNewline(Path file) throws IOException {
        try (SeekableByteChannel channel = Files.newByteChannel(file)) {
            ByteBuffer last = ByteBuffer.allocate(1);
            return channel.size() > 0 && channel.position(channel.size() - 1).read(last) == 1 && last.get(0) == '\n';
        }
    }

    private static void add(CSVRecord line, Samples samples) {
        try {
            String name = line.get("name");
            long atMillis = Long.parseLong(line.get("at_millis"));
            long rssBytes = Long.parseLong(line.get("rss_bytes"));
            double cpuSeconds = Double.parseDouble(line.get("cpu_seconds"));
            if (line.isConsistent() && rssBytes >= 0 && cpuSeconds >= 0 && cpuSeconds < Double.POSITIVE_INFINITY) {
                samples.add(name, atMillis, rssBytes, cpuSeconds);
                return;
            }
        } catch (IllegalArgumentException e) {
            // A column is missing, or holds no number.
        }
        samples.skip();
    }
}
