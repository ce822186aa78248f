package weighbridge.record;

import java.util.List;
import weighbridge.workload.Settings;

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
 * @param logOffsetMillis what the times of Gatling's log lack to be times of this run; null where no load began
 * @param rounds in their order, the last one as far as it came
 * @param remarks what went wrong in the run itself and not in a target, in words for the user
 */
public record RunRecord(
        String schema,
        String id,
        String simulation,
        String startedAt,
        boolean complete,
        Settings settings,
        Host environment,
        Main main,
        Long logOffsetMillis,
        List<RoundRecord> rounds,
        List<String> remarks) {

    /** The schema that is written and read. */
    public static final String SCHEMA = "weighbridge/run/4";

    /** One whose times are those of Gatling's log. */
    public RunRecord(
            String schema,
            String id,
            String simulation,
            String startedAt,
            boolean complete,
            Settings settings,
            Host environment,
            Main main,
            List<RoundRecord> rounds,
            List<String> remarks) {
        this(schema, id, simulation, startedAt, complete, settings, environment, main, null, rounds, remarks);
    }

    /** Copies the lists. */
    public RunRecord {
        rounds = List.copyOf(rounds);
        remarks = List.copyOf(remarks);
    }
}
