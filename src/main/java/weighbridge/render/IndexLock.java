package weighbridge.render;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/**
 * One at a time makes an index: of two runs that end at once the second one looks for run folders only after the first one
 * has written, so that none of them is missing. Who cannot get the lock goes on without it, for a page that lacks the newest
 * run is better than a run that never ends.
 */
final class IndexLock {
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private IndexLock() {}

    /** What is done alone. */
    interface Work {
        void run() throws IOException;
    }

    /** Waits for the lock, though not for long, and does this. @throws IOException where nothing can be written there */
    static void whileHeld(Path results, Work work) throws IOException {
        Path file = results.resolve(".index.lock");
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            await(channel);
            work.run();
        }
    }

    private static void await(FileChannel channel) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!isLocked(channel) && System.nanoTime() < deadline) {
            try {
                TimeUnit.MILLISECONDS.sleep(20);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    private static boolean isLocked(FileChannel channel) {
        try {
            return channel.tryLock() != null;
        } catch (OverlappingFileLockException e) {
            return false; // another thread of this process has it
        } catch (IOException e) {
            return true; // a file system without locks
        }
    }
}
