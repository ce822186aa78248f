package weighbridge.engine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import weighbridge.record.RunFolder;
import weighbridge.record.RunJournal;

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

    /** Whether Gatling's log is still there; where it is not, that is a loss. */
    synchronized boolean hasLog() {
        boolean there = Files.exists(folder.simulationLog());
        if (!there) {
            lose(folder.simulationLog().getFileName() + " is gone: no call can be counted");
        }
        return there;
    }

    /** What could not be written, in words for the user; empty where all could. */
    synchronized List<String> losses() {
        return List.copyOf(losses);
    }

    /** Writes something of this name; what went wrong with that is returned, and told at the end. */
    synchronized Optional<String> attempt(String name, Runnable writing) {
        try {
            writing.run();
            return Optional.empty();
        } catch (UncheckedIOException e) {
            String loss = name + " could not be written: " + told(e.getCause());
            lose(loss);
            return Optional.of(loss);
        }
    }

    private void lose(String loss) {
        if (!losses.contains(loss)) {
            losses.add(loss);
        }
    }

    private String told(IOException e) {
        return e instanceof NoSuchFileException ? "the run folder " + folder.path() + " is gone" : why(e);
    }

    /** What the system says of it, without the file's name. */
    static String why(IOException e) {
        boolean told = e instanceof FileSystemException cause && cause.getReason() != null;
        return told ? ((FileSystemException) e).getReason() : String.valueOf(e.getMessage());
    }
}
