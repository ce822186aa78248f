package weighbridge.render;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import weighbridge.record.WholeFile;
import weighbridge.text.Fault;

/** {@code index.html} of a results folder: all its runs, the newest first, on one page that needs nothing beside it. */
public final class ResultsIndex {
    /** Its name. */
    public static final String FILE = "index.html";

    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final int MAX_CHARS = 200;

    private ResultsIndex() {}

    /**
     * Makes it anew from the run folders that are there. Never throws: a run is worth as much without it.
     *
     * @param results the folder of the run folders
     * @return why it could not be made, in one line; empty where it was
     */
    public static Optional<String> rebuild(Path results) {
        Path lock = results.resolve(".index.lock");
        try (FileChannel channel = FileChannel.open(lock, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            await(channel);
            IndexPage page = IndexPage.of(results, RunFolders.read(results));
            WholeFile.write(results.resolve(FILE), HtmlTemplate.fill("index.ftlh", page));
            return Optional.empty();
        } catch (FileSystemException e) {
            boolean told = e.getReason() != null;
            return why(results, told ? e.getMessage() : e.getClass().getSimpleName() + " " + e.getFile());
        } catch (IOException | RuntimeException | LinkageError e) { // the last: a build cleaned away under a run
            return why(results, e.toString());
        }
    }

    private static Optional<String> why(Path results, String cause) {
        return Optional.of(Fault.oneLine(results.resolve(FILE) + " could not be made anew: " + cause, MAX_CHARS));
    }

    /**
     * One at a time makes an index: of two runs that end at once the second one looks for run folders only after the first
     * one has written, so that none of them is missing. Who cannot get the lock goes on without it, for a page that lacks
     * the newest run is better than a run that never ends.
     */
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
