package weighbridge.server;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import oshi.SystemInfo;
import oshi.software.os.InternetProtocolStats.IPConnection;
import oshi.software.os.InternetProtocolStats.TcpState;
import weighbridge.process.Mark;
import weighbridge.process.PrivilegedPorts;
import weighbridge.text.Fault;
import weighbridge.text.InputException;

/** Which ports are free, and who holds those that are not. */
public final class Ports {
    // Below the range from which systems take the ports of outgoing connections (32768 on Linux, 49152 elsewhere): a
    // port from that range could be taken by one of our own calls before its server listens.
    private static final int FREE_LOW = 20_000;
    private static final int FREE_HIGH = 32_000;

    private static final String UNSEEN = "a process that this user may not see";

    // Of this process; closing it would give back all ports at once.
    private static final Optional<LockFile> TAKEN = LockFile.open("ports");

    private final Set<Integer> given = new HashSet<>();

    /**
     * A port that nobody listens on, never the same twice from one instance, and none that another run of this user was
     * given and may not listen on yet.
     */
    public int free() {
        while (true) {
            int port = ThreadLocalRandom.current().nextInt(FREE_LOW, FREE_HIGH);
            if (isFree(port) && !given.contains(port) && take(port)) {
                given.add(port);
                return port;
            }
        }
    }

    private static boolean take(int port) {
        try {
            return TAKEN.isEmpty() || TAKEN.get().lock(port).isPresent();
        } catch (IOException e) {
            return true; // a file system without locks
        }
    }

    /**
     * Looks at the ports of all servers that are to be started.
     *
     * @throws InputException naming every port that is in use, and the process that holds it
     */
    public static void requireFree(List<Assignment> assignments) {
        List<Fault> faults = new ArrayList<>();
        for (Assignment assignment : assignments) {
            boolean toBeStarted = assignment.target().serving() instanceof Serving.Started;
            if (toBeStarted) {
                fault(assignment).ifPresent(faults::add);
            }
        }
        if (!faults.isEmpty()) {
            throw InputException.of(faults);
        }
    }

    /** What to say of servers that are to listen on ports which the system also gives to connections; empty where none is. */
    public static Optional<String> ofOutgoingConnections(List<Assignment> assignments) {
        return OutgoingPorts.read().flatMap(ports -> ports.remark(assignments));
    }

    private static Optional<Fault> fault(Assignment assignment) {
        int port = assignment.port();
        return isFree(port) ? Optional.empty() : Optional.of(fault(assignment, holder(port), PrivilegedPorts.read()));
    }

    /** @param holder who listens on it; empty where nobody is seen */
    static Fault fault(Assignment assignment, Optional<String> holder, PrivilegedPorts privileged) {
        String where =
                "port " + assignment.port() + " for " + assignment.target().name();
        if (privileged.refuse(assignment.port(), holder.isPresent())) {
            return new Fault(
                    where,
                    "",
                    "no right to listen on it",
                    "a port from " + privileged.end() + " on",
                    "choose other ports with -Dport=9000 or free ones with -Dport=0");
        }
        return new Fault(
                where,
                "",
                "it held by " + holder.orElse(UNSEEN),
                "a port that nobody listens on",
                "stop that process, or choose other ports with -Dport=9000 or free ones with -Dport=0");
    }

    /** Whether a server could listen on the port now. */
    private static boolean isFree(int port) {
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getByName(Assignment.LOOPBACK), port));
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    private static Optional<String> holder(int port) {
        List<IPConnection> listeners = new SystemInfo()
                .getOperatingSystem().getInternetProtocolStats().getConnections().stream()
                        .filter(connection -> connection.getState() == TcpState.LISTEN)
                        .filter(connection -> connection.getLocalPort() == port)
                        .toList();
        Optional<String> known = listeners.stream()
                .map(IPConnection::getowningProcessId)
                .filter(pid -> pid > 0)
                .findFirst()
                .map(Ports::describe);
        return known.or(() -> listeners.isEmpty() ? Optional.empty() : Optional.of(UNSEEN));
    }

    private static String describe(int pid) {
        ProcessHandle.Info info = ProcessHandle.of(pid).map(ProcessHandle::info).orElse(null);
        String command =
                info == null ? "" : info.commandLine().or(info::command).orElse("");
        String shown = Fault.oneLine(command, 100);
        return "PID " + pid + (shown.isEmpty() ? "" : " (" + shown + ")")
                + (Mark.isBorneBy(pid) ? " (a server of another Weighbridge run)" : "");
    }
}
