package weighbridge.server;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import weighbridge.process.ControlGroup;
import weighbridge.process.GroupMembers;
import weighbridge.process.Mark;
import weighbridge.process.ProcessId;
import weighbridge.process.ProcessTree;
import weighbridge.text.Fault;
import weighbridge.text.Json;

/**
 * What runs left that were killed: the processes in the ledgers of owners that are gone. A process is taken for one of
 * theirs by its pid together with its start, by the mark it bears, or because it is below one of those, in its process group or in a
 * control group that was made for a server. Whatever else a
 * ledger says, nobody is ended who started us, and init is not.
 */
public final class Orphans {
    private static final Pattern NAME = Pattern.compile("([0-9]{1,10})-([0-9]{1,18})[.]json([.]new)?");
    private static final long MOST_BYTES = 1 << 20;
    private static final int MOST_SHOWN = 20;
    private static final int NAME_LENGTH = 40;

    private final List<Path> ledgers = new ArrayList<>();
    private final List<Ledger.Entry> programs = new ArrayList<>();
    private final List<String> folders = new ArrayList<>();
    private final List<String> groups = new ArrayList<>();

    private Orphans() {}

    /**
     * Reads the ledgers of runs that are over. Those of runs that go on, of other systems, and files that are no ledgers are
     * left alone.
     *
     * @param results folder of the run folders
     * @throws IOException where they cannot be read
     */
    public static Orphans of(Path results) throws IOException {
        Orphans orphans = new Orphans();
        Path folder = results.resolve(Ledger.FOLDER);
        if (Files.isDirectory(folder)) {
            try (Stream<Path> files = Files.list(folder)) {
                for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                    orphans.add(file);
                }
            }
        }
        return orphans;
    }

    /** Its name tells the owner, also where nothing else of it can be read. */
    private void add(Path file) throws IOException {
        Matcher name = NAME.matcher(file.getFileName().toString());
        if (!name.matches()) {
            return;
        }
        Optional<Ledger.Content> content = read(file);
        boolean here = content.map(read -> read.system().equals(Ledger.SYSTEM)).orElse(true);
        boolean rebooted = content.map(read -> !read.boot().equals(Ledger.BOOT)).orElse(false);
        ProcessId owner = new ProcessId(Long.parseLong(name.group(1)), Long.parseLong(name.group(2)));
        if (here && (rebooted || owner.find().isEmpty())) {
            ledgers.add(file);
            content.filter(read -> !rebooted).ifPresent(read -> programs.addAll(read.programs()));
            content.ifPresent(read -> folders.addAll(read.folders()));
            content.filter(read -> !rebooted).ifPresent(read -> groups.addAll(read.groups()));
        }
    }

    /** What stands in a ledger; empty where that makes no sense. */
    private static Optional<Ledger.Content> read(Path file) throws IOException {
        if (Files.size(file) > MOST_BYTES) {
            return Optional.empty();
        }
        try {
            return Optional.ofNullable(Json.read(Files.readString(file), Ledger.Content.class));
        } catch (CharacterCodingException | RuntimeException e) {
            return Optional.empty();
        }
    }

    /**
     * Ends them, and removes their control groups, folders and ledgers.
     *
     * @return what to tell the user; empty where there was nobody
     * @throws IOException where a ledger cannot be removed
     */
    public Optional<String> end() throws IOException {
        Map<ProcessHandle, String> found = processes();
        ProcessTree.stop(() -> processes().keySet(), ProcessTree.TERM_BOUND);
        Set<ProcessHandle> left = ProcessTree.running(found.keySet());
        // A group that is left is looked for by the next run, too.
        if (left.isEmpty() && ControlGroup.at(groups).delete()) {
            folders.stream().flatMap(path -> ServerFolder.of(path).stream()).forEach(ServerFolder::delete);
            for (Path ledger : ledgers) {
                Files.deleteIfExists(ledger);
            }
        }
        return found.isEmpty() ? Optional.empty() : Optional.of(sentence(found, left));
    }

    private static String sentence(Map<ProcessHandle, String> found, Collection<ProcessHandle> left) {
        String shown = found.entrySet().stream()
                .limit(MOST_SHOWN)
                .map(entry -> entry.getKey().pid() + " (" + entry.getValue() + ")")
                .collect(Collectors.joining(", "));
        boolean one = found.size() == 1;
        String ending = one ? "It was ended." : "They were ended.";
        if (!left.isEmpty()) {
            ending = "Of these could not be ended: "
                    + left.stream().map(process -> Long.toString(process.pid())).collect(Collectors.joining(", "))
                    + ".";
        }
        return "A run that was cut off left " + found.size() + (one ? " process: " : " processes: ") + shown
                + (found.size() > MOST_SHOWN ? ", …" : "") + ". " + ending;
    }

    /** All that live now, with the name of their target, each before what is below it. */
    private Map<ProcessHandle, String> processes() {
        Set<ProcessHandle> spared = spared();
        Map<ProcessHandle, String> processes = new LinkedHashMap<>();
        for (Ledger.Entry program : programs) {
            Set<ProcessHandle> roots = new LinkedHashSet<>();
            Optional.ofNullable(program.process()).flatMap(ProcessId::find).ifPresent(roots::add);
            Mark.read(program.mark()).ifPresent(mark -> roots.addAll(mark.bearers()));
            roots.removeAll(spared);
            Optional.ofNullable(program.process())
                    .ifPresent(process -> roots.addAll(GroupMembers.of(process.pid(), List.copyOf(roots))));
            roots.removeAll(spared);
            String shown = Fault.oneLine(program.name(), NAME_LENGTH);
            ProcessTree.running(ProcessTree.tree(roots)).forEach(process -> processes.putIfAbsent(process, shown));
        }
        Set<ProcessHandle> boxed = ControlGroup.at(groups).members();
        boxed.removeAll(spared);
        ProcessTree.running(boxed).forEach(process -> processes.putIfAbsent(process, "in a box"));
        return processes;
    }

    /** We, all above us, and with them init. */
    private static Set<ProcessHandle> spared() {
        Set<ProcessHandle> spared = new HashSet<>();
        ProcessHandle.of(1).ifPresent(spared::add);
        Optional<ProcessHandle> next = Optional.of(ProcessHandle.current());
        while (next.isPresent() && spared.add(next.get())) {
            next = next.get().parent();
        }
        return spared;
    }
}
