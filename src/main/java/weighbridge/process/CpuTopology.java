package weighbridge.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import weighbridge.text.CpuList;

/**
 * How the processors of a machine belong together (Documentation/admin-guide/cputopology.rst).
 *
 * @param cores the hardware threads of each core, which share its units and its caches
 * @param nodes the processors of each memory node
 */
record CpuTopology(List<CpuList> cores, List<CpuList> nodes) {
    private static final Path SYSTEM = Path.of("/sys/devices/system");

    /** Of this machine. @param allowed each of them a core of its own, on one node, where the system does not tell */
    static CpuTopology read(CpuList allowed) {
        return read(SYSTEM, allowed);
    }

    static CpuTopology read(Path system, CpuList allowed) {
        Set<CpuList> cores = new LinkedHashSet<>();
        for (int cpu : allowed.numbers()) {
            Path siblings = system.resolve("cpu/cpu" + cpu + "/topology/thread_siblings_list");
            cores.add(list(siblings).orElse(CpuList.of(List.of(cpu))));
        }
        List<CpuList> nodes = new ArrayList<>();
        try (Stream<Path> entries = Files.list(system.resolve("node"))) {
            entries.filter(entry -> entry.getFileName().toString().matches("node\\d+"))
                    .sorted()
                    .forEach(node -> list(node.resolve("cpulist")).ifPresent(nodes::add));
        } catch (IOException e) {
            nodes.clear(); // a kernel without memory nodes
        }
        return new CpuTopology(List.copyOf(cores), nodes.isEmpty() ? List.of(allowed) : List.copyOf(nodes));
    }

    private static Optional<CpuList> list(Path file) {
        try {
            return CpuList.parse(Files.readString(file));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /**
     * The half of these processors that the generator gets where the servers have the rest, by whole memory nodes where there
     * are several of them, otherwise by whole cores. It gets the first ones, and one more where they are odd: it is the limit
     * more often. Empty where there is but one core.
     */
    Optional<CpuList> ofGenerator(CpuList allowed) {
        List<CpuList> inNodes = among(nodes, allowed);
        List<CpuList> units = inNodes.size() > 1 ? inNodes : among(cores, allowed);
        if (units.size() < 2) {
            return Optional.empty();
        }
        CpuList generator = units.get(0);
        for (CpuList unit : units.subList(1, units.size() - 1)) {
            if (2 * generator.count() < allowed.count()) {
                generator = generator.or(unit);
            }
        }
        return Optional.of(generator);
    }

    private static List<CpuList> among(List<CpuList> groups, CpuList allowed) {
        return groups.stream()
                .map(allowed::and)
                .filter(group -> group.count() > 0)
                .toList();
    }
}
