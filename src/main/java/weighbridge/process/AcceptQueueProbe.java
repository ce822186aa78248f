package weighbridge.process;

import com.sun.jna.LastErrorException;
import com.sun.jna.Platform;
import java.util.Optional;
import weighbridge.record.AcceptQueue;

/**
 * Asks the kernel for the accept queue of a port through netlink (sock_diag(7)), as {@code ss} does. Linux only. Needs
 * no privilege.
 */
public final class AcceptQueueProbe {
    private AcceptQueueProbe() {}

    /**
     * The queue of the sockets of this network namespace that listen on a local TCP port, whatever their address, IPv4
     * and IPv6; empty where nobody listens or the system does not tell. Never waits longer than a second for an answer.
     */
    public static Optional<AcceptQueue> ofPort(int port) {
        if (!Platform.isLinux()) {
            return Optional.empty();
        }
        try (SockDiag kernel = SockDiag.open()) {
            return kernel.listeners(port).stream().reduce(AcceptQueue::plus);
        } catch (LastErrorException | LinkageError e) {
            return Optional
                    .empty(); // no sock_diag in this kernel, a sandbox that forbids it, or no JNA for this machine
        }
    }
}
