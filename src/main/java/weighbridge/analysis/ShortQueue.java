package weighbridge.analysis;

import java.util.Optional;
import weighbridge.record.Host;
import weighbridge.record.RunRecord;
import weighbridge.record.TargetRecord;
import weighbridge.workload.BurstLoad;

/**
 * An accept queue that cannot hold the connections that a burst opens at once.
 *
 * @param capacity how many it holds
 * @param connections that a burst opens at once, one for each user
 * @param fittingCalls the most calls of a burst that it can hold
 * @param byKernel whether the kernel lets no queue be longer (net.core.somaxconn)
 * @param setting by which the server makes it longer; empty where the server is not known
 */
public record ShortQueue(
        int capacity, int connections, int fittingCalls, boolean byKernel, Optional<QueueSetting> setting) {

    /** That of a target; empty where its queue is long enough or not known, and where calls are made over time. */
    static Optional<ShortQueue> of(RunRecord run, TargetRecord target, SocketReport sockets) {
        if (!(run.settings().workload() instanceof BurstLoad burst) || sockets.acceptQueueCapacity() == null) {
            return Optional.empty();
        }
        int capacity = sockets.acceptQueueCapacity();
        int connections = (burst.calls() + target.callsPerUser() - 1) / target.callsPerUser();
        return capacity >= connections
                ? Optional.empty()
                : Optional.of(new ShortQueue(
                        capacity,
                        connections,
                        Math.max(1, capacity) * target.callsPerUser(),
                        capacity >= mostOfKernel(run.environment()),
                        QueueSetting.of(target.name(), target.command())));
    }

    /** Where it is not told no queue reaches it. */
    private static int mostOfKernel(Host host) {
        String told = host.sysctls().getOrDefault("net.core.somaxconn", "");
        return told.matches("\\d{1,9}") ? Integer.parseInt(told) : Integer.MAX_VALUE;
    }
}
