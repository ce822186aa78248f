package weighbridge.server;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Keeps two runs of one user from doing the same build at the same time. Where no file can be locked it keeps nobody. */
final class BuildLock {
    private static final long PAUSE_MILLIS = 100;

    // One file for all builds, and a byte of it for each; never closed, which would give back all of its locks.
    private static final Optional<LockFile> FILE = LockFile.open("builds");

    private final long position;
    private Optional<FileLock> lock = Optional.empty();

    private BuildLock(long position) {
        this.position = position;
    }

    /**
     * Waits until nobody else does this build.
     *
     * @param identity of the build
     * @param bound how long to wait at most
     * @param waiting called once where there is somebody to wait for
     * @throws LaunchException where the bound has passed
     */
    static BuildLock await(List<String> identity, Duration bound, Runnable waiting)
            throws LaunchException, InterruptedException {
        BuildLock lock = new BuildLock(position(identity));
        long deadlineNanos = System.nanoTime() + bound.toNanos();
        boolean said = false;
        while (!lock.tryLock()) {
            if (!said) {
                waiting.run();
                said = true;
            }
            if (System.nanoTime() > deadlineNanos) {
                throw new LaunchException("another Weighbridge run has been doing the same build for longer than "
                        + Seconds.of(bound) + " s; fix: end that run, or wait for it");
            }
            Thread.sleep(PAUSE_MILLIS);
        }
        return lock;
    }

    private boolean tryLock() {
        try {
            lock = FILE.isPresent() ? FILE.get().lock(position) : Optional.empty();
            return FILE.isEmpty() || lock.isPresent();
        } catch (IOException e) {
            return true; // a file system without locks
        }
    }

    /** So many that no two builds meet. */
    private static long position(List<String> identity) {
        try {
            byte[] bytes = String.join("\0", identity).getBytes(StandardCharsets.UTF_8);
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(bytes);
            return ByteBuffer.wrap(hash).getLong() >>> 2; // room for the byte's end
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Lets the next one build. */
    void release() {
        try {
            if (lock.isPresent()) {
                lock.get().release();
            }
        } catch (IOException e) {
            return; // with the process the lock goes too
        }
    }
}
