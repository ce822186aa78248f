package weighbridge.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import weighbridge.process.Mark;
import weighbridge.process.ProcessIdentity;
import weighbridge.text.Json;

/**
 * What this run has started, on disk, so that a later run can end what this one leaves when it is killed: see {@link
 * Orphans}. A program is written down before it is started, by the mark that its processes will bear: there is no moment
 * at which one runs that is not in the ledger.
 */
public final class Ledger implements AutoCloseable {
    /** Folder of the ledgers, below that of the results. */
    static final String FOLDER = ".running";

    static final String ENDING = ".json";
    private static final String UNFINISHED = ".new";

    private final Optional<Path> file;
    private final ProcessIdentity owner;
    private final Map<Mark, LedgerRecord.Entry> programs = new LinkedHashMap<>();

    private Ledger(Optional<Path> file, ProcessIdentity owner) {
        this.file = file;
        this.owner = owner;
    }

    /**
     * The ledger of this process.
     *
     * @param results folder of the run folders
     * @throws IOException where it cannot be written there
     */
    public static Ledger open(Path results) throws IOException {
        ProcessIdentity self = ProcessIdentity.of(ProcessHandle.current())
                .orElseThrow(() -> new IOException("this system does not tell when a process was started"));
        Path folder = Files.createDirectories(results.resolve(FOLDER));
        Ledger ledger = new Ledger(Optional.of(folder.resolve(self.pid() + "-" + self.start() + ENDING)), self);
        ledger.write();
        return ledger;
    }

    /** A ledger that is not written. */
    static Ledger none() {
        return new Ledger(Optional.empty(), null);
    }

    /** To be called before the start. @throws IOException where that cannot be written, and nothing should be started */
    synchronized void willStart(String name, Mark mark) throws IOException {
        programs.put(mark, new LedgerRecord.Entry(name, mark.value(), null));
        write();
    }

    /** Adds the process to what is known by its mark, for one that drops its mark is known by that alone. */
    synchronized void started(Mark mark, ProcessHandle process) {
        try {
            ProcessIdentity identity = ProcessIdentity.of(process).orElse(null);
            programs.computeIfPresent(mark, (same, program) -> program.with(identity));
            write();
        } catch (IOException e) {
            return; // the mark is written, and the process runs: this is no reason to end it
        }
    }

    private void write() throws IOException {
        if (file.isPresent()) {
            Path unfinished = file.get().resolveSibling(file.get().getFileName() + UNFINISHED);
            Files.writeString(unfinished, Json.write(new LedgerRecord(owner, List.copyOf(programs.values()))));
            Files.move(unfinished, file.get(), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    /** Removes it: everything has been ended. May be called again. */
    @Override
    public synchronized void close() throws IOException {
        if (file.isPresent()) {
            Files.deleteIfExists(file.get());
        }
    }
}
