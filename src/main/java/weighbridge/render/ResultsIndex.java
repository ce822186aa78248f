package weighbridge.render;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.util.Optional;
import weighbridge.record.WholeFile;
import weighbridge.text.Fault;

/** {@code index.html} of a results folder: all its runs, the newest first, on one page that needs nothing beside it. */
public final class ResultsIndex {
    /** Its name. */
    public static final String FILE = "index.html";

    private static final int MAX_CHARS = 200;

    private ResultsIndex() {}

    /**
     * Makes it anew from the run folders that are there. Never throws: a run is worth as much without it.
     *
     * @param results the folder of the run folders
     * @return why it could not be made, in one line; empty where it was
     */
    public static Optional<String> rebuild(Path results) {
        try {
            IndexLock.whileHeld(results, () -> WholeFile.write(results.resolve(FILE), html(results)));
            return Optional.empty();
        } catch (FileSystemException e) {
            return Optional.of(why(
                    results,
                    e.getReason() == null ? e.getClass().getSimpleName() + " " + e.getFile() : e.getMessage()));
        } catch (IOException | RuntimeException | LinkageError e) { // the last: a build cleaned away under a run
            return Optional.of(why(results, e.toString()));
        }
    }

    /** The page. @throws IOException where the folder cannot be listed */
    static String html(Path results) throws IOException {
        return HtmlTemplate.beside(ResultsIndex.class, "index.ftlh")
                .fill(IndexRows.page(results, RunFolders.read(results)));
    }

    private static String why(Path results, String cause) {
        return Fault.oneLine(results.resolve(FILE) + " could not be made anew: " + cause, MAX_CHARS);
    }
}
