package weighbridge.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A folder of a server's own, with the files that its target.yaml asks for. It lies among the system's temporary files, for
 * a run folder moves while a run begins, and the path of a Unix socket has to be short. It is gone when the server is.
 *
 * @param path of the folder, absolute
 */
record ServerFolder(Path path) {
    private static final String PREFIX = "weighbridge-";

    /** A server that gives up its rights, as nginx does where root starts it, still has to get to its files. */
    private static final String RIGHTS = "rwx--x--x";

    /** Makes it for this server. @throws LaunchException where that cannot be done */
    static ServerFolder create(Serving.Started started, int port, Ledger ledger) throws LaunchException {
        try {
            ServerFolder made =
                    new ServerFolder(Files.createTempDirectory(PREFIX).toRealPath());
            try {
                ledger.made(made);
                made.fill(started.files(), made.placeholders(port));
                return made;
            } catch (IOException e) {
                made.delete();
                throw e;
            }
        } catch (IOException e) {
            throw new LaunchException("its folder with files could not be made: " + e);
        }
    }

    /** What was made at this path, where it can have been made here: whatever else a ledger names is not touched. */
    static Optional<ServerFolder> of(String path) {
        try {
            Path folder = Path.of(path);
            Path temporary = Path.of(System.getProperty("java.io.tmpdir")).toRealPath();
            boolean here = temporary.equals(folder.getParent())
                    && folder.getFileName().toString().startsWith(PREFIX)
                    && Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS);
            return here ? Optional.of(new ServerFolder(folder)) : Optional.empty();
        } catch (IOException | InvalidPathException e) {
            return Optional.empty();
        }
    }

    private void fill(Map<String, Path> files, Placeholders placeholders) throws IOException {
        if (isPosix()) {
            Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(RIGHTS));
        }
        for (Map.Entry<String, Path> file : files.entrySet()) {
            Path made = path.resolve(file.getKey());
            Files.createDirectories(made.getParent());
            Files.write(made, filled(Files.readAllBytes(file.getValue()), placeholders));
            if (isPosix()) {
                // What nobody else may read, or may be started, stays so.
                Files.setPosixFilePermissions(made, Files.getPosixFilePermissions(file.getValue()));
            }
        }
    }

    private static boolean isPosix() {
        return FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
    }

    /** What the words in braces stand for at this server. */
    Placeholders placeholders(int port) {
        return new Placeholders(port, Optional.of(path.toString()));
    }

    /** Whatever encoding a file has, and if it is no text at all: all bytes but those of the placeholders stay. */
    private static byte[] filled(byte[] template, Placeholders placeholders) {
        Placeholders encoded = new Placeholders(
                placeholders.port(),
                placeholders
                        .folder()
                        .map(path -> new String(path.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1)));
        return encoded.fill(new String(template, StandardCharsets.ISO_8859_1)).getBytes(StandardCharsets.ISO_8859_1);
    }

    /** Removes it with all that is in it; what the server keeps from us there is the system's to clean. */
    void delete() {
        delete(path);
    }

    private static void delete(Path entry) {
        if (Files.isDirectory(entry, LinkOption.NOFOLLOW_LINKS)) {
            try (Stream<Path> inner = Files.list(entry)) {
                inner.forEach(ServerFolder::delete);
            } catch (IOException | UncheckedIOException e) {
                return; // so it is not empty
            }
        }
        try {
            Files.deleteIfExists(entry);
        } catch (IOException e) {
            return; // the others go all the same
        }
    }
}
