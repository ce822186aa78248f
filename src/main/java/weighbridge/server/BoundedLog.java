package weighbridge.server;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/**
 * The output of a child in a file that does not grow without end. The child writes to the file itself, always at its end,
 * so it never waits for us; a file that has grown too large is cut in its middle now and then. What the child writes in
 * the moment of a cut may be lost and not counted. The file may be moved meanwhile, since it is held open.
 */
final class BoundedLog {
    private static final int MIB = 1 << 20;
    private static final long MOST_BYTES = 8 * MIB;
    private static final int HEAD_BYTES = MIB;
    private static final int TAIL_BYTES = 1 << 16;

    private final Path file;
    private final FileChannel reader;
    private final FileChannel appender;
    private int markerBytes;
    private volatile long leftOutBytes;
    private volatile long writtenBytes;

    private BoundedLog(Path file, FileChannel reader, FileChannel appender) {
        this.file = file;
        this.reader = reader;
        this.appender = appender;
    }

    /** An empty file, in place of one that was there. */
    static BoundedLog create(Path file) throws IOException {
        Files.deleteIfExists(file);
        FileChannel appender = FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.APPEND);
        return new BoundedLog(file, FileChannel.open(file, StandardOpenOption.READ), appender);
    }

    /** Where the file was made. */
    Path file() {
        return file;
    }

    /** For the output of one or more processes. */
    ProcessBuilder.Redirect redirect() {
        return ProcessBuilder.Redirect.appendTo(file.toFile());
    }

    /** Looks how large it is and cuts it where that is too much. Only for threads that nobody interrupts: it would close the file. */
    void bound() throws IOException {
        long size = reader.size();
        writtenBytes = size - markerBytes + leftOutBytes;
        if (size <= MOST_BYTES) {
            return;
        }
        ByteBuffer tail = ByteBuffer.allocate(TAIL_BYTES);
        reader.read(tail, size - TAIL_BYTES);
        appender.truncate(HEAD_BYTES);
        leftOutBytes += size - HEAD_BYTES - markerBytes - tail.position();
        ByteBuffer marker = ByteBuffer.wrap(("\n… " + leftOutBytes + " bytes were left out here by Weighbridge …\n")
                .getBytes(StandardCharsets.UTF_8));
        markerBytes = marker.limit();
        appender.write(new ByteBuffer[] {marker, tail.flip()});
    }

    void close() throws IOException {
        reader.close();
        appender.close();
    }

    /** What to say of a child that wrote too much; empty of all others. */
    Optional<String> complaint() {
        return leftOutBytes == 0
                ? Optional.empty()
                : Optional.of("wrote " + writtenBytes / MIB + " MiB of output; logs/" + file.getFileName()
                        + " keeps its first MiB and the newest");
    }
}
