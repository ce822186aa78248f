package weighbridge.server;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/**
 * A file that runs of this user agree by. The system gives its locks back when their process ends, however it ends. The
 * file itself stays: who removed it could remove one that another run has just locked.
 */
record LockFile(FileChannel channel) {

    /** The file of this name in the folder for temporary files; empty where it cannot be made. */
    static Optional<LockFile> open(String name) {
        String user = System.getProperty("user.name").replaceAll("[^A-Za-z0-9]", "_");
        Path file = Path.of(System.getProperty("java.io.tmpdir"), "weighbridge-" + user + "-" + name + ".lock");
        try {
            return Optional.of(new LockFile(FileChannel.open(
                    file, StandardOpenOption.CREATE, StandardOpenOption.WRITE, LinkOption.NOFOLLOW_LINKS)));
        } catch (IOException | UnsupportedOperationException e) {
            return Optional.empty();
        }
    }

    /** Locks the byte at this position; empty where it is locked already. @throws IOException where there are no locks */
    Optional<FileLock> lock(long position) throws IOException {
        try {
            return Optional.ofNullable(channel.tryLock(position, 1, false));
        } catch (OverlappingFileLockException e) {
            return Optional.empty(); // by this very process
        }
    }
}
