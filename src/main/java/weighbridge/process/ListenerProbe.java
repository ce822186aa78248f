package weighbridge.process;

import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import weighbridge.record.Listener;
import weighbridge.record.Listener.Kind;
import weighbridge.record.Listener.Owner;
import weighbridge.text.Fault;

/** Finds out whether who listens on a port is who is weighed. Linux only. */
public final class ListenerProbe {
    private static final int MOST_OTHERS = 5;
    private static final int MAX_CHARS = 40;

    private final Set<Long> weighed;
    private final Set<Long> inodes;

    private ListenerProbe(Set<Long> weighed, Set<Long> inodes) {
        this.weighed = weighed;
        this.inodes = inodes;
    }

    /**
     * Looks now.
     *
     * @param host that is called, on this machine
     * @param processes that are weighed; found anew
     * @param shared whether to look who else holds the same sockets, which takes a look at all descriptors of all
     *     processes
     * @return empty where the system does not tell
     */
    public static Optional<Listener> read(String host, int port, ProcessTreeProbe processes, boolean shared) {
        processes.findProcesses();
        Set<Long> weighed = processes.processes().stream().map(ProcessId::pid).collect(Collectors.toSet());
        return TcpListener.ofPort(port)
                .map(listeners -> new ListenerProbe(weighed, inodes(listeners, host)).read(shared));
    }

    /**
     * Looks now.
     *
     * @return whether nobody listens there, so that whoever did has ended; false where the system does not tell
     */
    public static boolean isDeserted(String host, int port) {
        return TcpListener.ofPort(port)
                .filter(listeners -> inodes(listeners, host).isEmpty())
                .isPresent();
    }

    private Listener read(boolean shared) {
        Set<Long> ours = new HashSet<>();
        weighed.forEach(pid -> ours.addAll(held(pid)));
        boolean known = !inodes.isEmpty() && weighed.stream().allMatch(HeldSockets::areReadable);
        if (!inodes.isEmpty() && ours.equals(inodes) && !shared) {
            return new Listener(Kind.WEIGHED, List.of());
        }
        Set<Long> seen = new HashSet<>(ours);
        Set<Long> others = new TreeSet<>();
        if (!inodes.isEmpty()) {
            for (long pid : others()) {
                Set<Long> held = held(pid);
                seen.addAll(held);
                if (!held.isEmpty()) {
                    others.add(pid);
                }
            }
        }
        return new Listener(
                kind(!ours.isEmpty(), !others.isEmpty(), seen.equals(inodes), known),
                others.stream().limit(MOST_OTHERS).map(ListenerProbe::owner).toList());
    }

    /**
     * Who listens.
     *
     * @param ours whether a weighed process does
     * @param others whether another process that can be seen does
     * @param allSeen whether each socket has an owner that can be seen
     * @param known whether what the weighed processes hold can be seen: where they hold no socket somebody else does, also
     *     where that is hidden, as a container's proxy is
     */
    static Kind kind(boolean ours, boolean others, boolean allSeen, boolean known) {
        if (others) {
            return ours ? Kind.SHARED : Kind.OTHER;
        }
        if (!ours && known) {
            return Kind.OTHER;
        }
        return ours && allSeen ? Kind.WEIGHED : Kind.UNSEEN;
    }

    /** Of the sockets that get the connections: those of IPv6 do not where one of IPv4 is there that is called. */
    private static Set<Long> inodes(List<TcpListener> listeners, String host) {
        List<InetAddress> called = addresses(host);
        List<TcpListener> exact = listeners.stream()
                .filter(listener -> called.contains(listener.address())
                        || called.stream()
                                .anyMatch(address -> listener.address().isAnyLocalAddress()
                                        && address.getClass()
                                                == listener.address().getClass()))
                .toList();
        return (exact.isEmpty()
                        ? listeners.stream()
                                .filter(listener -> listener.address().isAnyLocalAddress())
                        : exact.stream())
                .map(TcpListener::inode)
                .collect(Collectors.toSet());
    }

    private static List<InetAddress> addresses(String host) {
        try {
            return List.of(InetAddress.getAllByName(host));
        } catch (UnknownHostException e) {
            return List.of();
        }
    }

    /** Which of the sockets a process holds; none where it has ended or is somebody else's. */
    private Set<Long> held(long pid) {
        Set<Long> held = HeldSockets.of(pid);
        held.retainAll(inodes);
        return held;
    }

    private List<Long> others() {
        try (Stream<ProcessHandle> processes = ProcessHandle.allProcesses()) {
            return processes
                    .map(ProcessHandle::pid)
                    .filter(pid -> !weighed.contains(pid))
                    .toList();
        } catch (RuntimeException e) {
            return List.of(); // no file can be opened to look for them, as when descriptors have run out
        }
    }

    /** A process with its name. */
    static Owner owner(long pid) {
        try {
            return new Owner(
                    pid,
                    Fault.oneLine(
                            Files.readString(Path.of("/proc", Long.toString(pid), "comm"), StandardCharsets.ISO_8859_1)
                                    .strip(),
                            MAX_CHARS));
        } catch (IOException e) {
            return new Owner(pid, "");
        }
    }
}
