package weighbridge.engine;

import java.util.Optional;
import weighbridge.server.Serving;
import weighbridge.server.Target;
import weighbridge.text.Limits;
import weighbridge.workload.Cores;

/** The boxes in which a target is measured again where the generator was the limit: half of the cores, a quarter, and so on. */
final class SmallerBoxes {
    /** In less a JVM takes longer to start than anybody would wait. */
    private static final double LEAST_CPUS = 1.0 / 16;

    private SmallerBoxes() {}

    /**
     * The next box of a target. Empty if the generator could still take CPU time from the server, if a user has said how many
     * cores it has, or if half of it would be too small.
     *
     * @param box the last one; no limits for the first
     * @param all cores' worth of time that servers have
     * @param limitable whether limits can be set
     */
    static Optional<Limits> next(Limits box, Target target, Cores cores, double all, boolean limitable) {
        if (cores.ofServers().isEmpty()
                || !(target.serving() instanceof Serving.Started)
                || target.limits().cpus() != null) {
            return Optional.empty();
        }
        double half = (box.cpus() == null ? all : box.cpus()) / 2;
        return half < LEAST_CPUS || !limitable
                ? Optional.empty()
                : Optional.of(box.or(target.limits()).withCpus(half));
    }
}
