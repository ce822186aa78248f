package weighbridge.engine;

import java.util.Optional;
import java.util.OptionalLong;
import weighbridge.process.PeakMemory;
import weighbridge.process.ProcessTreeProbe;

/**
 * The most resident memory of a server from before its first call to now. Each window sets the kernel's mark back, so the
 * mark is read before.
 */
final class OverallPeak {
    private Optional<PeakMemory> mark;
    private OptionalLong most = OptionalLong.of(0);

    OverallPeak(ProcessTreeProbe processes) {
        mark = processes.startPeak();
    }

    /** A window is about to set the mark back. */
    void beforeWindow() {
        most = read();
    }

    /** It has done so. @param since the mark from there on; empty where it may not be set */
    void afterBegin(Optional<PeakMemory> since) {
        mark = since;
    }

    /** Empty where a process has ended since, or where the system does not tell. */
    OptionalLong read() {
        OptionalLong now = mark.map(PeakMemory::readBytes).orElse(OptionalLong.empty());
        return most.isPresent() && now.isPresent()
                ? OptionalLong.of(Math.max(most.getAsLong(), now.getAsLong()))
                : OptionalLong.empty();
    }
}
