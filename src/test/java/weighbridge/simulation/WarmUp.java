package weighbridge.simulation;

import java.time.Duration;
import weighbridge.capacity.Warmth;
import weighbridge.load.LoadSettings;
import weighbridge.load.Purpose;
import weighbridge.load.Schedule;
import weighbridge.target.Assignment;
import weighbridge.target.Target;

/** Load that is not logged, until the server answers as fast as a moment before. */
final class WarmUp {
    /** A JVM compiles in steps, with stretches between in which it looks steady already. */
    private static final Duration MOST = Duration.ofSeconds(30);

    /** So many keep it busy on any machine. */
    private static final int GENERATOR_USERS = 16;

    private static final LoadPool.Watch UNTIL_STEADY = soFar -> Warmth.reached(soFar) ? Warmth.STEADY : null;

    private WarmUp() {}

    /** Of the generator, at the sink and as fast as it goes: it runs as the JVM compiles it after very many calls. */
    static void ofGenerator(MainJob job, Probes probes) {
        Site site = job.site();
        if (site.isUp(Target.SINK)) {
            LoadSettings load = job.plan().settings().load();
            site.console().begin("Warming up the generator at the sink");
            int users = Math.min(GENERATOR_USERS, load.pool());
            Assignment sink = job.sinkOf(load.keepAlive());
            boolean steady = isSteady(probes.closed(site, sink, Purpose.GENERATOR, users, MOST, UNTIL_STEADY));
            site.console().done(steady ? "steady" : "not steady");
        }
    }

    /** Of a target, at the rate or by the users of the load that follows. @return whether it became steady */
    static boolean of(Probes probes, Site site, Assignment target, LoadSettings load) {
        return load.callsPerSecond() == null
                ? isSteady(probes.closed(site, target, Purpose.WARM_UP, load.concurrency(), MOST, UNTIL_STEADY))
                : atRate(probes, site, target, load.callsPerSecond());
    }

    /** The same at this rate. */
    static boolean atRate(Probes probes, Site site, Assignment target, double callsPerSecond) {
        return isSteady(probes.open(site, target, Purpose.WARM_UP, Schedule.of(callsPerSecond, MOST), UNTIL_STEADY));
    }

    private static boolean isSteady(Probes.Made made) {
        return Warmth.STEADY.equals(made.record().stopped());
    }
}
