package weighbridge.process;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/**
 * The kernel's own high-water mark of resident memory since a moment: a spike between two samples is in it. Linux only.
 * In a tree of several processes the marks are added though they need not fall on one moment, so the sum is an upper
 * bound. A process that was started after that moment has its mark from its birth on; one that became another program
 * (execve(2)) has that of the new program only.
 *
 * <p>A process takes its mark with it when it ends. Rather than telling too little there is no figure then, even if the
 * process came and went between two looks: its parent's count of ended children's page faults gives it away, if it was
 * waited for.
 */
public final class PeakMemory {
    private final ProcessTreeProbe probe;
    private final Map<ProcessId, ProcStat> atStart = new HashMap<>();

    private PeakMemory(ProcessTreeProbe probe) {
        this.probe = probe;
    }

    static Optional<PeakMemory> start(ProcessTreeProbe probe) {
        PeakMemory peak = new PeakMemory(probe);
        probe.findProcesses();
        try {
            for (ProcessId process : probe.processes()) {
                peak.reset(process);
            }
        } catch (IOException e) {
            return Optional.empty();
        }
        return peak.atStart.isEmpty() ? Optional.empty() : Optional.of(peak);
    }

    /** Sets the mark to what is resident now (proc_pid_clear_refs(5): 5). @throws IOException where it may not be set */
    private void reset(ProcessId process) throws IOException {
        Path file = Path.of("/proc", Long.toString(process.pid()), "clear_refs");
        // Opened first: an open file stays that of its process, so it is this one's if the process is there after that.
        try (OutputStream out = Files.newOutputStream(file, StandardOpenOption.WRITE)) {
            Optional<ProcStat> stat = ProcStat.read(process);
            if (stat.isPresent()) {
                out.write("5".getBytes(StandardCharsets.US_ASCII));
                atStart.put(process, stat.get());
            }
        } catch (IOException e) {
            if (ProcStat.read(process).isPresent()) {
                throw e;
            }
        }
    }

    /**
     * Highest resident bytes since the start (VmHWM in proc_pid_status(5)); empty when a process of the tree has ended
     * meanwhile.
     */
    public OptionalLong readBytes() {
        probe.findProcesses();
        Set<ProcessId> processes = new LinkedHashSet<>(atStart.keySet());
        processes.addAll(probe.processes());
        long bytes = 0;
        for (ProcessId process : processes) {
            OptionalLong mark = mark(process);
            if (mark.isEmpty()) {
                return OptionalLong.empty();
            }
            bytes += mark.getAsLong();
        }
        return OptionalLong.of(bytes);
    }

    /** How many processes of the tree have ended since the start, as far as that can be seen now. */
    public int ended() {
        int gone = 0;
        boolean unseen = false;
        for (Map.Entry<ProcessId, ProcStat> process : atStart.entrySet()) {
            Optional<ProcStat> now = ProcStat.read(process.getKey());
            boolean runs = now.filter(ProcStat::running).isPresent();
            gone += process.getValue().running() && !runs ? 1 : 0;
            unseen |= runs && !nobodyEnded(process.getValue(), now.get());
        }
        return gone == 0 && unseen ? 1 : gone;
    }

    private OptionalLong mark(ProcessId process) {
        ProcStat before = atStart.get(process);
        if (before != null && !before.running()) {
            return OptionalLong.of(0); // had ended before
        }
        try {
            ProcFields status = ProcFields.read(process.pid(), "status");
            OptionalLong mark = status.bytes("VmHWM");
            // Huge pages are in no mark. A program that has some mostly keeps them.
            long hugeBytes = status.bytes("HugetlbPages").orElse(0);
            // After the mark, for the same reason as in LinuxProcesses.
            return ProcStat.read(process)
                                    .filter(now -> nobodyEnded(before, now))
                                    .isPresent()
                            && mark.isPresent()
                    ? OptionalLong.of(mark.getAsLong() + hugeBytes)
                    : OptionalLong.empty();
        } catch (IOException e) {
            return OptionalLong.empty();
        }
    }

    private boolean nobodyEnded(ProcStat before, ProcStat now) {
        long faults = before == null ? 0 : before.endedChildrenFaults();
        return !probe.isTree() || now.endedChildrenFaults() == faults;
    }
}
