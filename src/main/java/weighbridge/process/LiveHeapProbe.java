package weighbridge.process;

import java.io.File;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/**
 * Asks the JVMs of a process tree for their live heap, with the {@code jcmd} of the JDK that runs us. Each of them does
 * a full collection for it: not a thing to do while a load runs.
 */
public final class LiveHeapProbe {
    private static final Duration LIMIT = Duration.ofSeconds(5);

    private final Path jcmd;
    private final Duration limit;

    LiveHeapProbe(Path jcmd, Duration limit) {
        this.jcmd = jcmd;
        this.limit = limit;
    }

    /** Of these processes, found anew. Takes some 0.3 s a JVM, and five seconds in all at most. */
    public static LiveHeap of(ProcessTreeProbe probe) {
        probe.findProcesses();
        List<ProcessHandle> processes = probe.processes().stream()
                .flatMap(process -> process.find().stream())
                .toList();
        String name = File.separatorChar == '\\' ? "jcmd.exe" : "jcmd";
        return new LiveHeapProbe(Path.of(System.getProperty("java.home"), "bin", name), LIMIT).read(processes);
    }

    LiveHeap read(List<ProcessHandle> processes) {
        long deadline = System.nanoTime() + limit.toNanos();
        if (processes.isEmpty()) {
            return new LiveHeap.NotAvailable("the process has ended");
        }
        long bytes = 0;
        int jvms = 0;
        for (ProcessHandle process : processes) {
            LiveHeap heap = readOne(process, Duration.ofNanos(deadline - System.nanoTime()));
            if (heap instanceof LiveHeap.Bytes read) {
                bytes += read.bytes();
                jvms += read.jvms();
            } else {
                return heap;
            }
        }
        return jvms == 0 ? new LiveHeap.NotAvailable("not a JVM") : new LiveHeap.Bytes(bytes, jvms);
    }

    private LiveHeap readOne(ProcessHandle process, Duration left) {
        AttachCheck check = AttachCheck.of(process);
        if (check.obstacle().isPresent()) {
            return new LiveHeap.NotAvailable(check.obstacle().get());
        }
        return check.jvm() ? new ClassHistogram(jcmd, limit, left).read(process.pid()) : new LiveHeap.Bytes(0, 0);
    }
}
