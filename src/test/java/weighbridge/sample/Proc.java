package weighbridge.sample;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The kernel's own figures of a process, read without OSHI (proc(5)). */
final class Proc {
    private static final double TICKS_PER_SECOND = 100;

    private Proc() {}

    /** A line of {@code status} that is in kB, in bytes. */
    static long statusBytes(long pid, String key) throws IOException {
        return Files.readAllLines(Path.of("/proc", Long.toString(pid), "status")).stream()
                .filter(line -> line.startsWith(key + ":"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) * 1024)
                .findFirst()
                .orElseThrow();
    }

    /** User and system time. */
    static double cpuSeconds(long pid) throws IOException {
        String stat = Files.readString(Path.of("/proc", Long.toString(pid), "stat"));
        String[] afterName = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
        return (Long.parseLong(afterName[11]) + Long.parseLong(afterName[12])) / TICKS_PER_SECOND;
    }
}
