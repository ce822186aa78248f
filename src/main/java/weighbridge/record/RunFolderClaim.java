package weighbridge.record;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Finds out which folder Gatling makes for this run. Gatling chooses the name itself, and tells it to nobody, after our
 * last word before the load and before our first word in it. So from that last word to that first one this claim holds a
 * lock on the results: the one folder that appears meanwhile is ours, also when several runs start at once.
 */
public final class RunFolderClaim {
    private final Path results;
    private final FileChannel lock;
    private final Set<Path> before;

    private RunFolderClaim(Path results, FileChannel lock, Set<Path> before) {
        this.results = results;
        this.lock = lock;
        this.before = before;
    }

    /** Waits until no other run is between its two words, where the file system has locks. */
    public static RunFolderClaim open(Path results) {
        try {
            FileChannel lock =
                    FileChannel.open(results.resolve(".lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            lock(lock);
            return new RunFolderClaim(results, lock, folders(results));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Some file systems have no locks, such as NFS with nolock: only runs that start at once need them. */
    private static void lock(FileChannel file) {
        try {
            file.lock();
        } catch (IOException e) {
            return;
        }
    }

    /** The folder that Gatling made; empty where somebody has removed it since. Ends the claim. */
    public Optional<RunFolder> resolve() {
        try (lock) {
            Set<Path> made = folders(results);
            made.removeAll(before);
            return made.size() == 1 ? made.stream().findFirst().map(RunFolder::new) : Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Set<Path> folders(Path results) throws IOException {
        if (!Files.isDirectory(results)) {
            return new TreeSet<>();
        }
        try (Stream<Path> entries = Files.list(results)) {
            return entries.filter(entry -> Files.exists(entry.resolve("simulation.log")))
                    .filter(entry -> !Files.isSymbolicLink(entry))
                    .collect(Collectors.toCollection(TreeSet::new));
        }
    }
}
