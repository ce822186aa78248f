package weighbridge.process;

import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
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
    private static final int MOST_LOOKS = 200;
    private static final int LOOKS_THAT_AGREE = 3;

    /** That it has no variables at all is rare, and on a busy machine a process may have to wait in execve(2). */
    private static final int LOOKS_THAT_AGREE_ON_NONE = 150;

    private static final long PAUSE_NANOS = 200_000;

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

    /** The process that was started with it, all its bearers, and all of the group and session that this process began. */
    public Set<ProcessHandle> family(ProcessHandle root) {
        Set<ProcessHandle> family = new LinkedHashSet<>(bearers());
        family.add(root);
        family.addAll(GroupMembers.of(root.pid(), family));
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

    /** The mark of a process; empty where it bears none. */
    static Optional<Mark> of(long pid) {
        String start = "\0" + NAME + "=";
        String variables = variables(pid);
        int at = variables.indexOf(start);
        return at < 0
                ? Optional.empty()
                : read(variables.substring(at + start.length()).split("\0", 2)[0]);
    }

    /** Whether a process bears the mark of any run. */
    public static boolean isBorneBy(long pid) {
        return of(pid).isPresent();
    }

    private static String variables(long pid) {
        return environment(pid).map(text -> "\0" + text).orElse("");
    }

    /**
     * The variables of a process, each with a zero byte behind it; empty where it has ended, is somebody else's, or this is
     * not Linux. Of a process that is about to become another program they are those of the new one: in execve(2) it has
     * none for a moment, and who reads them then may get the first of the old ones.
     */
    static Optional<String> environment(long pid) {
        Path folder = Path.of("/proc", Long.toString(pid));
        try {
            String variables = "";
            int agreeing = 0;
            for (int look = 0; look < MOST_LOOKS && agreeing < enough(variables); look++) {
                String before = variables;
                variables = read(folder.resolve("environ"));
                if (variables.endsWith("\0")) {
                    break;
                }
                if (!ProcStat.read(pid).map(ProcStat::running).orElse(false)) {
                    break; // a kernel thread, or one that has ended
                }
                // In execve(2) it mostly has no arguments either.
                boolean same = variables.equals(before)
                        && !read(folder.resolve("cmdline")).isEmpty();
                agreeing = same ? agreeing + 1 : 0;
                LockSupport.parkNanos(PAUSE_NANOS);
            }
            return Optional.of(variables);
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private static int enough(String variables) {
        return variables.isEmpty() ? LOOKS_THAT_AGREE_ON_NONE : LOOKS_THAT_AGREE;
    }

    /** In one piece where it is small, which a pseudo file changes between two. */
    private static String read(Path file) throws IOException {
        try (InputStream in = new FileInputStream(file.toFile())) {
            return new String(in.readAllBytes(), StandardCharsets.ISO_8859_1);
        }
    }
}
