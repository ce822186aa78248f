package weighbridge.sample;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalLong;

/**
 * The kernel's own high-water mark of resident memory: a spike between two samples is in it. Linux only. In a tree of
 * several processes the marks are added though they need not fall on one moment, so the sum is an upper bound.
 *
 * @param pids whose marks
 */
public record PeakMemory(List<Long> pids) {

    /** Sets the marks to what is resident now (proc(5), clear_refs: 5). Whether the kernel allowed it for all. */
    public boolean reset() {
        try {
            for (long pid : pids) {
                Files.writeString(Path.of("/proc", Long.toString(pid), "clear_refs"), "5");
            }
            return !pids.isEmpty();
        } catch (IOException e) {
            return false;
        }
    }

    /** Highest resident bytes since the reset (VmHWM in proc(5), status); empty where the system does not tell. */
    public OptionalLong readBytes() {
        long bytes = 0;
        for (long pid : pids) {
            OptionalLong mark = highWaterMark(pid);
            if (mark.isEmpty()) {
                return OptionalLong.empty();
            }
            bytes += mark.getAsLong();
        }
        return pids.isEmpty() ? OptionalLong.empty() : OptionalLong.of(bytes);
    }

    private static OptionalLong highWaterMark(long pid) {
        try {
            return Files.readAllLines(Path.of("/proc", Long.toString(pid), "status")).stream()
                    .filter(line -> line.startsWith("VmHWM:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) * 1024)
                    .findFirst();
        } catch (IOException e) {
            return OptionalLong.empty();
        }
    }
}
