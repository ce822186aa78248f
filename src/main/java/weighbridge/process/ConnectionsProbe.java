package weighbridge.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.stream.Stream;

/** Counts the connections that a local port has (proc_net(5), tcp and tcp6). Linux only. */
public final class ConnectionsProbe {
    private static final List<Path> TABLES = List.of(Path.of("/proc/net/tcp"), Path.of("/proc/net/tcp6"));
    private static final String ESTABLISHED = "01"; // TCP_ESTABLISHED, include/net/tcp_states.h
    private static final int LOCAL_ADDRESS = 1;
    private static final int STATE = 3;

    private ConnectionsProbe() {}

    /** Connections of this network namespace whose local end is this port; empty where the system does not tell. */
    public static OptionalInt ofPort(int port) {
        int connections = 0;
        boolean told = false;
        for (Path table : TABLES) {
            // A kernel without IPv6 has only one of them.
            if (Files.exists(table)) {
                try (Stream<String> lines = Files.lines(table)) {
                    connections += count(lines, port);
                    told = true;
                } catch (IOException e) {
                    return OptionalInt.empty();
                }
            }
        }
        return told ? OptionalInt.of(connections) : OptionalInt.empty();
    }

    /** A line is number, local and remote address as hex:port, state, and more. */
    static int count(Stream<String> lines, int port) {
        String end = String.format(Locale.ROOT, ":%04X", port);
        return (int) lines.map(line -> line.strip().split("\\s+"))
                .filter(words ->
                        words.length > STATE && words[LOCAL_ADDRESS].endsWith(end) && words[STATE].equals(ESTABLISHED))
                .count();
    }
}
