package weighbridge.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import weighbridge.record.Descriptors;

/** Counts the descriptors of a process (proc(5), fd and limits). Linux only. */
public final class DescriptorsProbe {
    private static final Pattern SOFT_LIMIT = Pattern.compile("Max open files\\s+(\\d+)\\s.*");

    private DescriptorsProbe() {}

    /** Of a process now; empty where the system does not tell, as of an ended process or one of another user. */
    public static Optional<Descriptors> ofProcess(long pid) {
        Long open = listed(pid);
        try {
            OptionalLong limit = softLimit(Files.readAllLines(folder(pid).resolve("limits")));
            return open == null || limit.isEmpty()
                    ? Optional.empty()
                    : Optional.of(new Descriptors(open, limit.getAsLong()));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /** How many a process has open; null where the system does not tell. */
    static Long open(long pid) {
        try {
            // Since Linux 6.2 the size of the folder is their number, which costs the same however many there are.
            long size = Files.size(folder(pid).resolve("fd"));
            return size > 0 ? Long.valueOf(size) : listed(pid);
        } catch (IOException e) {
            return null;
        }
    }

    /** Counted one by one; null where the system does not tell. */
    private static Long listed(long pid) {
        String[] open = folder(pid).resolve("fd").toFile().list();
        if (open == null) {
            return null;
        }
        // Of ourselves, one is the folder that was open while we counted.
        return (long) (pid == ProcessHandle.current().pid() ? open.length - 1 : open.length);
    }

    private static Path folder(long pid) {
        return Path.of("/proc", Long.toString(pid));
    }

    static OptionalLong softLimit(List<String> limits) {
        return limits.stream()
                .map(SOFT_LIMIT::matcher)
                .filter(Matcher::matches)
                .mapToLong(line -> Long.parseLong(line.group(1)))
                .findFirst();
    }
}
