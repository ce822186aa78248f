package weighbridge.sample;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import oshi.SystemInfo;
import oshi.software.os.OSProcess;
import oshi.software.os.OperatingSystem;

/**
 * Reads one process tree through OSHI. Finding the processes of a tree costs far more than reading them, so that is a
 * step of its own. Not thread-safe.
 */
public final class ProcessTreeProbe {
    private static final OperatingSystem SYSTEM = new SystemInfo().getOperatingSystem();

    private final ProcessHandle root;
    private final boolean alone;
    private Map<Long, OSProcess> processes = new HashMap<>();

    private ProcessTreeProbe(ProcessHandle root, boolean alone) {
        this.root = root;
        this.alone = alone;
    }

    /** Of a process and everything below it. */
    public static ProcessTreeProbe ofTree(long pid) {
        return new ProcessTreeProbe(ProcessHandle.of(pid).orElse(null), false);
    }

    /** Of this very process without its children: the generator's own weight, not that of the servers it started. */
    public static ProcessTreeProbe ofSelf() {
        return new ProcessTreeProbe(ProcessHandle.current(), true);
    }

    /** Looks again which processes the tree has. */
    public void findProcesses() {
        Map<Long, OSProcess> found = new HashMap<>();
        for (long pid : pids()) {
            OSProcess known = processes.get(pid);
            OSProcess process = known != null ? known : SYSTEM.getProcess((int) pid);
            if (process != null) {
                found.put(pid, process);
            }
        }
        processes = found;
    }

    /** The tree's figures now, of the processes found last; empty when none of them runs any more. */
    public Optional<Reading> read() {
        long rssBytes = 0;
        long vmsBytes = 0;
        long cpuMillis = 0;
        int count = 0;
        for (OSProcess process : processes.values()) {
            if (process.updateAttributes()) {
                rssBytes += process.getResidentMemory();
                vmsBytes += process.getVirtualSize();
                cpuMillis += process.getKernelTime() + process.getUserTime();
                count++;
            }
        }
        return count == 0 ? Optional.empty() : Optional.of(new Reading(rssBytes, vmsBytes, cpuMillis / 1000.0, count));
    }

    /** The ids of the processes, the root first; empty when the root has ended. */
    List<Long> pids() {
        // The handle carries the start time: an id that was given to another process meanwhile is not alive.
        if (root == null || !root.isAlive()) {
            return List.of();
        }
        try (Stream<ProcessHandle> below = alone ? Stream.empty() : root.descendants()) {
            List<Long> pids = new ArrayList<>(List.of(root.pid()));
            below.forEach(process -> pids.add(process.pid()));
            return pids;
        }
    }

    /** The kernel's high-water mark of this tree. */
    public PeakMemory peak() {
        return new PeakMemory(pids());
    }
}
