package weighbridge.engine;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import weighbridge.record.Weighing.Moment;
import weighbridge.server.Server;

/**
 * Weighs each server again when the same time has passed since its own load. What it gives back while others have their turn
 * would make the first of twenty look lighter than the last.
 */
final class LaterWeighing {
    private final Duration settle;
    private final RunContext context;
    private final Set<String> weighed = new HashSet<>();
    private Server last;
    private boolean silent;
    private long endedAtNanos;

    /** @param settle from the end of a load to the weighing */
    LaterWeighing(Duration settle, RunContext context) {
        this.settle = settle;
        this.context = context;
    }

    /** From here on nobody calls this server any more. One that is still to be weighed stays so until the end of the round. */
    void loadEnded(Server server) {
        last = server;
        silent = server.isDeserted();
        endedAtNanos = System.nanoTime();
    }

    /** The server that is still to be weighed. */
    Optional<Server> pending() {
        return Optional.ofNullable(last);
    }

    /** Weighs it before a load of this length would come in between; otherwise it has time. */
    void before(Duration load) {
        if (last != null && left().compareTo(load) <= 0) {
            await();
        }
    }

    /** Weighs it as soon as it has settled. */
    void await() {
        if (last == null) {
            return;
        }
        Server server = last;
        last = null;
        context.sleep(left());
        String name = server.assignment().target().name();
        try {
            // One whose server is only just starting again is weighed all the same.
            if (!context.isStopped() && !(silent && server.isDeserted()) && weigh(server)) {
                weighed.add(name);
            }
        } catch (RuntimeException e) {
            // Another target has its turn, which is not to suffer.
            context.journal().remark(name + ": could not be weighed after its load: " + e);
        }
    }

    /** @return whether there was something to weigh */
    private boolean weigh(Server server) {
        if (!context.scale().weigh(server, Moment.AFTER)) {
            return false;
        }
        context.scale().weighHeaps(List.of(server), Moment.SETTLED);
        if (!context.isStopped()) {
            context.scale().weigh(server, Moment.SETTLED);
        }
        return true;
    }

    /** Names of those that are weighed. */
    Set<String> weighed() {
        return weighed;
    }

    private Duration left() {
        Duration left = settle.minusNanos(System.nanoTime() - endedAtNanos);
        return left.isNegative() ? Duration.ZERO : left;
    }
}
