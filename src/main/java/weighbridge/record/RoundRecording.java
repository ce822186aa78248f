package weighbridge.record;

import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import weighbridge.workload.Purpose;

/**
 * Everything of one round that an analysis starts from.
 *
 * @param round what {@code run.json} holds of it
 * @param calls the calls of the measured bursts by target, in the order of the targets; a target without any has an
 *     empty entry
 * @param coldCalls the calls of the cold bursts, likewise
 */
public record RoundRecording(RoundRecord round, Map<String, Calls> calls, Map<String, Calls> coldCalls) {

    /** The weighing of this one at this moment. */
    public Optional<Weighing> weighing(String name, Weighing.Moment moment) {
        return round.weighings().stream()
                .filter(weighing -> weighing.name().equals(name) && weighing.moment() == moment)
                .findFirst();
    }

    /** What was seen around this target's measured burst. */
    public Optional<Window> window(String name) {
        return round.windows().stream()
                .filter(window -> window.name().equals(name))
                .findFirst();
    }

    /** What was seen around each load over time of this target but for those beyond its capacity, and around its measured burst. */
    public Stream<Window> windows(String name) {
        Stream<Window> loads = round.probes().stream()
                .filter(probe -> probe.target().equals(name) && !probe.purpose().isBeyondCapacity())
                .map(ProbeRecord::window);
        return Stream.concat(loads, window(name).stream()).filter(Objects::nonNull);
    }

    /** How many of the measured calls of a target are known to have ended: its log may have a part of them only. */
    public long ended(String name) {
        long counted = round.lastProbes(Purpose.STEADY).stream()
                .filter(probe -> probe.target().equals(name))
                .mapToLong(ProbeRecord::started)
                .max()
                .orElse(0);
        return Math.max(calls.get(name).size(), counted);
    }

    /** The live heap of this target at this moment. */
    public Optional<HeapWeighing> heap(String name, Weighing.Moment moment) {
        return round.heaps().stream()
                .filter(heap -> heap.name().equals(name) && heap.moment() == moment)
                .findFirst();
    }
}
