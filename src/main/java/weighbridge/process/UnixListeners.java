package weighbridge.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/** The unix sockets that processes listen on (unix(7), proc(5)). Linux only. */
public final class UnixListeners {
    private static final Path SOCKETS = Path.of("/proc/net/unix");

    /** {@code __SO_ACCEPTCON}: the socket listens. */
    private static final String LISTENING = "00010000";

    private static final int FLAGS = 3;
    private static final int INODE = 6;
    private static final int PATH = 7;

    private UnixListeners() {}

    /** Their paths, an abstract one with an {@code @} before it; empty where there are none or the system does not tell. */
    public static List<String> of(Collection<ProcessHandle> processes) {
        try {
            Map<String, String> pathsByLink = listening(Files.readAllLines(SOCKETS));
            return processes.stream()
                    .flatMap(process -> links(process.pid()))
                    .map(pathsByLink::get)
                    .filter(Objects::nonNull)
                    .distinct()
                    .toList();
        } catch (IOException e) {
            return List.of();
        }
    }

    /** By what a descriptor of theirs links to. */
    static Map<String, String> listening(List<String> lines) {
        Map<String, String> paths = new HashMap<>();
        for (String line : lines) {
            String[] fields = line.strip().split("\\s+", PATH + 1);
            if (fields.length > PATH && fields[FLAGS].equals(LISTENING)) {
                paths.put("socket:[" + fields[INODE] + "]", fields[PATH]);
            }
        }
        return paths;
    }

    private static Stream<String> links(long pid) {
        try (Stream<Path> descriptors = Files.list(Path.of("/proc", Long.toString(pid), "fd"))) {
            return descriptors.map(UnixListeners::link).toList().stream();
        } catch (IOException | UncheckedIOException e) {
            return Stream.empty(); // it has ended, or is somebody else's
        }
    }

    private static String link(Path descriptor) {
        try {
            return Files.readSymbolicLink(descriptor).toString();
        } catch (IOException e) {
            return ""; // closed meanwhile
        }
    }
}
