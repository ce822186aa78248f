package weighbridge.process;

import oshi.software.os.OSProcess;
import weighbridge.record.Reading.Counts;

/** Where each system has what is counted of one process. */
final class ProcessCounts {
    private ProcessCounts() {}

    /** From {@code /proc}. */
    static Counts onLinux(ProcStat stat) {
        return new Counts(DescriptorsProbe.open(stat.process().pid()), stat.threads());
    }

    /** From OSHI, which has -1 where a system does not tell. */
    static Counts elsewhere(OSProcess process) {
        return new Counts(process.getOpenFiles() < 0 ? null : process.getOpenFiles(), (long) process.getThreadCount());
    }
}
