package weighbridge.recording;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Everything that an analysis starts from.
 *
 * @param run what {@code run.json} holds
 * @param calls the logged calls by target, in the order of the targets; a target without any has an empty entry
 * @param remarks what is wrong with the log, in words for the user; empty where it is whole
 */
public record Recording(RunRecord run, Map<String, Calls> calls, List<String> remarks) {

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
}
