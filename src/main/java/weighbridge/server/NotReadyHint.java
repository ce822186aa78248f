package weighbridge.server;

import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import oshi.SystemInfo;
import oshi.software.os.InternetProtocolStats.IPConnection;
import oshi.software.os.InternetProtocolStats.TcpState;
import weighbridge.process.ProcessTree;
import weighbridge.process.UnixListeners;

/**
 * Why a server was perhaps not ready: where it listens instead, and what it speaks. Most new targets fail by one of
 * these. Where the system does not tell there is a hint less; what was found is told all the same.
 */
final class NotReadyHint {
    private static final int BAD_REQUEST = 400;
    private static final String LISTEN = "let it listen on " + Assignment.LOOPBACK;

    private final Assignment assignment;
    private final Set<ProcessHandle> tree;
    private final boolean ours;

    private NotReadyHint(Assignment assignment, Collection<ProcessHandle> family) {
        this.assignment = assignment;
        this.tree = ProcessTree.tree(family);
        this.ours = assignment.target().serving() instanceof Serving.Started;
    }

    /**
     * The words to add to what was found; empty where there is nothing to say.
     *
     * @param reply the last one
     * @param family of a server that was started; otherwise empty
     */
    static String of(Assignment assignment, ReadyReply reply, Collection<ProcessHandle> family) {
        if (!assignment.isLocal()) {
            return "";
        }
        NotReadyHint hint = new NotReadyHint(assignment, family);
        boolean refused = reply instanceof ReadyReply.NoConnection;
        // Servers with TLS on the port tell so in plain HTTP.
        boolean bad = reply instanceof ReadyReply.WrongStatus status && status.found() == BAD_REQUEST;
        boolean garbled = bad || reply instanceof ReadyReply.NoHttp;
        return refused ? hint.elsewhere() : garbled ? hint.spoken(bad) : "";
    }

    /** @param answered whether it did so in HTTP/1.1: then that is not all that it lacks */
    private String spoken(boolean answered) {
        return SpokenProtocol.at(assignment.readyUrl())
                .filter(protocol -> protocol == SpokenProtocol.TLS || !answered)
                .map(protocol -> switch (protocol) {
                    case TLS ->
                        "; it speaks TLS there; fix: "
                                + (ours ? "let it listen without TLS" : "name its plain HTTP port in url")
                                + ", for TLS is not supported";
                    case HTTP_2 ->
                        "; it speaks HTTP/2 alone there; fix: let it speak HTTP/1.1, which calls are made in";
                })
                .orElse("");
    }

    private String elsewhere() {
        List<IPConnection> sockets = sockets();
        List<IPConnection> listening = sockets.stream()
                .filter(socket -> socket.getState() == TcpState.LISTEN)
                .toList();
        if (listening.stream().anyMatch(this::isCalled)) {
            return "";
        }
        if (!listening.isEmpty()) {
            return "; it listens on "
                    + listening.stream().map(this::place).distinct().collect(Collectors.joining(" and "))
                    + " instead; fix: "
                    + (ours
                            ? "let its command pass {port} on, and " + LISTEN
                            : LISTEN + ", or name its address in url");
        }
        if (isInOtherNetwork()) {
            return "; it is in a network of its own, such as a container's; fix: start it in the network of this machine";
        }
        if (sockets.stream().anyMatch(socket -> socket.getType().startsWith("udp") && isAtPort(socket))) {
            return "; it has opened that port for UDP alone, as for HTTP/3; fix: " + LISTEN + " for TCP too";
        }
        List<String> unix = UnixListeners.of(tree);
        return unix.isEmpty()
                ? ""
                : "; it listens on the unix socket " + String.join(" and ", unix) + " instead; fix: " + LISTEN
                        + " port " + assignment.port();
    }

    /** Those of the server; of one that runs already those of its port, whoever has them. */
    private List<IPConnection> sockets() {
        Set<Long> pids = tree.stream().map(ProcessHandle::pid).collect(Collectors.toSet());
        try {
            return new SystemInfo()
                    .getOperatingSystem().getInternetProtocolStats().getConnections().stream()
                            .filter(socket ->
                                    ours ? pids.contains((long) socket.getowningProcessId()) : isAtPort(socket))
                            .toList();
        } catch (RuntimeException e) {
            return List.of();
        }
    }

    private boolean isAtPort(IPConnection socket) {
        return socket.getLocalPort() == assignment.port();
    }

    /** All addresses of IPv6 may mean those of IPv4 too; but then there would have been a connection. */
    private boolean isCalled(IPConnection socket) {
        InetAddress address = address(socket);
        return isAtPort(socket)
                && called().stream()
                        .anyMatch(called -> address.equals(called)
                                || address.isAnyLocalAddress() && address.getClass() == called.getClass());
    }

    private List<InetAddress> called() {
        try {
            return List.of(InetAddress.getAllByName(assignment.readyUrl().getHost()));
        } catch (UnknownHostException e) {
            return List.of();
        }
    }

    private String place(IPConnection socket) {
        InetAddress address = address(socket);
        boolean onlyV6 = isAtPort(socket) && address.isAnyLocalAddress() && address.getAddress().length > 4;
        return shown(address) + " port " + socket.getLocalPort() + (onlyV6 ? " for IPv6 only" : "");
    }

    private static String shown(InetAddress address) {
        String text = address.getHostAddress();
        boolean v6 = address.getAddress().length > 4;
        return v6 ? "[" + text.replaceFirst("(^|:)(0(:|$)){2,}", "::") + "]" : text;
    }

    private static InetAddress address(IPConnection socket) {
        try {
            byte[] bytes = socket.getLocalAddress();
            return InetAddress.getByAddress(bytes.length == 0 ? new byte[4] : bytes);
        } catch (UnknownHostException e) {
            throw new IllegalStateException(e); // an address has 4 or 16 bytes
        }
    }

    private boolean isInOtherNetwork() {
        String here = network("self");
        return tree.stream()
                .map(process -> network(Long.toString(process.pid())))
                .anyMatch(network -> !network.isEmpty() && !network.equals(here));
    }

    private static String network(String process) {
        try {
            return Files.readSymbolicLink(Path.of("/proc", process, "ns", "net"))
                    .toString();
        } catch (IOException e) {
            return "";
        }
    }
}
