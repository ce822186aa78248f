package weighbridge.process;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * A variable in the environment of what is started, handed down to everything it starts: a child whose parent has ended is in no
 * tree any more, but still bears the mark. Found on Linux only, and among processes of the same user.
 *
 * @param value which program of which run
 */
public record Mark(String value) {
    private static final String NAME = "WEIGHBRIDGE_SERVER";
    private static final String UUID_FORM = "[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}";

    /** A mark that no other program of any run bears. */
    public static Mark create() {
        return new Mark(UUID.randomUUID().toString());
    }

    /** The mark that was written down so; empty where it is none: a wrong one could be borne by strangers. */
    public static Optional<Mark> read(String value) {
        return value.matches(UUID_FORM) ? Optional.of(new Mark(value)) : Optional.empty();
    }

    public Map<String, String> variable() {
        return Map.of(NAME, value);
    }

    /** The process that was started with it, and all its bearers. */
    public Set<ProcessHandle> family(ProcessHandle root) {
        Set<ProcessHandle> family = new LinkedHashSet<>(bearers());
        family.add(root);
        return family;
    }

    /** All processes that bear the mark. */
    public List<ProcessHandle> bearers() {
        // The handle first: it carries the start time, so what is read afterwards belongs to it or to nobody.
        try (Stream<ProcessHandle> processes = ProcessHandle.allProcesses()) {
            return processes
                    .filter(process -> variables(process.pid()).contains("\0" + NAME + "=" + value + "\0"))
                    .filter(ProcessHandle::isAlive)
                    .toList();
        } catch (RuntimeException e) {
            return List.of(); // no file can be opened to look for them, as when descriptors have run out
        }
    }

    /** Whether a process bears the mark of any run. */
    public static boolean isBorneBy(long pid) {
        return variables(pid).contains("\0" + NAME + "=");
    }

    private static String variables(long pid) {
        return environment(Long.toString(pid)).map(text -> "\0" + text).orElse("");
    }

    /**
     * The variables of a process, each with a zero byte behind it; empty where it has ended, is somebody else's, or this is
     * not Linux.
     *
     * @param process its pid, or {@code self}
     */
    static Optional<String> environment(String process) {
        try {
            return Optional.of(Files.readString(Path.of("/proc", process, "environ"), StandardCharsets.ISO_8859_1));
        } catch (IOException e) {
            return Optional.empty();
        }
    }
}
