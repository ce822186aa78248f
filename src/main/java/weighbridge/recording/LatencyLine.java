package weighbridge.recording;

import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.util.Base64;
import java.util.zip.DataFormatException;
import org.HdrHistogram.Histogram;

/**
 * A line of {@code latencies.hlog}: tag, start and length in s, greatest value, and the figures, compressed and in Base64.
 * Read here and not by HdrHistogram's own reader, for that one adds start and length as binary fractions and drops what is
 * below 1 ms, so that a slice would come back 1 ms shorter every now and then, and it ends without a word where a
 * line is cut off within its tag.
 *
 * @param tag number of the probe and kind
 * @param fromMillis wall clock, ms since 1970
 * @param toMillis likewise
 * @param figures µs
 */
record LatencyLine(String tag, long fromMillis, long toMillis, Histogram figures) {
    private static final String TAG = "Tag=";

    /** Whether figures stand in this line, and neither a comment nor the names of the columns. */
    static boolean isData(String line) {
        return !line.startsWith("#") && !line.startsWith("\"");
    }

    /** What it says. @throws RuntimeException or DataFormatException where it is not whole */
    static LatencyLine of(String line) throws DataFormatException {
        String[] fields = line.split(",", -1);
        boolean tagged = fields[0].startsWith(TAG);
        int first = tagged ? 1 : 0;
        long fromMillis = millis(fields[first]);
        byte[] figures = Base64.getDecoder().decode(fields[first + 3]);
        return new LatencyLine(
                tagged ? fields[0].substring(TAG.length()) : "",
                fromMillis,
                fromMillis + millis(fields[first + 1]),
                Histogram.decodeFromCompressedByteBuffer(ByteBuffer.wrap(figures), 0));
    }

    private static long millis(String seconds) {
        return new BigDecimal(seconds).movePointRight(3).longValueExact();
    }
}
