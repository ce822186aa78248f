package weighbridge.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A control group that holds a process tree and nobody else (cgroups(7)). Its CPU time misses nobody, not even a process
 * that came and went between two looks.
 *
 * @param folder with its files
 */
record OwnGroup(Path folder) {

    /** Of these processes, the root first; empty where they share theirs with others, such as with us. */
    static Optional<OwnGroup> of(List<ProcessId> processes) {
        if (processes.isEmpty()) {
            return Optional.empty();
        }
        return ControlGroupMount.foreign(Path.of("/"), processes.get(0).pid(), "cpuacct").stream()
                .map(OwnGroup::new)
                .filter(group -> group.cpuSeconds().isPresent() && group.holdsOnly(processes))
                .findFirst();
    }

    /** CPU time of a group that was made for a server, whoever is in it; empty where it does not tell. */
    static OptionalDouble cpuSeconds(ControlGroup made) {
        return made.folders().stream()
                .map(folder -> new OwnGroup(folder).cpuSeconds())
                .filter(OptionalDouble::isPresent)
                .findFirst()
                .orElseGet(OptionalDouble::empty);
    }

    /** Groups below it count with it. */
    private boolean holdsOnly(List<ProcessId> processes) {
        Set<String> pids =
                processes.stream().map(process -> Long.toString(process.pid())).collect(Collectors.toSet());
        try (Stream<Path> groups = Files.walk(folder)) {
            List<String> members = groups.filter(Files::isDirectory)
                    .flatMap(group -> CpuGroup.lines(group.resolve("cgroup.procs")).stream())
                    .toList();
            return !members.isEmpty()
                    && pids.containsAll(members)
                    && processes.stream()
                            .allMatch(process -> members.contains(Long.toString(process.pid()))
                                    || ProcStat.read(process)
                                            .filter(ProcStat::running)
                                            .isEmpty());
        } catch (IOException | UncheckedIOException e) {
            return false;
        }
    }

    /** All that it has used since it was made; empty where it does not tell. */
    OptionalDouble cpuSeconds() {
        Optional<Double> nanos = CpuGroup.lines(folder.resolve("cpuacct.usage")).stream()
                .findFirst()
                .map(Double::valueOf);
        Optional<Double> micros = CpuGroup.lines(folder.resolve("cpu.stat")).stream()
                .filter(line -> line.startsWith("usage_usec "))
                .findFirst()
                .map(line -> Double.valueOf(line.substring("usage_usec ".length())));
        return nanos.isPresent()
                ? OptionalDouble.of(nanos.get() / 1e9)
                : micros.map(value -> OptionalDouble.of(value / 1e6)).orElseGet(OptionalDouble::empty);
    }
}
