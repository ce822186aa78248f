package weighbridge.process;

import java.util.Optional;

/** Where processes and their figures come from. Without state: any thread may call it. */
interface ProcessSource {
    /** Linux tells in {@code /proc}; elsewhere OSHI knows where to ask. */
    ProcessSource OF_THIS_SYSTEM =
            KernelUnits.read().<ProcessSource>map(LinuxProcesses::new).orElseGet(OshiProcesses::new);

    /** The process that has this pid now. */
    Optional<ProcessId> find(long pid);

    /** Looks which processes there are. */
    ProcessTable scan();

    /** What is cheap to read; empty when the process is gone, whoever has its pid now. */
    Optional<ProcessFigures> read(ProcessId process);

    /** All that the system tells, which may take milliseconds; empty when the process is gone. */
    Optional<ProcessFigures> weigh(ProcessId process);

    /** How finely the processor time of a process is counted. */
    long cpuResolutionNanos();
}
