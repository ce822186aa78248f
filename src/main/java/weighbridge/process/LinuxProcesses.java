package weighbridge.process;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Stream;
import weighbridge.record.Reading;

/**
 * Processes as {@code /proc} has them (proc(5)). What was read under a pid counts only if the start time read after it is
 * still that of the process: a pid is not given away while its process is there.
 *
 * <p>Huge pages (hugetlbpage) are in neither Rss nor Pss of the kernel. They are added to both, so that no process has more
 * of its own than it has: shared ones whole, since the kernel does not tell by how many.
 *
 * @param units in what the kernel counts
 * @param hugePages whether the system has any
 */
record LinuxProcesses(KernelUnits units, boolean hugePages) implements ProcessSource {
    private static final File HUGE_PAGES = new File("/sys/kernel/mm/hugepages");

    /** Of this system. */
    LinuxProcesses(KernelUnits units) {
        this(units, hasHugePages());
    }

    /** Asked once: without any a light reading needs no second file. */
    private static boolean hasHugePages() {
        File[] sizes = HUGE_PAGES.listFiles();
        return Stream.of(sizes == null ? new File[0] : sizes)
                .flatMap(size ->
                        Stream.of("nr_hugepages", "nr_overcommit_hugepages").map(file -> new File(size, file)))
                .anyMatch(LinuxProcesses::isAboveZero);
    }

    private static boolean isAboveZero(File count) {
        try {
            return !Files.readString(count.toPath()).strip().equals("0");
        } catch (IOException e) {
            return false;
        }
    }

    @Override
    public Optional<ProcessId> find(long pid) {
        return ProcStat.read(pid).map(ProcStat::process);
    }

    @Override
    public ProcessTable scan() {
        return scan(Map.of());
    }

    /** Who is known is not read again, unless its parent is gone and it must have got another one. */
    private static ProcessTable scan(Map<Long, ProcStat> known) {
        Map<Long, ProcStat> processes = new HashMap<>();
        Map<Long, List<ProcessId>> children = new HashMap<>();
        Set<Long> pids = pids();
        for (long pid : pids) {
            ProcStat before = known.get(pid);
            boolean readAgain = before == null || !pids.contains(before.parentPid());
            (readAgain ? ProcStat.read(pid) : Optional.of(before)).ifPresent(stat -> {
                processes.put(pid, stat);
                children.computeIfAbsent(stat.parentPid(), parent -> new ArrayList<>())
                        .add(stat.process());
            });
        }
        return new ProcessTable(
                family -> {
                    ProcStat stat = processes.get(family.root().pid());
                    return stat != null && stat.process().equals(family.root())
                            ? members(family, stat, processes.values(), children)
                            : List.of();
                },
                () -> scan(processes));
    }

    private static Set<Long> pids() {
        String[] names = new File("/proc").list();
        Set<Long> pids = new LinkedHashSet<>();
        for (String name : names == null ? new String[0] : names) {
            if (Character.isDigit(name.charAt(0))) {
                pids.add(Long.valueOf(name));
            }
        }
        return pids;
    }

    private static List<ProcessId> members(
            ProcessFamily family, ProcStat root, Collection<ProcStat> processes, Map<Long, List<ProcessId>> children) {
        Set<ProcessId> members = new LinkedHashSet<>(withAllBelow(family.root(), children));
        family.adopted().stream()
                .filter(process ->
                        processes.stream().anyMatch(stat -> stat.process().equals(process)))
                .forEach(process -> members.addAll(withAllBelow(process, children)));
        if (family.mark().isPresent()) {
            long pid = root.process().pid();
            boolean leads = root.isLedBy(pid);
            for (ProcStat stat : processes) {
                if (!members.contains(stat.process())
                        && (leads && stat.isLedBy(pid)
                                || KnownMarks.of(stat.process()).equals(family.mark()))) {
                    members.addAll(withAllBelow(stat.process(), children));
                }
            }
        }
        return List.copyOf(members);
    }

    private static List<ProcessId> withAllBelow(ProcessId root, Map<Long, List<ProcessId>> children) {
        List<ProcessId> tree = new ArrayList<>(List.of(root));
        for (int index = 0; index < tree.size(); index++) {
            ProcessId parent = tree.get(index);
            for (ProcessId child : children.getOrDefault(parent.pid(), List.of())) {
                // Who is older than its parent was read when another process had the parent's pid.
                if (child.startTime() >= parent.startTime() && !child.equals(root)) {
                    tree.add(child);
                }
            }
        }
        return tree;
    }

