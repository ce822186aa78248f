package weighbridge.analysis;

import java.util.List;
import java.util.stream.Stream;
import weighbridge.record.Recording;
import weighbridge.record.RoundRecording;
import weighbridge.record.RunRecord;
import weighbridge.record.TargetRecord;
import weighbridge.workload.Burst;

/**
 * A burst of which calls stand in the log, or a load over time all of whose calls do.
 *
 * @param kind cold or measured
 * @param calls at least one
 */
record LoggedBurst(Burst.Kind kind, JudgedCalls calls) {

    /** Those of a target in a round, in the order of time; none where it is not known when the log began. */
    static List<LoggedBurst> of(Recording recording, RoundRecording round, TargetRecord target) {
        if (recording.callsStartedAtMillis() == null) {
            return List.of();
        }
        RunRecord run = recording.run();
        return Stream.of(
                        new LoggedBurst(Burst.Kind.COLD, JudgedCalls.cold(run, round, target)),
                        new LoggedBurst(Burst.Kind.MEASURED, JudgedCalls.measured(run, round, target)))
                .filter(burst -> burst.calls().size() > 0 && !isThinned(burst, round, target))
                .toList();
    }

    /** A few of the calls of a load over time do not show how many there were when. */
    private static boolean isThinned(LoggedBurst burst, RoundRecording round, TargetRecord target) {
        return burst.kind() == Burst.Kind.MEASURED
                && round.round()
                        .measuredLoads()
                        .filter(probe -> probe.target().equals(target.name()) && probe.calls() != null)
                        .anyMatch(
                                probe -> probe.calls().logged() < probe.calls().all());
    }
}
