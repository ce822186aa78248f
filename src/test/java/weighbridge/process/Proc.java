package weighbridge.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The kernel's own figures of a process, read in another way than the scale's (proc(5)). */
public final class Proc {
    private static final double TICKS_PER_SECOND = 100;

    private Proc() {}

    /** A line of {@code status} that is in kB, in bytes. */
    public static long statusBytes(long pid, String key) throws IOException {
        return bytes(pid, "status", key);
    }

    /** The sum over all mappings in {@code smaps}, in bytes. */
    static long mappedBytes(long pid, String key) throws IOException {
        return bytes(pid, "smaps", key);
    }

    /** User and system time. */
    public static double cpuSeconds(long pid) throws IOException {
        String stat = Files.readString(Path.of("/proc", Long.toString(pid), "stat"));
        String[] afterName = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
        return (Long.parseLong(afterName[11]) + Long.parseLong(afterName[12])) / TICKS_PER_SECOND;
    }

    private static long bytes(long pid, String file, String key) throws IOException {
        return Files.readAllLines(Path.of("/proc", Long.toString(pid), file)).stream()
                .filter(line -> line.startsWith(key + ":"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) * 1024)
                .sum();
    }
}
