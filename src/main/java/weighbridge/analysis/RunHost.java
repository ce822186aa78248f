package weighbridge.analysis;

import java.math.BigDecimal;
import java.util.Optional;
import weighbridge.capacity.HostSize;
import weighbridge.record.Host;

/** What a run could use of its machine: all of it, or what the limits of a container left of it. */
public final class RunHost {
    private RunHost() {}

    /** As a host that instances are put on; empty where a run does not tell its machine. */
    public static Optional<HostSize> of(Host machine) {
        return whole(machine).map(all -> {
            double cores = machine.allowedCores() == null
                    ? machine.logicalCores()
                    : Math.min(machine.logicalCores(), machine.allowedCores());
            long bytes = machine.allowedMemoryBytes() == null
                    ? machine.memoryBytes()
                    : Math.min(machine.memoryBytes(), machine.allowedMemoryBytes());
            return HostSize.of(BigDecimal.valueOf(cores), BigDecimal.valueOf(bytes));
        });
    }

    /** The whole machine. */
    public static Optional<HostSize> whole(Host machine) {
        return machine.logicalCores() < 1 || machine.memoryBytes() < 1
                ? Optional.empty()
                : Optional.of(HostSize.of(
                        BigDecimal.valueOf(machine.logicalCores()), BigDecimal.valueOf(machine.memoryBytes())));
    }
}
