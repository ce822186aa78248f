package weighbridge.record;

import java.util.List;

/**
 * Everything that an analysis starts from.
 *
 * @param run what {@code run.json} holds
 * @param callsStartedAtMillis start of Gatling's log, time of the run, ms since 1970, after which the times of all calls are
 *     told; null where there is no log that can be read
 * @param rounds in their order
 * @param remarks what is wrong with the log, in words for the user; empty where it is whole
 * @param latencies of the calls of each probe; empty in a run of bursts
 * @param samples of all process trees
 */
public record Recording(
        RunRecord run,
        Long callsStartedAtMillis,
        List<RoundRecording> rounds,
        List<String> remarks,
        Latencies latencies,
        Samples samples) {

    /** Copies the lists. */
    public Recording {
        rounds = List.copyOf(rounds);
        remarks = List.copyOf(remarks);
    }
}
