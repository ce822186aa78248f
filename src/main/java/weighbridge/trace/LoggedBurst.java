package weighbridge.trace;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import weighbridge.analysis.JudgedCalls;
import weighbridge.load.Burst;
import weighbridge.recording.Calls;
import weighbridge.recording.Outcome;
import weighbridge.recording.Recording;
import weighbridge.recording.RequestRecord;
import weighbridge.recording.RoundRecording;
import weighbridge.recording.TargetRecord;

/**
 * A burst of which calls stand in the log.
 *
 * @param kind cold or measured
 * @param calls at least one
 */
record LoggedBurst(Burst.Kind kind, JudgedCalls calls) {

    /** Those of a target in a round, in the order of time; none where it is not known when the log began. */
    static List<LoggedBurst> of(Recording recording, RoundRecording round, TargetRecord target) {
        List<LoggedBurst> bursts = new ArrayList<>();
        if (recording.callsStartedAtMillis() == null) {
            return bursts;
        }
        long timeoutMillis = recording.run().settings().timeoutMillis();
        // A burst that was cut off by the end of the run tells of that end and not of the target.
        if (round.round().phases().stream().anyMatch(phase -> isCold(phase.burst(), phase.target(), target))) {
            add(Burst.Kind.COLD, round.coldCalls(), target, timeoutMillis, bursts);
        }
        if (!(target.outcome() instanceof Outcome.NotReached)) {
            add(Burst.Kind.MEASURED, round.calls(), target, timeoutMillis, bursts);
        }
        return bursts;
    }

    private static boolean isCold(Burst burst, String of, TargetRecord target) {
        return burst.kind() == Burst.Kind.COLD && of.equals(target.name());
    }

    private static void add(
            Burst.Kind kind,
            Map<String, Calls> from,
            TargetRecord target,
            long timeoutMillis,
            List<LoggedBurst> bursts) {
        Calls calls = from.get(target.name());
        if (calls != null && calls.size() > 0) {
            List<Integer> expected = target.requests().stream()
                    .map(RequestRecord::expectedStatus)
                    .toList();
            bursts.add(new LoggedBurst(kind, new JudgedCalls(calls, expected, timeoutMillis)));
        }
    }
}
