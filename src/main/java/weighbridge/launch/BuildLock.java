package weighbridge.launch;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/** Keeps two runs of one user from doing the same build at the same time. Where no file can be locked it keeps nobody. */
final class BuildLock {
    private static final long PAUSE_MILLIS = 100;

    private final Optional<LockFile> file;

    private BuildLock(Optional<LockFile> file) {
        this.file = file;
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
        BuildLock lock = new BuildLock(LockFile.open("build-" + hash(identity)));
        long deadlineNanos = System.nanoTime() + bound.toNanos();
        boolean said = false;
        while (!lock.tryLock()) {
            if (!said) {
                waiting.run();
                said = true;
            }
            if (System.nanoTime() > deadlineNanos) {
                lock.release();
                throw new LaunchException("another Weighbridge run has been doing the same build for longer than "
                        + Seconds.of(bound) + " s; fix: end that run, or wait for it");
            }
            Thread.sleep(PAUSE_MILLIS);
        }
        return lock;
    }

    private boolean tryLock() {
        try {
            return file.isEmpty() || file.get().lock(0).isPresent();
        } catch (IOException e) {
            return true; // a file system without locks
        }
    }

    /** Of any length and any characters, as a name of a file. */
    private static String hash(List<String> identity) {
        try {
            byte[] bytes = String.join("\0", identity).getBytes(StandardCharsets.UTF_8);
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(bytes))
                    .substring(0, 16);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Lets the next one build. */
    void release() {
        try {
            if (file.isPresent()) {
                file.get().channel().close();
            }
        } catch (IOException e) {
            return; // with the process the lock goes too
        }
    }
}
