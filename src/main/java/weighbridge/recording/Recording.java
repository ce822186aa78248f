package weighbridge.recording;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Everything that an analysis starts from.
 *
 * @param run what {@code run.json} holds
 * @param calls the calls of the measured bursts by target, in the order of the targets; a target without any has an
 *     empty entry
 * @param coldCalls the calls of the cold bursts, likewise
 * @param remarks what is wrong with the log, in words for the user; empty where it is whole
 */
public record Recording(RunRecord run, Map<String, Calls> calls, Map<String, Calls> coldCalls, List<String> remarks) {

    /** Copies the list. */
    public Recording {
        remarks = List.copyOf(remarks);
    }

    /** The weighing of this one at this moment. */
    public Optional<Weighing> weighing(String name, Weighing.Moment moment) {
        return run.weighings().stream()
                .filter(weighing -> weighing.name().equals(name) && weighing.moment() == moment)
                .findFirst();
    }

    /** What was seen around this target's measured burst. */
    public Optional<Window> window(String name) {
        return run.windows().stream()
                .filter(window -> window.name().equals(name))
                .findFirst();
    }

    /** The live heap of this target at this moment. */
    public Optional<HeapWeighing> heap(String name, Weighing.Moment moment) {
        return run.heaps().stream()
                .filter(heap -> heap.name().equals(name) && heap.moment() == moment)
                .findFirst();
    }
}
