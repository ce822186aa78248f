package weighbridge.process;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import weighbridge.record.Box;
import weighbridge.record.GroupMemory;

/**
 * Reads the control groups of a process tree that the generator is not in: the box that somebody has put the server in.
 * The groups stay those of the moment at which the probe was made, so that they are read also when the processes are gone.
 */
public final class BoxProbe {
    private final List<CpuGroup> cpu = new ArrayList<>();
    private final List<MemoryGroup> memory = new ArrayList<>();

    /** The innermost ones, which count the processes that were killed in them. */
    private final Set<MemoryGroup> innermost = new LinkedHashSet<>();

    private BoxProbe() {}

    /** Of the processes that were found last. */
    public static BoxProbe of(ProcessTreeProbe tree) {
        return of(Path.of("/"), tree.processes().stream().map(ProcessId::pid).toList());
    }

    /** Of a group that was made for a server, whoever is in it. */
    public static BoxProbe of(ControlGroup group) {
        BoxProbe probe = new BoxProbe();
        for (Path folder : group.folders()) {
            probe.cpu.add(new CpuGroup(folder));
            probe.memory.add(new MemoryGroup(folder));
            probe.innermost.add(new MemoryGroup(folder));
        }
        return probe;
    }

    /** @param files where proc is mounted, and what it names */
    static BoxProbe of(Path files, List<Long> pids) {
        BoxProbe probe = new BoxProbe();
        foreign(files, pids, "cpu").stream()
                .flatMap(List::stream)
                .distinct()
                .map(CpuGroup::new)
                .forEach(probe.cpu::add);
        for (List<Path> groups : foreign(files, pids, "memory")) {
            groups.stream().map(MemoryGroup::new).forEach(probe.memory::add);
            probe.innermost.add(new MemoryGroup(groups.get(0)));
        }
        return probe;
    }

    /** The groups of each process but for those that are around us too, the innermost first; of who has any. */
    private static Set<List<Path>> foreign(Path files, List<Long> pids, String controller) {
        return pids.stream()
                .map(pid -> ControlGroupMount.foreign(files, pid, controller))
                .filter(groups -> !groups.isEmpty())
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private GroupMemory usage() {
        return innermost.stream()
                .filter(group -> innermost.size() == 1)
                .map(MemoryGroup::usage)
                .filter(usage -> !usage.equals(GroupMemory.UNKNOWN))
                .findFirst()
                .orElse(null);
    }

    /** What they say now; empty where all of them are the generator's too. */
    public Optional<Box> read() {
        if (cpu.isEmpty() && memory.isEmpty()) {
            return Optional.empty();
        }
        Optional<CpuGroup> narrowest = cpu.stream()
                .filter(group -> group.quotaCores().isPresent())
                .min(Comparator.comparingDouble(group -> group.quotaCores().orElseThrow()));
        return Optional.of(new Box(
                narrowest.map(group -> group.quotaCores().orElseThrow()).orElse(null),
                memory.stream()
                        .map(MemoryGroup::limitBytes)
                        .flatMap(Optional::stream)
                        .min(Comparator.naturalOrder())
                        .orElse(null),
                narrowest.flatMap(CpuGroup::periods).orElse(null),
                narrowest.flatMap(CpuGroup::throttledPeriods).orElse(null),
                narrowest.flatMap(CpuGroup::throttledMicros).orElse(null),
                innermost.stream()
                        .map(MemoryGroup::oomKills)
                        .flatMap(Optional::stream)
                        .reduce(Long::sum)
                        .orElse(null),
                usage()));
    }
}
