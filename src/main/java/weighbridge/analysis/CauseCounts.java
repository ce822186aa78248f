package weighbridge.analysis;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import weighbridge.analysis.BurstTrace.CauseTrace;

/** Counts why calls failed: in the order in which causes were met, and there are few. */
final class CauseCounts {
    private final Map<Met, Integer> indexes = new LinkedHashMap<>();
    private final List<CauseTrace> counts = new ArrayList<>();

    /** A cause, with the status that came with it. */
    private record Met(Cause cause, int status) {}

    /** Counts a call. @return which of the causes it has */
    int add(Cause cause, int status) {
        int index = indexes.computeIfAbsent(new Met(cause, status), met -> indexes.size());
        if (index == counts.size()) {
            counts.add(new CauseTrace(cause.label(), status, 0));
        }
        counts.set(
                index, new CauseTrace(cause.label(), status, counts.get(index).calls() + 1));
        return index;
    }

    List<CauseTrace> inOrder() {
        return counts.stream()
                .sorted(Comparator.comparing(CauseTrace::calls)
                        .reversed()
                        .thenComparing(CauseTrace::label)
                        .thenComparing(CauseTrace::status))
                .toList();
    }

    /** Where each cause stands among these. */
    int[] places(List<CauseTrace> ordered) {
        return counts.stream().mapToInt(ordered::indexOf).toArray();
    }
}
