package weighbridge.truth;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.MappedByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashMap;
import java.util.Map;

/**
 * So much memory outside of the heap for each who holds it. The C library would keep blocks of this size when they are
 * freed (see {@link OffHeap}), so these are pages of the kernel's: private copies of an empty file, which become the
 * process's own when they are written to (mmap(2), MAP_PRIVATE), and are gone when they are unmapped.
 */
final class PrivatePages {
    private static final int PAGE_BYTES = 4096;

    private final int bytes;
    private final Map<Object, MappedByteBuffer> held = new HashMap<>();
    private FileChannel empty;

    /** @param kib each; with 0 nothing is held */
    PrivatePages(int kib) throws IOException {
        bytes = Math.multiplyExact(kib, 1024);
        if (bytes > 0) {
            // Has no name any more as soon as it is open, and becomes as long as the first mapping of it.
            Path file = Files.createTempFile("truth", ".empty");
            empty = FileChannel.open(
                    file, StandardOpenOption.READ, StandardOpenOption.WRITE, StandardOpenOption.DELETE_ON_CLOSE);
        }
    }

    void hold(Object holder) {
        if (bytes == 0) {
            return;
        }
        try {
            MappedByteBuffer pages = empty.map(FileChannel.MapMode.PRIVATE, 0, bytes);
            for (int page = 0; page < bytes; page += PAGE_BYTES) {
                pages.put(page, (byte) 1);
            }
            held.put(holder, pages);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Gives it back to the kernel, if it still is held. */
    void release(Object holder) {
        MappedByteBuffer pages = held.remove(holder);
        if (pages != null) {
            OffHeap.call("invokeCleaner", new Class<?>[] {ByteBuffer.class}, pages);
        }
    }
}
