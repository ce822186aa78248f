package weighbridge.record;

import java.util.List;

/**
 * Everything that an analysis starts from.
 *
 * @param run what {@code run.json} holds
 * @param callsStartedAtMillis start of Gatling's log, time of the run, ms since 1970, after which the times of all calls are
 *     told; null where there is no log that can be read
 * @param rounds in their order
 * @param damage what is missing of the logs or cannot be read, in words for the user; empty where they are whole
 * @param remarks what else is wrong with the run folder, likewise
 * @param latencies of the calls of each probe; empty in a run of bursts
 * @param samples of all process trees
 */
public record Recording(
        RunRecord run,
        Long callsStartedAtMillis,
        List<RoundRecording> rounds,
        List<String> damage,
        List<String> remarks,
        Latencies latencies,
        Samples samples) {

    /** Of logs that are whole. */
    public Recording(
            RunRecord run,
            Long callsStartedAtMillis,
            List<RoundRecording> rounds,
            List<String> remarks,
            Latencies latencies,
            Samples samples) {
        this(run, callsStartedAtMillis, rounds, List.of(), remarks, latencies, samples);
    }

    /** Copies the lists. */
    public Recording {
        rounds = List.copyOf(rounds);
        damage = List.copyOf(damage);
        remarks = List.copyOf(remarks);
    }
}
