package weighbridge.process;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * What the kernel says of a process in {@code /proc/PID/stat} (proc_pid_stat(5)).
 *
 * @param zombie whether it has ended and nobody has waited for it yet: Java takes such a process for a living one
 * @param parentPid pid of its parent
 * @param startTicks from the start of the system to its own; with the pid it names one process and no other
 */
public record ProcessState(boolean zombie, long parentPid, long startTicks) {

    /** Of the process that has this pid now; empty when there is none, or the system is not Linux. */
    public static Optional<ProcessState> of(long pid) {
        try {
            // A program may have given itself any name, so every byte must be a character.
            String stat = Files.readString(folder(pid).resolve("stat"), StandardCharsets.ISO_8859_1);
            // The name before the last parenthesis may hold anything; field 3, the state, comes right after it.
            String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
            boolean ended = (fields[0].equals("Z") || fields[0].equals("X")) && threads(pid) <= 1;
            return Optional.of(new ProcessState(ended, Long.parseLong(fields[1]), Long.parseLong(fields[19])));
        } catch (IOException | RuntimeException e) {
            return Optional.empty();
        }
    }

    /** Whether it has not ended. */
    public static boolean isRunning(ProcessHandle process) {
        return process.isAlive()
                && of(process.pid()).map(state -> !state.zombie()).orElse(true);
    }

    /** A process whose first thread has ended is told as a zombie, and may go on with the others. */
    private static int threads(long pid) {
        String[] threads = new File(folder(pid).toFile(), "task").list();
        return threads == null ? 0 : threads.length;
    }

    private static Path folder(long pid) {
        return Path.of("/proc", Long.toString(pid));
    }
}
