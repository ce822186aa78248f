package weighbridge.process;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import weighbridge.record.Listener.Owner;
import weighbridge.record.Reading;
import weighbridge.text.CpuList;

/**
 * Reads one process tree, or a family: a tree with what has left it. Finding the processes costs far more than reading them, so that is a step of its
 * own. Not thread-safe.
 */
public final class ProcessTreeProbe {
    private static final int MAX_WEIGHINGS = 3;

    private final ProcessSource source;
    private final Optional<ProcessFamily> family;
    private final boolean alone;
    private final LostTime lostTime = new LostTime();
    private Optional<ControlGroup> group = Optional.empty();
    private List<ProcessId> processes = List.of();

    private ProcessTreeProbe(ProcessSource source, Optional<ProcessFamily> family, boolean alone) {
        this.source = source;
        this.family = family;
        this.alone = alone;
    }

    /** Of the process that has this pid now, and everything below it. */
    public static ProcessTreeProbe ofTree(long pid) {
        return ofTree(ProcessSource.OF_THIS_SYSTEM, pid);
    }

    static ProcessTreeProbe ofTree(ProcessSource source, long pid) {
        return new ProcessTreeProbe(source, source.find(pid).map(ProcessFamily::tree), false);
    }

    /**
     * Of the process that has this pid now, and all that came of it, also what has left its tree.
     *
     * @param mark that these bear
     * @param adopted more that are known to have come of it, which bear none
     */
    public static ProcessTreeProbe ofFamily(long pid, Mark mark, Collection<ProcessHandle> adopted) {
        ProcessSource source = ProcessSource.OF_THIS_SYSTEM;
        List<ProcessId> more = adopted.stream()
                .flatMap(process -> ProcessId.of(process).stream())
                .toList();
        return new ProcessTreeProbe(
                source, source.find(pid).map(root -> new ProcessFamily(root, Optional.of(mark), more)), false);
    }

    /** Of this very process without its children: the generator's own weight, not that of the servers it started. */
    public static ProcessTreeProbe ofSelf() {
        ProcessSource source = ProcessSource.OF_THIS_SYSTEM;
        return new ProcessTreeProbe(
                source, source.find(ProcessHandle.current().pid()).map(ProcessFamily::tree), true);
    }

    /** How finely processor time is counted on this system. */
    public static long cpuResolutionNanos() {
        return ProcessSource.OF_THIS_SYSTEM.cpuResolutionNanos();
    }

    /** Looks again which processes the tree has. */
    public void findProcesses() {
        findProcesses(source.scan());
    }

    /** Takes from one look at all processes which of them are the tree's. */
    public void findProcesses(ProcessTable table) {
        processes = family.map(found -> alone ? List.of(found.root()) : table.family(found))
                .orElse(List.of());
    }

    /**
     * What is cheap to read now, of the processes found last; empty when none of them runs any more. CPU time of a process
     * that ends just now may be missing, until the next reading has it as that of its parent's ended children.
     */
    public Optional<Reading> read() {
        Map<ProcessId, ProcessFigures> figures = new LinkedHashMap<>();
        processes.forEach(process -> source.read(process).ifPresent(read -> figures.put(process, read)));
        if (!alone) {
            lostTime.look(figures);
        }
        ReadingSum sum = new ReadingSum(!alone);
        figures.values().forEach(sum::add);
        return sum.total();
    }

    /** Finds the processes anew, and reads all there is of them now; empty when none of them runs. */
    public Optional<Reading> weigh() {
        ReadingSum sum = new ReadingSum(!alone);
        for (int weighing = 0; weighing < MAX_WEIGHINGS; weighing++) {
            findProcesses();
            sum = new ReadingSum(!alone);
            if (addAll(sum)) {
                break;
            }
        }
        return sum.total();
    }

    /** How many processes so far were there at one reading, and at the next neither they nor the CPU time that they had used. */
    public int lost() {
        return lostTime.count();
    }

    /** One of the processes found last that ignores SIGCHLD: the kernel drops what its children used. */
    public Optional<Owner> reaper() {
        return processes.stream()
                .map(ProcessId::pid)
                .filter(SignalMask::ignoresChildren)
                .findFirst()
                .map(ListenerProbe::owner);
    }

    /**
     * CPU time that compilers have used so far in the processes found last, s: those of a JVM or of .NET. Empty where there are none.
     */
    public OptionalDouble compilerSeconds() {
        return CompilerThreads.cpuSeconds(processes);
    }

    /** All processors that threads of these processes, found anew, may run on; empty where none of them lives. */
    public CpuList processors() {
        findProcesses();
        return processes.stream()
                .flatMap(process -> KernelThread.of(process.pid()).stream())
                .filter(thread -> !thread.isOfKernel())
                .flatMap(thread -> CpuAffinity.of(thread.id()).stream())
                .reduce(CpuList.of(List.of()), CpuList::or);
    }

    /** The same, started in this group, in which nobody else is. */
    public ProcessTreeProbe in(ControlGroup own) {
        group = Optional.of(own);
        return this;
    }

    /** CPU time of the control group that holds these processes, found anew, and nobody else; empty where there is none. */
    public OptionalDouble groupCpuSeconds() {
        OptionalDouble known = group.map(OwnGroup::cpuSeconds).orElseGet(OptionalDouble::empty);
        if (known.isPresent()) {
            return known;
        }
        findProcesses();
        return OwnGroup.of(processes).map(OwnGroup::cpuSeconds).orElseGet(OptionalDouble::empty);
    }

    /** Whether nobody ended between being found and being read: its CPU time would be in neither place. */
    private boolean addAll(ReadingSum sum) {
        boolean all = true;
        for (ProcessId process : processes) {
            Optional<ProcessFigures> figures = source.weigh(process);
            figures.ifPresent(sum::add);
            all &= figures.isPresent();
        }
        return all;
    }

    /** Lets the kernel's high-water marks of this tree start from here; empty where the system has or allows none. */
    public Optional<PeakMemory> startPeak() {
        return PeakMemory.start(this);
    }

    /** The processes found last, the root first; empty when the root has ended. */
    List<ProcessId> processes() {
        return processes;
    }

    /** Whether a process belongs to it together with its children. */
    boolean isTree() {
        return !alone;
    }
}
