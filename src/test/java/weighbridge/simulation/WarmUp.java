package weighbridge.simulation;

import java.time.Duration;
import weighbridge.capacity.Warmth;
import weighbridge.load.LoadSettings;
import weighbridge.load.Purpose;
import weighbridge.load.Schedule;
import weighbridge.target.Assignment;

/** Load that is not logged, until the server answers as fast as a moment before. */
final class WarmUp {
    /** A JVM compiles in steps, with stretches between in which it looks steady already. */
    private static final Duration MOST = Duration.ofSeconds(30);

    private static final LoadPool.Watch UNTIL_STEADY = (soFar, stretch) -> Warmth.reached(soFar) ? Warmth.STEADY : null;

    private WarmUp() {}

    /** At the rate, or by the users, of the load that follows. @return whether it became steady */
    static boolean of(Probes probes, Site site, Assignment target, Purpose purpose, LoadSettings load) {
        return load.callsPerSecond() == null
                ? ofUsers(probes, site, target, purpose, load.concurrency())
                : atRate(probes, site, target, purpose, load.callsPerSecond());
    }

    /** At this rate. */
    static boolean atRate(Probes probes, Site site, Assignment target, Purpose purpose, double callsPerSecond) {
        return isSteady(probes.open(site, target, purpose, Schedule.of(callsPerSecond, MOST), UNTIL_STEADY));
    }

    private static boolean ofUsers(Probes probes, Site site, Assignment target, Purpose purpose, int users) {
        return isSteady(probes.closed(site, target, purpose, users, MOST, UNTIL_STEADY));
    }

    private static boolean isSteady(Probes.Made made) {
        return Warmth.STEADY.equals(made.record().stopped());
    }
}
