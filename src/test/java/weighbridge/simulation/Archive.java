package weighbridge.simulation;

import java.io.UncheckedIOException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import weighbridge.recording.RunFolder;
import weighbridge.recording.RunJournal;

/**
 * Writes into the run folder. A full disk or a folder that somebody removed ends no run: what cannot be written is told,
 * and what was measured is at least shown.
 */
final class Archive {
    private static final String RUN = "run.json";

    private final RunFolder folder;
    private final List<String> losses = new ArrayList<>();

    Archive(RunFolder folder) {
        this.folder = folder;
    }

    RunFolder folder() {
        return folder;
    }

    /** Writes what the journal has so far, and into the journal what went wrong with that for the first time. */
    synchronized void save(RunJournal journal) {
        boolean told = !losses.isEmpty();
        attempt(RUN, () -> folder.write(journal.snapshot(folder.id())))
                .filter(loss -> !told)
                .ifPresent(journal::remark);
    }

    /** Writes a text file. */
    synchronized void write(String name, String text) {
        attempt(name, () -> folder.write(name, text));
    }

    /** What could not be written, in words for the user; empty where all could. */
    synchronized List<String> losses() {
        return List.copyOf(losses);
    }

    private Optional<String> attempt(String name, Runnable writing) {
        try {
            writing.run();
            return Optional.empty();
        } catch (UncheckedIOException e) {
            String loss = name + " could not be written: " + why(e);
            if (!losses.contains(loss)) {
                losses.add(loss);
            }
            return Optional.of(loss);
        }
    }

    private String why(UncheckedIOException e) {
        if (e.getCause() instanceof NoSuchFileException) {
            return "the run folder " + folder.path() + " is gone";
        }
        boolean told = e.getCause() instanceof FileSystemException cause && cause.getReason() != null;
        return told
                ? ((FileSystemException) e.getCause()).getReason()
                : String.valueOf(e.getCause().getMessage());
    }
}
