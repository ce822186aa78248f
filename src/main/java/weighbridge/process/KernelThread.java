package weighbridge.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.Stream;

/**
 * A thread of a process, as the kernel shows it (proc_pid_task(5)). It may have ended since it was listed.
 *
 * @param folder of it in /proc
 */
record KernelThread(Path folder) {
    /** Those that a process has now; none where it has ended, or this is no Linux. */
    static List<KernelThread> of(long pid) {
        return in(Path.of("/proc/" + pid + "/task"));
    }

    /** The same of this process. */
    static List<KernelThread> ofThisProcess() {
        return in(Path.of("/proc/self/task"));
    }

    private static List<KernelThread> in(Path tasks) {
        try (Stream<Path> folders = Files.list(tasks)) {
            return folders.map(KernelThread::new).toList();
        } catch (IOException | UncheckedIOException e) {
            return List.of();
        }
    }

    /** By which the kernel knows it. */
    long id() {
        return Long.parseLong(folder.getFileName().toString());
    }

    /** Its first 15 characters (proc_pid_comm(5)); empty where it has ended. */
    String name() {
        try {
            return Files.readString(folder.resolve("comm"), StandardCharsets.ISO_8859_1)
                    .strip();
        } catch (IOException e) {
            return "";
        }
    }

    /** Whether the kernel started it for io_uring: some kernels let nobody choose its processors. */
    boolean isOfKernel() {
        return name().startsWith("iou-");
    }

    /** CPU time that it has used so far; empty where it has ended. */
    OptionalLong cpuTicks() {
        try {
            byte[] stat = Files.readAllBytes(folder.resolve("stat"));
            return OptionalLong.of(ProcStat.parse(id(), stat, stat.length).cpuTicks());
        } catch (IOException e) {
            return OptionalLong.empty();
        }
    }
}
