package weighbridge.server;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import weighbridge.process.ControlGroup;
import weighbridge.process.Mark;
import weighbridge.process.ProcessId;
import weighbridge.process.Sysctl;
import weighbridge.text.ForeignText;
import weighbridge.text.Json;

/**
 * What this run has started and made, on disk. When this run is killed, a later one ends and removes what is left: see
 * {@link Orphans}. A program is written down before it is started, by the mark that its processes will bear: no process runs
 * that is not in the ledger. The file is called after its owner, {@code <pid>-<start>.json}.
 */
public final class Ledger implements AutoCloseable {
    /** Folder of the ledgers, below that of the results. */
    static final String FOLDER = ".running";

    /** The host and the namespace of its pids: elsewhere these pids mean nothing. */
    static final String SYSTEM = Sysctl.read("kernel/hostname").orElse("") + " " + namespace();

    /** Which start of the system: what ran before it has ended. */
    static final String BOOT = Sysctl.read("kernel/random/boot_id").orElse("");

    private final Optional<Path> file;
    private final Map<Mark, Entry> programs = new LinkedHashMap<>();
    private final List<String> folders = new ArrayList<>();
    private final List<String> groups = new ArrayList<>();

    private Ledger(Optional<Path> file) {
        this.file = file;
    }

    /**
     * What stands in a ledger.
     *
     * @param programs what its owner started or is about to start
     * @param folders of its servers, among the system's temporary files; null in a ledger of an earlier version
     * @param groups control groups of its servers, likewise
     */
    record Content(
            String system,
            String boot,
            List<Entry> programs,
            @JsonInclude(JsonInclude.Include.NON_EMPTY) List<String> folders,
            @JsonInclude(JsonInclude.Include.NON_EMPTY) List<String> groups) {
        Content {
            Objects.requireNonNull(system);
            Objects.requireNonNull(boot);
            programs = List.copyOf(programs);
            folders = folders == null ? List.of() : List.copyOf(folders);
            groups = groups == null ? List.of() : List.copyOf(groups);
        }
    }

    /**
     * A program.
     *
     * @param name of the target that it belongs to
     * @param mark what its processes bear, see {@link Mark}
     * @param process the one that was started; null before that is known
     */
    record Entry(String name, String mark, ProcessId process) {
        Entry {
            Objects.requireNonNull(name);
            Objects.requireNonNull(mark);
        }
    }

    /** The ledger of this process. @throws IOException where it cannot be written in this folder of the results */
    public static Ledger open(Path results) throws IOException {
        ProcessId self = ProcessId.of(ProcessHandle.current())
                .orElseThrow(() -> new IOException("this system does not tell when a process was started"));
        Path folder = Files.createDirectories(results.resolve(FOLDER));
        Ledger ledger = new Ledger(Optional.of(folder.resolve(self.pid() + "-" + self.startTime() + ".json")));
        ledger.write();
        return ledger;
    }

    /** A ledger that is not written. */
    static Ledger none() {
        return new Ledger(Optional.empty());
    }

    /** To be called before the start. @throws IOException where that cannot be written, and nothing should be started */
    synchronized void willStart(String name, Mark mark) throws IOException {
        programs.put(mark, new Entry(name, mark.value(), null));
        write();
    }

    /** Adds the process to what is known by its mark, for one that drops its mark is known by that alone. */
    synchronized void started(Mark mark, ProcessHandle process) {
        try {
            ProcessId id = ProcessId.of(process).orElse(null);
            programs.computeIfPresent(mark, (same, program) -> new Entry(program.name, program.mark, id));
            write();
        } catch (IOException e) {
            return; // the mark is written, and the process runs: this is no reason to end it
        }
    }

    /** A server has this folder of its own. @throws IOException where that cannot be written */
    synchronized void made(ServerFolder folder) throws IOException {
        folders.add(folder.path().toString());
        write();
    }

    /** A server will have this control group. @throws IOException where that cannot be written, and it should not be made */
    synchronized void willMake(ControlGroup group) throws IOException {
        group.folders().forEach(path -> groups.add(path.toString()));
        write();
    }

    private void write() throws IOException {
        if (file.isPresent()) {
            Path unfinished = file.get().resolveSibling(file.get().getFileName() + ".new");
            Content content = new Content(SYSTEM, BOOT, List.copyOf(programs.values()), folders, groups);
            Files.writeString(unfinished, ForeignText.whole(Json.write(content)));
            Files.move(unfinished, file.get(), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    /**
     * Removes it: everything has been ended. It stays where the kernel does not let go of a control group yet, so that the next run
     * removes that. May be called again.
     */
    @Override
    public synchronized void close() throws IOException {
        if (file.isPresent() && ControlGroup.at(groups).delete()) {
            Files.deleteIfExists(file.get());
        }
    }

    private static String namespace() {
        try {
            return Files.readSymbolicLink(Path.of("/proc/self/ns/pid")).toString();
        } catch (IOException | UnsupportedOperationException e) {
            return "";
        }
    }
}
