package weighbridge.process;

import java.util.Map;

/**
 * Counts the processes of a tree whose CPU time went with them: they are gone, and what children that ended have left to the
 * others has not grown by theirs. Nobody waited for them, or somebody outside of the tree did.
 */
final class LostTime {
    /** User and system time of ended children are each told in whole ticks of 10 ms. */
    private static final double TOLERANCE_SECONDS = 0.03;

    private Map<ProcessId, ProcessFigures> before = Map.of();
    private volatile int lost;

    /** The next look. @param now all processes that are there, also those that have ended and were not yet waited for */
    void look(Map<ProcessId, ProcessFigures> now) {
        int gone = 0;
        double missing = 0;
        for (Map.Entry<ProcessId, ProcessFigures> process : before.entrySet()) {
            if (!now.containsKey(process.getKey())) {
                gone++;
                missing += process.getValue().reading().cpuSeconds()
                        + process.getValue().endedChildrenCpuSeconds();
            }
        }
        for (Map.Entry<ProcessId, ProcessFigures> process : now.entrySet()) {
            ProcessFigures earlier = before.get(process.getKey());
            missing -= process.getValue().endedChildrenCpuSeconds()
                    - (earlier == null ? 0 : earlier.endedChildrenCpuSeconds());
        }
        if (gone > 0 && missing > TOLERANCE_SECONDS) {
            lost += gone;
        }
        before = now;
    }

    /** How many so far; more than were lost where others ended at the same time in order. */
    int count() {
        return lost;
    }
}
