package weighbridge.simulation;

import java.util.List;
import weighbridge.sample.ConnectionsProbe;
import weighbridge.target.Assignment;

/** Opens more and more connections, each with one call, leaves them open, and weighs the server. */
final class HeldConnections {
    /** Of the pool. The first has paid for all that the first calls of a server cost once. */
    private static final List<Double> SHARES = List.of(0.2, 0.4, 0.6, 0.8, 1.0);

    private final Probes probes;
    private final Site site;
    private final int pool;

    HeldConnections(Probes probes, Site site, int pool) {
        this.probes = probes;
        this.site = site;
        this.pool = pool;
    }

    /** Weighs a server that is fresh; nothing of one whose connections nobody counts, or that is not here. */
    void weigh(Assignment target) {
        String name = target.target().name();
        if (!site.isUp(name) || site.server(name).pid().isEmpty() || !target.isLocal()) {
            return;
        }
        site.console().begin(name + ": weighing open connections:");
        for (double share : SHARES) {
            int users = Math.max(1, (int) Math.round(share * pool));
            if (site.isUp(name)) {
                Probes.Made made = probes.connections(site, target, users, () -> {
                    site.scale().collectGarbage(name);
                    return ConnectionsProbe.ofPort(target.port());
                });
                site.console().add(String.valueOf(made.record().connections()));
            }
        }
        site.console().done("Done");
    }
}
