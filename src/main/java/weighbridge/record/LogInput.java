package weighbridge.record;

import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Locale;

/**
 * The log as a stream of primitives that knows where it is. Reads throw {@link EOFException} where the file ends inside
 * a value and {@link SimulationLogException} where a value cannot be right.
 */
final class LogInput implements Closeable {
    private static final int BUFFER_BYTES = 1 << 16;

    private final Path log;
    private final FileChannel channel;
    // An array and two numbers: a log is read before the JVM has compiled anything, and a ByteBuffer takes four calls
    // an int.
    private final byte[] bytes = new byte[BUFFER_BYTES];
    private int position;
    private int limit;
    private long bytesFetched;
    private long record;
    private int header;

    LogInput(Path log) throws IOException {
        this.log = log;
        this.channel = FileChannel.open(log);
    }

    /** Opens the next record and returns its header, 0 to 255, or −1 at the end of the file. */
    int nextRecord() throws IOException {
        if (position == limit && !fetch(1)) {
            return -1;
        }
        record++;
        header = bytes[position++] & 0xff;
        return header;
    }

    /** How many records were opened, the current one included. */
    long record() {
        return record;
    }

    /** What the current record is, in one word. */
    String kind() {
        return LogFormat.kind(header);
    }

    int readInt() throws IOException {
        require(Integer.BYTES);
        byte[] from = bytes;
        int at = position;
        position = at + Integer.BYTES;
        return from[at] << 24 | (from[at + 1] & 0xff) << 16 | (from[at + 2] & 0xff) << 8 | from[at + 3] & 0xff;
    }

    /** An int that must lie between two bounds, both allowed. */
    int readInt(String what, int min, int max) throws IOException, SimulationLogException {
        int value = readInt();
        if (value < min || value > max) {
            throw fault(Integer.BYTES, what + " is " + value, min + " to " + max);
        }
        return value;
    }

    /** A time in ms after the run's start. */
    int readMillis(String what) throws IOException, SimulationLogException {
        return readInt(what, 0, Integer.MAX_VALUE);
    }

    /** A moment in ms after the epoch. */
    long readEpochMillis(String what) throws IOException, SimulationLogException {
        require(Long.BYTES); // read in one go, for the end of the file may lie between
        long value = (long) readInt() << Integer.SIZE | readInt() & 0xffff_ffffL;
        if (value < 0 || value > LogFormat.MAX_EPOCH_MILLIS) {
            throw fault(Long.BYTES, what + " is " + value, "0 to " + LogFormat.MAX_EPOCH_MILLIS);
        }
        return value;
    }

    boolean readBoolean(String what) throws IOException, SimulationLogException {
        require(1);
        int value = bytes[position++] & 0xff;
        if (value > 1) {
            throw fault(1, what + " is " + hex(value), "0x00 or 0x01");
        }
        return value == 1;
    }

    String readString(String what) throws IOException, SimulationLogException {
        return readString(what, LogFormat.MAX_STRING_BYTES);
    }

    String readString(String what, int maxBytes) throws IOException, SimulationLogException {
        int length = readInt(what + " length", 0, maxBytes);
        if (length == 0) {
            return "";
        }
        require(length + 1);
        int start = position;
        int coder = bytes[start + length] & 0xff;
        position = start + length + 1;
        return switch (coder) {
            case 0 -> new String(bytes, start, length, StandardCharsets.ISO_8859_1);
            case 1 -> utf16(what, start, length);
            default -> throw fault(1, what + " coder is " + hex(coder), "0x00 (Latin-1) or 0x01 (UTF-16)");
        };
    }

    /** Char by char and not by a decoder, which would replace lone surrogates. */
    private String utf16(String what, int start, int length) throws SimulationLogException {
        if (length % 2 != 0) {
            throw fault(Integer.BYTES + length + 1, what + " length is " + length, "an even number for UTF-16");
        }
        char[] chars = new char[length / 2];
        for (int i = 0; i < chars.length; i++) {
            chars[i] = (char) (bytes[start + 2 * i] & 0xff | bytes[start + 2 * i + 1] << 8);
        }
        return new String(chars);
    }

    /** Passes over bytes, as many as fit into one of Gatling's buffers. */
    void skip(int count) throws IOException {
        require(count);
        position += count;
    }

    /** The position of the next byte to read. */
    long offset() {
        return bytesFetched - (limit - position);
    }

    /** The exception for a value that began so many bytes before the current position; an empty file has a first record. */
    SimulationLogException fault(int bytesBack, String found, String allowed) {
        return new SimulationLogException(log, offset() - bytesBack, Math.max(1, record), kind(), found, allowed);
    }

    static String hex(int unsignedByte) {
        return String.format(Locale.ROOT, "0x%02x", unsignedByte);
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }

    private void require(int count) throws IOException {
        if (limit - position < count && !fetch(count)) {
            throw new EOFException();
        }
    }

    private boolean fetch(int count) throws IOException {
        System.arraycopy(bytes, position, bytes, 0, limit - position);
        limit -= position;
        position = 0;
        int got = 0;
        while (limit < count && got >= 0) {
            got = channel.read(ByteBuffer.wrap(bytes, limit, bytes.length - limit));
            limit += Math.max(got, 0);
            bytesFetched += Math.max(got, 0);
        }
        return limit >= count;
    }
}
