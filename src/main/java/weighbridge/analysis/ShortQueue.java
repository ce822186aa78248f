package weighbridge.analysis;

import java.util.Optional;
import weighbridge.record.TargetRecord;
import weighbridge.workload.BurstLoad;
import weighbridge.workload.Workload;

/**
 * An accept queue that cannot hold the connections that a burst opens at once.
 *
 * @param capacity how many it holds
 * @param connections that a burst opens at once, one for each user
 * @param fittingCalls the most calls of a burst that it can hold
 * @param setting by which it is made longer; empty where the server is not known
 */
public record ShortQueue(int capacity, int connections, int fittingCalls, Optional<QueueSetting> setting) {

    /** That of a target; empty where its queue is long enough or not known, and where calls are made over time. */
    static Optional<ShortQueue> of(Workload workload, TargetRecord target, SocketReport sockets) {
        if (!(workload instanceof BurstLoad burst) || sockets.acceptQueueCapacity() == null) {
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
                        QueueSetting.of(target.name(), target.command())));
    }
}
