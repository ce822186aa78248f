package weighbridge.process;

import java.util.Optional;
import weighbridge.record.Reading;

/** Adds up the processes of a tree. A figure that one of them does not tell is not told of the tree. */
final class ReadingSum {
    private final boolean endedChildren;
    private Reading running;
    private double cpuSeconds;

    /** @param endedChildren whether the CPU time of children that have ended belongs to it */
    ReadingSum(boolean endedChildren) {
        this.endedChildren = endedChildren;
    }

    void add(ProcessFigures figures) {
        cpuSeconds += figures.reading().cpuSeconds() + (endedChildren ? figures.endedChildrenCpuSeconds() : 0);
        if (figures.running()) {
            running = running == null ? figures.reading() : running.plus(figures.reading());
        }
    }

    /** Empty when nobody was running. */
    Optional<Reading> total() {
        return Optional.ofNullable(running).map(reading -> reading.withCpuSeconds(cpuSeconds));
    }
}
