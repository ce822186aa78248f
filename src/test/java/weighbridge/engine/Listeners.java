package weighbridge.engine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Which addresses a process and everything below it listens on, from {@code /proc/net} (proc_pid_net(5)). Linux only. */
final class Listeners {
    private static final String LISTENING = "0A";
    private static final List<String> LOOPBACK = List.of(
            "0100007F:", // 127.0.0.1, in the byte order of the machine
            "00000000000000000000000001000000:", // ::1
            "0000000000000000FFFF00000100007F:"); // 127.0.0.1 as an IPv6 address

    private Listeners() {}

    /** Those that the network could reach, as the kernel writes them; there has to be one on loopback at least. */
    static Set<String> beyondLoopback(ProcessHandle root) throws IOException {
        Set<String> sockets = new HashSet<>();
        Stream.concat(Stream.of(root), root.descendants()).forEach(process -> sockets.addAll(sockets(process.pid())));
        Set<String> addresses = new TreeSet<>();
        boolean any = false;
        for (String table : List.of("tcp", "tcp6")) {
            for (String line : Files.readAllLines(Path.of("/proc/net", table))) {
                String[] fields = line.strip().split("\\s+");
                if (fields.length > 9
                        && fields[3].equals(LISTENING)
                        && sockets.contains("socket:[" + fields[9] + "]")) {
                    any = true;
                    if (LOOPBACK.stream().noneMatch(fields[1]::startsWith)) {
                        addresses.add(fields[1]);
                    }
                }
            }
        }
        if (!any) {
            throw new AssertionError("nobody of it listens at all: this look has seen nothing");
        }
        return addresses;
    }

    private static Set<String> sockets(long pid) {
        Path folder = Path.of("/proc", Long.toString(pid), "fd");
        Set<String> sockets = new HashSet<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                if (Files.isSymbolicLink(file)) {
                    sockets.add(Files.readSymbolicLink(file).toString());
                }
            }
        } catch (IOException | UncheckedIOException e) {
            return sockets; // it has ended meanwhile, or closed one
        }
        return sockets;
    }
}
