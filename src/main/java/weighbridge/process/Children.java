package weighbridge.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import weighbridge.text.CpuList;

/**
 * The children of this very process. On Linux it adopts everything below it whose parent ends, so nothing that came of
 * what it started gets out of its sight: neither a daemon nor a process that has dropped every mark of its origin. Such
 * an adopted child without a mark cannot be laid to one server; it is ended with the last fleet and the last chore of
 * this process, if it came after the first of them began.
 */
public final class Children {
    private static final int SWEEPS = 3;
    /** A zombie that the JDK started is waited for by a thread of the JDK, which takes no time at all. */
    private static final int LOOKS_BEFORE_REAPING = 3;

    private static final Set<ProcessHandle> STARTED = ConcurrentHashMap.newKeySet();
    private static final Set<Object> OWNERS = Collections.newSetFromMap(new IdentityHashMap<>());
    private static final Map<ProcessHandle, Integer> ZOMBIES = new HashMap<>();
    private static Set<ProcessHandle> before = Set.of();

    private Children() {}

    /** Starts a program that is waited for by the JDK. @param cpus processors that it is kept on; empty: those of this thread */
    public static Process start(ProcessBuilder program, Optional<CpuList> cpus) throws IOException {
        Process process = cpus.isPresent() ? CpuAffinity.start(program, cpus.get()) : program.start();
        STARTED.add(process.toHandle());
        process.onExit().thenRun(() -> STARTED.remove(process.toHandle()));
        return process;
    }

    /** From here on what is adopted may have come of what this owner starts. */
    public static synchronized void begin(Object owner) {
        Kernel.becomeSubreaper();
        if (OWNERS.isEmpty()) {
            before = new HashSet<>(list());
        }
        OWNERS.add(owner);
    }

    /** Who can have come of nobody but this owner; empty as long as there are others. */
    public static synchronized Set<ProcessHandle> strays(Object owner) {
        return OWNERS.size() == 1 && OWNERS.contains(owner) ? strays() : new LinkedHashSet<>();
    }

    /** The adopted one that this process is or is below, if it came after the first owner began; empty where there is none. */
    public static synchronized Optional<ProcessHandle> adopted(long pid) {
        Set<ProcessHandle> strays = strays();
        Optional<ProcessHandle> process = ProcessHandle.of(pid);
        while (process.isPresent() && !strays.contains(process.get())) {
            process = process.get().parent();
        }
        return process;
    }

    /** This owner starts nothing any more: the last one ends what is left. May be called again. */
    public static synchronized void end(Object owner, Duration termBound) {
        if (!OWNERS.remove(owner) || !OWNERS.isEmpty()) {
            return;
        }
        for (int sweep = 0; sweep < SWEEPS && !strays().isEmpty(); sweep++) {
            ProcessTree.stop(Children::strays, termBound); // who ends may leave children, which are adopted then
        }
    }

    private static Set<ProcessHandle> strays() {
        Set<String> ours = environment(ProcessHandle.current().pid()).orElse(Set.of());
        return list().stream()
                .filter(child -> !before.contains(child))
                .filter(child -> !STARTED.contains(child))
                .filter(ProcessTree::isRunning)
                // What other code of this process starts has our environment; what we start never has exactly that.
                .filter(child -> !environment(child.pid()).equals(Optional.of(ours)))
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** Lets an ended process go that was adopted; one that the JDK started is its own to wait for. */
    static void reap(ProcessHandle process) {
        boolean adopted = !STARTED.contains(process)
                && process.isAlive() // the same process, be it a zombie
                && ProcStat.read(process.pid())
                        .filter(stat -> stat.ended()
                                && stat.parentPid() == ProcessHandle.current().pid())
                        .isPresent();
        if (adopted) {
            Kernel.reap(process.pid());
        }
    }

    /**
     * Lets those adopted ones go that have ended: a server that forks without end would fill the process table. Who is seen
     * as a zombie again and again, called about once a second, is not waited for by the JDK.
     */
    public static synchronized void reapAll() {
        List<ProcessHandle> zombies =
                list().stream().filter(child -> !ProcessTree.isRunning(child)).toList();
        ZOMBIES.keySet().retainAll(zombies);
        for (ProcessHandle zombie : zombies) {
            if (ZOMBIES.merge(zombie, 1, Integer::sum) >= LOOKS_BEFORE_REAPING) {
                reap(zombie);
            }
        }
    }

    /**
     * The children of our first thread (proc_tid_children(5)): all that were adopted are in there, and of those that Java
     * started only the ones whose starting thread has ended. Far cheaper than a look at all processes.
     */
    private static List<ProcessHandle> list() {
        String own = Long.toString(ProcessHandle.current().pid());
        try {
            String pids = Files.readString(Path.of("/proc/self/task", own, "children"));
            return Stream.of(pids.strip().split(" "))
                    .filter(pid -> !pid.isEmpty())
                    .flatMap(pid -> ProcessHandle.of(Long.parseLong(pid)).stream())
                    .toList();
        } catch (IOException e) {
            return List.of(); // not Linux, or a kernel without that file
        }
    }

    private static Optional<Set<String>> environment(long pid) {
        return Mark.environment(pid).map(text -> new HashSet<>(List.of(text.split("\0"))));
    }
}