    /** CPU time is from the kernel's clock in ns, else in ticks; that of ended children is always in ticks. */
    @Override
    public Optional<ProcessFigures> read(ProcessId process) {
        OptionalLong cpuNanos = Kernel.cpuNanos(process.pid());
        Optional<ProcStat> now = ProcStat.read(process);
        if (now.isEmpty()) {
            return Optional.empty();
        }
        ProcStat stat = now.get();
        double cpuSeconds = cpuNanos.isPresent() ? cpuNanos.getAsLong() / 1e9 : seconds(stat.cpuTicks());
        Reading reading = new Reading(
                stat.rssPages() * units.pageBytes() + (hugePages ? hugeBytes(process.pid()) : 0),
                stat.vmsBytes(),
                null,
                null,
                cpuSeconds,
                1,
                stat.stopped() ? 1 : 0,
                ProcessCounts.onLinux(stat));
        return Optional.of(new ProcessFigures(stat.running(), reading, seconds(stat.endedChildrenCpuTicks())));
    }

    private static long hugeBytes(long pid) {
        try {
            return ProcFields.read(pid, "status").bytes("HugetlbPages").orElse(0);
        } catch (IOException e) {
            return 0; // it has just ended
        }
    }

    /** Memory is counted page by page; where that is not for us, RSS is as in {@link #read} and the others null. */
    @Override
    public Optional<ProcessFigures> weigh(ProcessId process) {
        Optional<ProcFields> rollup = rollup(process.pid());
        Optional<ProcFields> status = fields(process.pid(), "status");
        return read(process)
                .map(figures ->
                        rollup.isPresent() && status.isPresent() ? with(rollup.get(), status.get(), figures) : figures);
    }

    private static ProcessFigures with(ProcFields rollup, ProcFields status, ProcessFigures figures) {
        long huge = rollup.bytes("Private_Hugetlb").orElse(0);
        long sharedHuge = rollup.bytes("Shared_Hugetlb").orElse(0);
        long ownBytes = rollup.bytes("Private_Clean").orElse(0)
                + rollup.bytes("Private_Dirty").orElse(0)
                + huge;
        long pss = rollup.bytes("Pss").orElseThrow();
        long rss = rollup.bytes("Rss").orElse(pss);
        OptionalLong lazyFree = rollup.bytes("LazyFree");
        Reading weighed = figures.reading()
                .withMemory(
                        rss + huge + sharedHuge,
                        pss + huge + sharedHuge,
                        ownBytes,
                        repeated(rollup, status),
                        lazyFree.isPresent() ? lazyFree.getAsLong() : null);
        return new ProcessFigures(figures.running(), weighed, figures.endedChildrenCpuSeconds());
    }

    /** Pages of files are left out: that a library is there for other programs too is no fault of RSS. Null where it is not told. */
    private static Long repeated(ProcFields rollup, ProcFields status) {
        OptionalLong anonymous = rollup.bytes("Pss_Anon");
        OptionalLong shared = rollup.bytes("Pss_Shmem");
        OptionalLong all = status.bytes("RssAnon");
        return anonymous.isEmpty() || shared.isEmpty() || all.isEmpty()
                ? null
                : Math.max(
                        0,
                        all.getAsLong()
                                + status.bytes("RssShmem").orElse(0)
                                - anonymous.getAsLong()
                                - shared.getAsLong());
    }

    /** The sums over all mappings (smaps_rollup, since Linux 4.14). */
    private static Optional<ProcFields> rollup(long pid) {
        return fields(pid, "smaps_rollup").filter(fields -> fields.bytes("Pss").isPresent());
    }

    private static Optional<ProcFields> fields(long pid, String file) {
        try {
            return Optional.of(ProcFields.read(pid, file));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    @Override
    public long cpuResolutionNanos() {
        return Kernel.isAvailable() ? 1 : 1_000_000_000 / units.ticksPerSecond();
    }

    private double seconds(long ticks) {
        return ticks / (double) units.ticksPerSecond();
    }
}
