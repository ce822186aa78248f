package weighbridge.recording;

import java.util.List;
import weighbridge.load.Phase;
import weighbridge.sample.Host;

/**
 * What {@code run.json} holds: all of a run but its samples and calls.
 *
 * @param schema {@value #SCHEMA}
 * @param id name of the run folder
 * @param simulation class name of the simulation
 * @param startedAt ISO-8601 in UTC
 * @param complete whether the run came to its end
 * @param settings what the user chose
 * @param environment what it ran on
 * @param main the process that hammers
 * @param targets in the order of the run
 * @param phases in the order in which they ended
 * @param weighings in the order in which they were made
 * @param heaps live heaps, in the order in which they were read
 * @param windows what was seen around each measured burst
 * @param remarks what went wrong in the run itself and not in a target, in words for the user
 */
public record RunRecord(
        String schema,
        String id,
        String simulation,
        String startedAt,
        boolean complete,
        SettingsRecord settings,
        Host environment,
        Main main,
        List<TargetRecord> targets,
        List<Phase> phases,
        List<Weighing> weighings,
        List<HeapWeighing> heaps,
        List<Window> windows,
        List<String> remarks) {

    /** The schema that is written and read. */
    public static final String SCHEMA = "weighbridge/run/3";

    /** Copies the lists. */
    public RunRecord {
        targets = List.copyOf(targets);
        phases = List.copyOf(phases);
        weighings = List.copyOf(weighings);
        heaps = List.copyOf(heaps);
        windows = List.copyOf(windows);
        remarks = List.copyOf(remarks);
    }
}
