package weighbridge.engine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import weighbridge.record.RunFolder;
import weighbridge.record.RunFolderClaim;
import weighbridge.record.RunJournal;
import weighbridge.record.Staging;
import weighbridge.server.Ledger;
import weighbridge.text.Fault;
import weighbridge.text.InputException;

/**
 * Where a run is kept: first a staging folder, then the run folder that Gatling makes, or one of our own where it makes
 * none. A full disk or a folder that somebody removed ends no run: what cannot be written is told at the end.
 */
final class Archive {
    private static final String RUN = "run.json";

    private final Path results;
    private final String simulation;
    private final Instant startedAt;
    private final Staging staging;
    private final Ledger ledger;
    private final List<String> losses = new ArrayList<>();
    private RunFolderClaim claim;
    private RunFolder folder;

    private Archive(Path results, String simulation, Instant startedAt) throws IOException {
        this.results = results;
        this.simulation = simulation;
        this.startedAt = startedAt;
        this.staging = Staging.create(results);
        this.ledger = Ledger.open(results);
    }

    /** An empty one. @throws InputException where nothing can be written to the folder of the results */
    static Archive open(Path results, String simulation, Instant startedAt) {
        try {
            return new Archive(results, simulation, startedAt);
        } catch (IOException e) {
            throw InputException.of(List.of(new Fault(
                    "results",
                    "",
                    "\"" + results + "\", which cannot be written (" + why(e) + ")",
                    "a folder that can be written",
                    "choose another one with -Dresults=/path/to/it")));
        }
    }

    /** Of all that the run starts. */
    Ledger ledger() {
        return ledger;
    }

    /** Where the output of builds and servers goes now. */
    synchronized Path logs() {
        return folder == null ? staging.logs() : folder.logs();
    }

    /** Gatling makes the run folder after this, and nobody else makes one until it is asked for. */
    synchronized void expectFolder() {
        claim = RunFolderClaim.open(results);
    }

    /** The run folder. Where Gatling makes one, it has to exist by now. */
    synchronized RunFolder folder() {
        if (folder == null) {
            folder = Optional.ofNullable(claim).flatMap(RunFolderClaim::resolve).orElseGet(this::ownFolder);
            attempt("logs", () -> staging.moveTo(folder));
        }
        return folder;
    }

    private RunFolder ownFolder() {
        try {
            return RunFolder.create(results, simulation, startedAt);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Removes what is left of a run that never had a folder. */
    void discard() {
        staging.discard();
    }

    /** All that was started has been ended; a ledger that stays says nothing else. @return what went wrong with it */
    Optional<String> closeLedger() {
        try {
            ledger.close();
            return Optional.empty();
        } catch (IOException e) {
            return Optional.of("The list of started programs could not be removed: " + why(e));
        }
    }

    /** Writes what the journal has so far, and into the journal what went wrong with that for the first time. */
    synchronized void save(RunJournal journal) {
        boolean told = !losses.isEmpty();
        attempt(RUN, () -> folder().write(journal.snapshot(folder().id())))
                .filter(loss -> !told)
                .ifPresent(journal::remark);
    }

    /** Writes a text file. */
    synchronized void write(String name, String text) {
        attempt(name, () -> folder().write(name, text));
    }

    /** Whether Gatling's log is still there; where it is not, that is a loss. */
    synchronized boolean hasLog() {
        boolean there = Files.exists(folder().simulationLog());
        if (!there) {
            lose(folder().simulationLog().getFileName() + " is gone: no call can be counted");
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
