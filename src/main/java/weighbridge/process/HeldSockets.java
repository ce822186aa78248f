package weighbridge.process;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.OptionalLong;
import java.util.Set;

/** The sockets that a process has open, by the inodes that the tables of {@code /proc/net} name them by (proc(5), fd). */
final class HeldSockets {
    private static final String LINK = "socket:[";

    private HeldSockets() {}

    /** Of a process now; none where it has ended or is somebody else's. */
    static Set<Long> of(long pid) {
        Set<Long> inodes = new LinkedHashSet<>();
        try (DirectoryStream<Path> descriptors = Files.newDirectoryStream(folder(pid))) {
            descriptors.forEach(descriptor -> inode(descriptor).ifPresent(inodes::add));
        } catch (IOException | DirectoryIteratorException e) {
            return inodes;
        }
        return inodes;
    }

    /** Whether this user may see them. */
    static boolean areReadable(long pid) {
        return Files.isReadable(folder(pid));
    }

    private static OptionalLong inode(Path descriptor) {
        try {
            String target = Files.readSymbolicLink(descriptor).toString();
            return target.startsWith(LINK)
                    ? OptionalLong.of(Long.parseLong(target.substring(LINK.length(), target.length() - 1)))
                    : OptionalLong.empty();
        } catch (IOException e) {
            return OptionalLong.empty(); // closed meanwhile
        }
    }

    private static Path folder(long pid) {
        return Path.of("/proc", Long.toString(pid), "fd");
    }
}
