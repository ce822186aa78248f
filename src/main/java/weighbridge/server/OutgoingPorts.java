package weighbridge.server;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import weighbridge.process.Sysctl;

/**
 * The ports that the system gives to outgoing connections. A server that is to listen on one of them may find it taken,
 * by a call of the run itself even.
 *
 * @param first the lowest
 * @param last the highest
 * @param reserved those between that it never gives, such as {@code 8080,9100-9200}
 */
record OutgoingPorts(int first, int last, String reserved) {
    /** Those of this machine; empty where the system does not tell. */
    static Optional<OutgoingPorts> read() {
        return Sysctl.read("net/ipv4/ip_local_port_range")
                .map(range -> range.split(" "))
                .filter(ends -> ends.length == 2)
                .map(ends -> new OutgoingPorts(
                        Integer.parseInt(ends[0]),
                        Integer.parseInt(ends[1]),
                        Sysctl.read("net/ipv4/ip_local_reserved_ports").orElse("")));
    }

    /** What to say of servers that are to listen on such ports; empty where there are none. */
    Optional<String> remark(List<Assignment> assignments) {
        String taken = assignments.stream()
                .filter(assignment -> assignment.target().serving() instanceof Serving.Started)
                .filter(assignment -> contains(assignment.port()))
                .map(assignment ->
                        assignment.port() + " (" + assignment.target().name() + ")")
                .collect(Collectors.joining(", "));
        return taken.isEmpty()
                ? Optional.empty()
                : Optional.of("ports that the system also gives to outgoing connections (" + first + " to " + last
                        + "): " + taken
                        + "; one may be taken before its server listens; fix: -Dport=8000, or -Dport=0");
    }

    private boolean contains(int port) {
        return port >= first && port <= last && !isReserved(port);
    }

    private boolean isReserved(int port) {
        return Stream.of(reserved.split(","))
                .filter(part -> !part.isBlank())
                .map(part -> part.strip().split("-"))
                .anyMatch(ends -> port >= Integer.parseInt(ends[0]) && port <= Integer.parseInt(ends[ends.length - 1]));
    }
}
