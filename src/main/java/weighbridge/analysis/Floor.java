package weighbridge.analysis;

import java.util.List;
import weighbridge.load.Burst;
import weighbridge.load.Phase;
import weighbridge.load.Steadiness;

/**
 * What the generator takes by itself: the same burst at a server that does nothing. Told from the last bursts, the ones
 * that had to agree; from the release of all users to the end of the last call, by the clock of the generator.
 *
 * @param bursts how many there were in all
 * @param steady whether the last of them agreed
 * @param calls of one burst
 * @param successRatio answered as expected ÷ calls, in the last bursts together
 * @param secondsPerCall their median time ÷ calls
 * @param lowSecondsPerCall the shortest of them
 * @param highSecondsPerCall the longest of them
 */
public record Floor(
        int bursts,
        boolean steady,
        int calls,
        double successRatio,
        double secondsPerCall,
        double lowSecondsPerCall,
        double highSecondsPerCall) {

    /** Of a run with these bursts; null where none went to the sink. */
    static Floor of(List<Phase> phases, int calls) {
        List<Phase> atSink = phases.stream()
                .filter(phase -> phase.burst().kind() == Burst.Kind.FLOOR)
                .toList();
        if (atSink.isEmpty()) {
            return null;
        }
        List<Phase> last = Steadiness.last(atSink);
        long[] millis = last.stream().mapToLong(Phase::millis).sorted().toArray();
        int succeeded = last.stream().mapToInt(Phase::succeeded).sum();
        double perCall = 1000.0 * calls;
        return new Floor(
                atSink.size(),
                Steadiness.reached(atSink),
                calls,
                (double) succeeded / ((long) last.size() * calls),
                millis[(millis.length - 1) / 2] / perCall,
                millis[0] / perCall,
                millis[millis.length - 1] / perCall);
    }

    /** Whether a target that took so long per call took no longer than the generator does by itself. */
    boolean covers(double targetSecondsPerCall) {
        return targetSecondsPerCall <= highSecondsPerCall;
    }
}
