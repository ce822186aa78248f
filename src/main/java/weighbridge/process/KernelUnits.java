package weighbridge.process;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * In what this kernel counts. It gives both to each process in the auxiliary vector (getauxval(3)), which
 * {@code /proc/self/auxv} holds as pairs of words.
 *
 * @param pageBytes size of a page
 * @param ticksPerSecond of the times in {@code /proc/PID/stat}
 */
record KernelUnits(long pageBytes, long ticksPerSecond) {
    private static final long AT_PAGESZ = 6;
    private static final long AT_CLKTCK = 17;

    /** Empty elsewhere than on Linux. */
    static Optional<KernelUnits> read() {
        try {
            ByteBuffer vector = ByteBuffer.wrap(Files.readAllBytes(Path.of("/proc/self/auxv")))
                    .order(ByteOrder.nativeOrder());
            boolean shortWords = "32".equals(System.getProperty("sun.arch.data.model"));
            long pageBytes = 0;
            long ticksPerSecond = 0;
            while (vector.hasRemaining()) {
                long key = shortWords ? vector.getInt() : vector.getLong();
                long value = shortWords ? vector.getInt() : vector.getLong();
                pageBytes = key == AT_PAGESZ ? value : pageBytes;
                ticksPerSecond = key == AT_CLKTCK ? value : ticksPerSecond;
            }
            return pageBytes > 0 && ticksPerSecond > 0
                    ? Optional.of(new KernelUnits(pageBytes, ticksPerSecond))
                    : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        }
    }
}
