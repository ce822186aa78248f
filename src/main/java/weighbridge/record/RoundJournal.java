package weighbridge.record;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import weighbridge.workload.Phase;

/** Gathers one round of a {@link RunJournal}, under whose lock it is. */
final class RoundJournal {
    final Map<String, TargetRecord> targets = new LinkedHashMap<>();
    final List<Phase> phases = new ArrayList<>();
    final List<Weighing> weighings = new ArrayList<>();
    final List<HeapWeighing> heaps = new ArrayList<>();
    final List<Window> windows = new ArrayList<>();
    final List<ProbeRecord> probes = new ArrayList<>();
    final int number;
    private final List<String> order;
    private final String again;

    RoundJournal(int number, List<String> order, String again) {
        this.number = number;
        this.order = order;
        this.again = again;
    }

    /** Drops all that was read of the processes of a target. */
    void dropWeights(String name) {
        weighings.removeIf(weighing -> weighing.name().equals(name));
        heaps.removeIf(heap -> heap.name().equals(name));
        windows.replaceAll(window -> window.name().equals(name) ? window.withoutProcesses() : window);
        probes.replaceAll(
                probe -> probe.target().equals(name) && probe.window() != null ? probe.withoutProcesses() : probe);
    }

    RoundRecord snapshot() {
        return new RoundRecord(
                number, order, again, List.copyOf(targets.values()), phases, weighings, heaps, windows, probes);
    }
}
