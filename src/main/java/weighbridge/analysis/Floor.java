package weighbridge.analysis;

import java.util.List;
import weighbridge.workload.Burst;
import weighbridge.workload.BurstLoad;
import weighbridge.workload.Phase;
import weighbridge.workload.Workload;

/**
 * What the generator takes by itself: the same burst at a server that does nothing, from the release of all users to the
 * end of the last call, by the clock of the generator.
 *
 * @param bursts how many there were
 * @param calls of one burst
 * @param successRatio answered as expected ÷ calls, in all of them together
 * @param secondsPerCall their median time ÷ calls
 * @param lowSecondsPerCall the 20th percentile of their times ÷ calls
 * @param highSecondsPerCall the 80th
 */
public record Floor(
        int bursts,
        int calls,
        double successRatio,
        double secondsPerCall,
        double lowSecondsPerCall,
        double highSecondsPerCall) {

    /** Of the bursts at the sink among these; null where there are none. */
    static Floor of(List<Phase> phases, Workload workload) {
        List<Phase> atSink = phases.stream()
                .filter(phase -> phase.burst().kind() == Burst.Kind.FLOOR)
                .toList();
        if (atSink.isEmpty() || !(workload instanceof BurstLoad load)) {
            return null;
        }
        int calls = load.calls();
        int[] millis =
                atSink.stream().mapToInt(phase -> (int) phase.millis()).sorted().toArray();
        long succeeded = atSink.stream().mapToLong(Phase::succeeded).sum();
        double perCall = 1000.0 * calls;
        return new Floor(
                atSink.size(),
                calls,
                (double) succeeded / ((long) atSink.size() * calls),
                LatencySummary.percentile(millis, 50) / perCall,
                LatencySummary.percentile(millis, 20) / perCall,
                LatencySummary.percentile(millis, 80) / perCall);
    }

    /** Whether a target that took so long per call is no slower than the generator by itself. */
    boolean covers(double targetSecondsPerCall) {
        return targetSecondsPerCall <= highSecondsPerCall;
    }
}
