package weighbridge.process;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import oshi.SystemInfo;
import oshi.software.os.OSProcess;
import oshi.software.os.OperatingSystem;
import weighbridge.record.Reading;

/**
 * Processes as Java finds them and OSHI reads them, on every system. PSS, private bytes and the CPU time of ended
 * children are not to be had in this way; CPU time is in ms, which Linux gives in steps of 10. Start times are in ms
 * since 1970.
 */
record OshiProcesses() implements ProcessSource {
    private static final OperatingSystem SYSTEM = new SystemInfo().getOperatingSystem();

    @Override
    public Optional<ProcessId> find(long pid) {
        return ProcessHandle.of(pid).map(OshiProcesses::id);
    }

    /** Finds nothing yet, and marks nowhere: Java looks for the processes of one tree faster than for each one's parent. */
    @Override
    public ProcessTable scan() {
        return new ProcessTable(
                family -> handle(family.root()).map(OshiProcesses::tree).orElse(List.of()), this::scan);
    }

    private static List<ProcessId> tree(ProcessHandle root) {
        List<ProcessId> tree = new ArrayList<>(List.of(id(root)));
        try (Stream<ProcessHandle> below = root.descendants()) {
            below.map(OshiProcesses::id).forEach(tree::add);
        }
        return tree;
    }

    @Override
    public Optional<ProcessFigures> read(ProcessId process) {
        OSProcess figures = SYSTEM.getProcess((int) process.pid());
        if (figures == null || handle(process).isEmpty()) {
            return Optional.empty();
        }
        Reading reading = new Reading(
                figures.getResidentMemory(),
                figures.getVirtualSize(),
                null,
                null,
                (figures.getKernelTime() + figures.getUserTime()) / 1000.0,
                1,
                figures.getState() == OSProcess.State.STOPPED ? 1 : 0,
                ProcessCounts.elsewhere(figures));
        return Optional.of(new ProcessFigures(figures.getState() != OSProcess.State.ZOMBIE, reading, 0));
    }

    @Override
    public Optional<ProcessFigures> weigh(ProcessId process) {
        return read(process);
    }

    private static Optional<ProcessHandle> handle(ProcessId process) {
        return ProcessHandle.of(process.pid())
                .filter(handle -> handle.isAlive() && id(handle).equals(process));
    }

    private static ProcessId id(ProcessHandle handle) {
        // Java does not tell when the processes of another user were started on some systems.
        return new ProcessId(
                handle.pid(),
                handle.info().startInstant().map(Instant::toEpochMilli).orElse(0L));
    }

    /** The coarsest of the systems that OSHI knows: Windows counts in its timer's ticks of up to 16 ms. */
    @Override
    public long cpuResolutionNanos() {
        return 16_000_000;
    }
}
