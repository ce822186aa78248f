package weighbridge.analysis;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import weighbridge.capacity.CapacityBox;
import weighbridge.capacity.CapacityFinding.FewProcesses;
import weighbridge.capacity.CapacityReport;
import weighbridge.record.Recording;
import weighbridge.record.RoundRecording;
import weighbridge.record.TargetRecord;
import weighbridge.text.CpuList;
import weighbridge.text.Limits;

/**
 * The capacity of a target that may have been measured in several boxes: where the generator was the limit, it was measured again
 * in smaller ones. The card is that of the largest box whose capacity is known.
 *
 * @param card of that box
 * @param rounds in which the target was in it
 */
record BoxedCapacity(CapacityReport card, Set<Integer> rounds) {
    /** What is known of one box. */
    private record Box(Limits limits, CapacityReport card, Set<Integer> rounds) {
        boolean isHeld() {
            return card.outcome() == CapacityReport.Outcome.HELD;
        }
    }

    /** Empty of a target that was never called. @param recording of a run that looked for capacities */
    static Optional<BoxedCapacity> of(Recording recording, String name) {
        List<Box> boxes = new ArrayList<>();
        rounds(recording, name)
                .forEach((limits, rounds) -> new CapacityAnalysis(recording, name, rounds)
                        .report()
                        .ifPresent(card -> boxes.add(new Box(
                                limits,
                                card,
                                rounds.stream()
                                        .map(round -> round.round().number())
                                        .collect(Collectors.toSet())))));
        if (boxes.size() < 2) {
            return boxes.stream()
                    .map(box -> new BoxedCapacity(
                            box.card().in(box.limits().areNone() ? null : box.limits(), List.of()), box.rounds()))
                    .findFirst();
        }
        List<CapacityBox> told = boxes.stream()
                .map(box -> new CapacityBox(had(box.limits(), recording), left(box, boxes)))
                .toList();
        Box main = boxes.stream()
                .filter(Box::isHeld)
                .findFirst()
                // Otherwise the one of which most is known, of several the largest.
                .orElseGet(() -> boxes.stream()
                        .max(Comparator.comparing((Box box) -> box.card().callsPerSecond() != null)
                                .thenComparing(box -> box.card().confirmed())
                                .thenComparing(box -> -boxes.indexOf(box)))
                        .orElseThrow());
        CapacityBox known = told.get(boxes.indexOf(main));
        return Optional.of(new BoxedCapacity(known.card().in(known.limits(), told), main.rounds()));
    }

    /** That nobody confirmed a rate is no flaw where the search went on in a smaller box. */
    private static CapacityReport left(Box box, List<Box> boxes) {
        boolean isLast = boxes.indexOf(box) == boxes.size() - 1;
        return isLast || box.card().confirmed() > 0 ? box.card() : box.card().without(FewProcesses.class);
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
        int all = recording
                .run()
                .settings()
                .cores()
                .ofServers()
                .map(CpuList::count)
                .orElse(recording.run().environment().logicalCores());
        return limits.or(new Limits((double) all, null));
    }
}
