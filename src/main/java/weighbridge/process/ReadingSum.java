package weighbridge.process;

import java.util.Optional;
import weighbridge.record.Reading;

/** Adds up the processes of a tree. A figure that one of them does not tell is not told of the tree. */
final class ReadingSum {
    private final boolean endedChildren;
    private long rssBytes;
    private long vmsBytes;
    private Long pssBytes = 0L;
    private Long privateBytes = 0L;
    private double cpuSeconds;
    private int processes;
    private int stopped;

    /** @param endedChildren whether the CPU time of children that have ended belongs to it */
    ReadingSum(boolean endedChildren) {
        this.endedChildren = endedChildren;
    }

    void add(ProcessFigures figures) {
        cpuSeconds += figures.cpuSeconds() + (endedChildren ? figures.endedChildrenCpuSeconds() : 0);
        if (figures.running()) {
            rssBytes += figures.rssBytes();
            vmsBytes += figures.vmsBytes();
            pssBytes = sum(pssBytes, figures.pssBytes());
            privateBytes = sum(privateBytes, figures.privateBytes());
            processes++;
            stopped += figures.stopped() ? 1 : 0;
        }
    }

    private static Long sum(Long one, Long other) {
        return one == null || other == null ? null : Long.valueOf(one + other);
    }

    /** Empty when nobody was running. */
    Optional<Reading> total() {
        return processes == 0
                ? Optional.empty()
                : Optional.of(new Reading(rssBytes, vmsBytes, pssBytes, privateBytes, cpuSeconds, processes, stopped));
    }
}
