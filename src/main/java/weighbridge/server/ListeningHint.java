package weighbridge.server;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import oshi.SystemInfo;
import oshi.software.os.InternetProtocolStats.IPConnection;
import oshi.software.os.InternetProtocolStats.TcpState;
import weighbridge.process.ProcessTree;

/** Whether a server that could not be reached listens somewhere else: the most frequent mistake with a new target. */
final class ListeningHint {
    private ListeningHint() {}

    /** The words to add to what was found; empty where it listens where it should, or nowhere, or the system does not tell. */
    static String of(Assignment assignment, Collection<ProcessHandle> family) {
        Set<Long> pids =
                ProcessTree.tree(family).stream().map(ProcessHandle::pid).collect(Collectors.toSet());
        List<IPConnection> listening = listening(pids);
        if (listening.isEmpty() || listening.stream().anyMatch(socket -> isCalled(socket, assignment.port()))) {
            return "";
        }
        return "; it listens on "
                + listening.stream()
                        .map(socket -> address(socket).getHostAddress() + " port " + socket.getLocalPort())
                        .distinct()
                        .collect(Collectors.joining(" and "))
                + " instead; fix: let its command pass {port} on, and let it listen on " + Assignment.LOOPBACK;
    }

    private static List<IPConnection> listening(Set<Long> pids) {
        try {
            return new SystemInfo()
                    .getOperatingSystem().getInternetProtocolStats().getConnections().stream()
                            .filter(connection -> connection.getState() == TcpState.LISTEN)
                            .filter(connection -> pids.contains((long) connection.getowningProcessId()))
                            .toList();
        } catch (RuntimeException e) {
            return List.of(); // a hint less; what was found is told all the same
        }
    }

    private static boolean isCalled(IPConnection socket, int port) {
        InetAddress address = address(socket);
        return socket.getLocalPort() == port
                && (address.isAnyLocalAddress() || address.getHostAddress().equals(Assignment.LOOPBACK));
    }

    private static InetAddress address(IPConnection socket) {
        try {
            byte[] bytes = socket.getLocalAddress();
            return InetAddress.getByAddress(bytes.length == 0 ? new byte[4] : bytes);
        } catch (UnknownHostException e) {
            throw new IllegalStateException(e); // an address has 4 or 16 bytes
        }
    }
}
