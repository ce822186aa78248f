package weighbridge.engine;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import weighbridge.capacity.Warmth;
import weighbridge.process.ProcessTreeProbe;
import weighbridge.record.EarlyEnd;
import weighbridge.record.Reading;
import weighbridge.server.Assignment;
import weighbridge.server.Server;
import weighbridge.server.Target;
import weighbridge.workload.ClosedLoad;
import weighbridge.workload.OpenLoad;
import weighbridge.workload.Purpose;
import weighbridge.workload.Steady;
import weighbridge.workload.TimedLoad;

/**
 * Load that is not logged, until the server answers as fast as a moment before. First by few users who wait for each answer: a JVM that
 * has more calls than it can serve, compiled as little as it is, has no processor time left to compile.
 */
final class WarmUp {
    /** A JVM compiles in steps, with stretches between in which it looks steady already. */
    static final Duration MOST = Duration.ofSeconds(30);

    /** So many keep it busy on any machine. */
    private static final int GENERATOR_USERS = 16;

    private WarmUp() {}

    /** Of the generator, at the sink and as fast as it goes: it runs as the JVM compiles it after very many calls. */
    static void ofGenerator(MainJob job, Probes probes, TimedLoad load) {
        Site site = job.site();
        if (site.isUp(Target.SINK)) {
            site.console().begin("Warming up the generator at the sink");
            int users = Math.min(GENERATOR_USERS, load.pool());
            Assignment sink = job.sinkOf(load.keepAlive());
            boolean steady = isSteady(probes.closed(
                    site,
                    sink,
                    Purpose.GENERATOR,
                    users,
                    MOST,
                    soFar -> Warmth.reached(soFar, List.of()) ? EarlyEnd.STEADY : null));
            site.console().done(steady ? "steady" : "not steady");
        }
    }

    /** Of a target, in the end at the rate or by the users of the load that follows. @return whether it became steady */
    static boolean of(Probes probes, Site site, Assignment target, Steady load) {
        if (load instanceof OpenLoad open) {
            return atRate(probes, site, target, open.callsPerSecond(), MOST, open.pool());
        }
        int users = ((ClosedLoad) load).concurrency();
        if (users > few(users)) {
            byFew(probes, site, target, MOST, users);
        }
        return isUp(site, target) && byUsers(probes, site, target, users, MOST);
    }

    /** The same, in the end at this rate. @param most how long each of its two parts may take @param pool users there are */
    static boolean atRate(Probes probes, Site site, Assignment target, double callsPerSecond, Duration most, int pool) {
        byFew(probes, site, target, most, pool);
        return isUp(site, target)
                && isSteady(probes.open(
                        site,
                        target,
                        Purpose.WARM_UP,
                        Schedule.of(callsPerSecond, most),
                        untilSteady(server(site, target))));
    }

    /**
     * By so few users that a compiler has processor time as well, and as fast as they are answered: therefore nobody whose process is not
     * here. Calls that are too few to have anything compiled are not gone on with.
     */
    static void byFew(Probes probes, Site site, Assignment target, Duration most, int pool) {
        if (isUp(site, target) && target.isLocal() && server(site, target).pid().isPresent()) {
            Injector.Watch untilSteady = untilSteady(server(site, target));
            probes.closed(site, target, Purpose.WARM_UP, few(pool), most, soFar -> {
                EarlyEnd steady = untilSteady.stop(soFar);
                return Warmth.isIdle(soFar) ? EarlyEnd.IDLE : steady;
            });
        }
    }

    private static int few(int pool) {
        return Math.min(pool, Math.max(1, Runtime.getRuntime().availableProcessors() / 2));
    }

    private static boolean byUsers(Probes probes, Site site, Assignment target, int users, Duration most) {
        return isSteady(probes.closed(site, target, Purpose.WARM_UP, users, most, untilSteady(server(site, target))));
    }

    private static boolean isUp(Site site, Assignment target) {
        return site.isUp(target.target().name());
    }

    private static Server server(Site site, Assignment target) {
        return site.server(target.target().name());
    }

    /** Asked after each slice: what the server used meanwhile belongs to it. */
    private static Injector.Watch untilSteady(Server server) {
        Optional<ProcessTreeProbe> probe = server.pid().map(ProcessTreeProbe::ofTree);
        List<Double> cpuSeconds = new ArrayList<>();
        double[] before = {cpuSeconds(probe)};
        return soFar -> {
            double now = cpuSeconds(probe);
            cpuSeconds.add(now - before[0]);
            before[0] = now;
            return Warmth.reached(soFar, probe.isPresent() ? cpuSeconds : List.of()) ? EarlyEnd.STEADY : null;
        };
    }

    /** 0 of a server whose process nobody knows. */
    private static double cpuSeconds(Optional<ProcessTreeProbe> probe) {
        probe.ifPresent(ProcessTreeProbe::findProcesses);
        return probe.flatMap(ProcessTreeProbe::read).map(Reading::cpuSeconds).orElse(0.0);
    }

    private static boolean isSteady(Probes.Made made) {
        return made.record().stopped() == EarlyEnd.STEADY;
    }
}
