package weighbridge.record;

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
 * @param fromMillis time of the run, ms since 1970
 * @param toMillis likewise
 * @param compressed the figures as they lie in the file: a thousandth of what they take when they are spread out
 */
record LatencyLine(String tag, long fromMillis, long toMillis, byte[] compressed) {
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
        LatencyLine read = new LatencyLine(
                tagged ? fields[0].substring(TAG.length()) : "",
                fromMillis,
                fromMillis + millis(fields[first + 1]),
                Base64.getDecoder().decode(fields[first + 3]));
        read.decode(); // so that a line that is not whole fails here and not when somebody asks
        return read;
    }

    /** µs. */
    Histogram figures() {
        try {
            return decode();
        } catch (DataFormatException e) {
            throw new IllegalStateException("was whole when it was read", e);
        }
    }

    private Histogram decode() throws DataFormatException {
        return Histogram.decodeFromCompressedByteBuffer(ByteBuffer.wrap(compressed), 0);
    }

    private static long millis(String seconds) {
        return new BigDecimal(seconds).movePointRight(3).longValueExact();
    }
}
