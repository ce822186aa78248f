package weighbridge.analysis;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import weighbridge.analysis.BurstTrace.CauseTrace;

/** Counts why calls failed: in the order in which causes were met, and there are few. */
final class CauseCounts {
    private final List<String> labels = new ArrayList<>();
    private final List<Integer> statuses = new ArrayList<>();
    private int[] calls = new int[8];

    /** Counts a call. @return which of the causes it has */
    int add(String label, int status) {
        int index = indexOf(label, status);
        if (index == labels.size()) {
            labels.add(label);
            statuses.add(status);
            calls = index < calls.length ? calls : Arrays.copyOf(calls, index * 2);
        }
        calls[index]++;
        return index;
    }

    private int indexOf(String label, int status) {
        int index = 0;
        while (index < labels.size()
                && !(statuses.get(index) == status && labels.get(index).equals(label))) {
            index++;
        }
        return index;
    }

    List<CauseTrace> inOrder() {
        List<CauseTrace> causes = new ArrayList<>();
        for (int index = 0; index < labels.size(); index++) {
            causes.add(new CauseTrace(labels.get(index), statuses.get(index), calls[index]));
        }
        causes.sort(Comparator.comparing(CauseTrace::calls)
                .reversed()
                .thenComparing(CauseTrace::label)
                .thenComparing(CauseTrace::status));
        return causes;
    }

    /** Where each cause stands among these. */
    int[] places(List<CauseTrace> causes) {
        int[] places = new int[causes.size()];
        for (int place = 0; place < places.length; place++) {
            places[indexOf(causes.get(place).label(), causes.get(place).status())] = place;
        }
        return places;
    }
}
