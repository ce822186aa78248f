package weighbridge.record;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;

/**
 * Where the output of builds and servers goes until the run folder exists; then its {@code logs} folder moves there.
 * Open files move with it.
 */
public final class Staging {
    private static final String LOGS = "logs";

    private final Path folder;

    private Staging(Path folder) {
        this.folder = folder;
    }

    /** A folder for this process below {@code results}, which is made where it is missing. */
    public static Staging create(Path results) throws IOException {
        Files.createDirectories(results);
        // No name of our own making: a killed run, or one in another container, may have had the same pid.
        Path folder = Files.createTempDirectory(results, ".starting-");
        Files.createDirectories(folder.resolve(LOGS));
        return new Staging(folder);
    }

    /** Folder of the logs as long as they have not moved. */
    public Path logs() {
        return folder.resolve(LOGS);
    }

    /** Removes what is left of it: the logs of a run that never had a folder. */
    public void discard() {
        try (Stream<Path> files = Files.exists(folder) ? Files.walk(folder) : Stream.empty()) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Moves the logs into the run folder. */
    public void moveTo(RunFolder run) {
        try {
            Files.move(logs(), run.logs());
            Files.delete(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
