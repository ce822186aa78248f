package weighbridge.analysis;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import weighbridge.capacity.CapacityBox;
import weighbridge.capacity.CapacityReport;
import weighbridge.record.Recording;
import weighbridge.record.RoundRecording;
import weighbridge.record.TargetRecord;
import weighbridge.text.Limits;
import weighbridge.workload.Cores;

/**
 * The capacity card of a target that may have been measured in several boxes: where the generator was the limit, it was measured
 * again in smaller ones. The card is that of the largest box whose capacity is known.
 */
final class BoxedCapacity {
    private BoxedCapacity() {}

    /** Its card; empty of a target that was never called. @param recording of a run that looked for capacities */
    static Optional<CapacityReport> of(Recording recording, String name) {
        List<CapacityBox> boxes = new ArrayList<>();
        rounds(recording, name)
                .forEach((limits, rounds) -> new CapacityAnalysis(recording, name, rounds)
                        .report()
                        .ifPresent(card -> boxes.add(new CapacityBox(limits, card))));
        if (boxes.size() < 2) {
            return boxes.stream()
                    .map(box -> box.card().in(box.limits().areNone() ? null : box.limits(), List.of()))
                    .findFirst();
        }
        List<CapacityBox> told = boxes.stream()
                .map(box -> new CapacityBox(had(box.limits(), recording), box.card()))
                .toList();
        CapacityBox known = told.stream()
                .filter(box -> box.card().outcome() == CapacityReport.Outcome.HELD)
                .findFirst()
                .or(() -> told.stream()
                        .filter(box -> box.card().callsPerSecond() != null)
                        .findFirst())
                .orElse(told.get(0));
        return Optional.of(known.card().in(known.limits(), told));
    }

    /** Its rounds by its limits, in the order in which it was measured in them. */
    private static Map<Limits, List<RoundRecording>> rounds(Recording recording, String name) {
        Map<Limits, List<RoundRecording>> rounds = new LinkedHashMap<>();
        for (RoundRecording round : recording.rounds()) {
            round.round().targets().stream()
                    .filter(target -> target.name().equals(name))
                    .map(TargetRecord::limits)
                    .map(limits -> limits == null ? Limits.NONE : limits)
                    .forEach(limits -> rounds.computeIfAbsent(limits, box -> new ArrayList<>())
                            .add(round));
        }
        return rounds;
    }

    /** Without a limit of CPU time a server has all processors that it is kept on. */
    private static Limits had(Limits limits, Recording recording) {
        int all = recording.run().settings().cores() instanceof Cores.Listed split
                ? split.servers().count()
                : recording.run().environment().logicalCores();
        return limits.or(new Limits((double) all, null));
    }
}
