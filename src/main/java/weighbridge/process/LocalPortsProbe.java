package weighbridge.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import weighbridge.record.LocalPorts;

/** Counts the TCP sockets of this network namespace (proc_net(5), sockstat and sockstat6). Linux only. */
public final class LocalPortsProbe {
    private static final Path SOCKETS = Path.of("/proc/net/sockstat");
    private static final Path IPV6_SOCKETS = Path.of("/proc/net/sockstat6");

    private LocalPortsProbe() {}

    /** Range and use now; empty where the system does not tell. */
    public static Optional<LocalPorts> read() {
        try {
            // A JVM's sockets are IPv6 ones even where they speak IPv4, and a kernel without IPv6 has no such file.
            List<String> ipv6 = Files.exists(IPV6_SOCKETS) ? Files.readAllLines(IPV6_SOCKETS) : List.of();
            return parse(Sysctl.read("net/ipv4/ip_local_port_range").orElse(""), Files.readAllLines(SOCKETS), ipv6);
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    static Optional<LocalPorts> parse(String range, List<String> sockets, List<String> ipv6Sockets) {
        String[] ends = range.strip().split("\\s+");
        OptionalInt inUse = value(sockets, "TCP:", "inuse");
        OptionalInt timeWait = value(sockets, "TCP:", "tw");
        if (ends.length != 2 || inUse.isEmpty() || timeWait.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new LocalPorts(
                Integer.parseInt(ends[1]) - Integer.parseInt(ends[0]) + 1,
                inUse.getAsInt() + value(ipv6Sockets, "TCP6:", "inuse").orElse(0),
                timeWait.getAsInt()));
    }

    /** A line is a protocol and then names and values in turn: {@code TCP: inuse 1 orphan 0 tw 0}. */
    private static OptionalInt value(List<String> lines, String protocol, String name) {
        for (String line : lines) {
            List<String> words = List.of(line.strip().split("\\s+"));
            int at = words.indexOf(name);
            if (words.get(0).equals(protocol) && at > 0 && at + 1 < words.size()) {
                return OptionalInt.of(Integer.parseInt(words.get(at + 1)));
            }
        }
        return OptionalInt.empty();
    }
}
