package weighbridge.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

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
            Map<Long, String> pathsByInode = listening(Files.readAllLines(SOCKETS));
            return processes.stream()
                    .flatMap(process -> HeldSockets.of(process.pid()).stream())
                    .map(pathsByInode::get)
                    .filter(Objects::nonNull)
                    .distinct()
                    .toList();
        } catch (IOException e) {
            return List.of();
        }
    }

    /** By their inodes. */
    static Map<Long, String> listening(List<String> lines) {
        Map<Long, String> paths = new HashMap<>();
        for (String line : lines) {
            String[] fields = line.strip().split("\\s+", PATH + 1);
            if (fields.length > PATH && fields[FLAGS].equals(LISTENING)) {
                paths.put(Long.valueOf(fields[INODE]), fields[PATH]);
            }
        }
        return paths;
    }
}
