package weighbridge.process;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;

/**
 * One process and no other, in a form that can be written down and read by another process.
 *
 * @param system on Linux the host's name and the namespace of its pids; elsewhere empty
 * @param boot which start of the system; empty where that is not told
 * @param pid what the system calls it
 * @param start on Linux ticks from the start of the system to its own, elsewhere milliseconds since 1970
 */
public record ProcessIdentity(String system, String boot, long pid, long start) {
    private static final String SYSTEM = read("/proc/sys/kernel/hostname") + namespace();
    private static final String BOOT = read("/proc/sys/kernel/random/boot_id");

    /** Of this process; empty where it has ended, or its start is not told. */
    public static Optional<ProcessIdentity> of(ProcessHandle process) {
        Optional<Long> start =
                BOOT.isEmpty() ? process.info().startInstant().map(Instant::toEpochMilli) : startTicks(process);
        return start.map(at -> new ProcessIdentity(SYSTEM, BOOT, process.pid(), at));
    }

    /** The handle is older than the look at the ticks, so they are its own if it lives after that. */
    private static Optional<Long> startTicks(ProcessHandle process) {
        return ProcessState.of(process.pid()).map(ProcessState::startTicks).filter(ticks -> process.isAlive());
    }

    /** The process where it still runs, whoever has its pid by now. */
    public Optional<ProcessHandle> find() {
        return ProcessHandle.of(pid)
                .filter(ProcessState::isRunning)
                .filter(process -> of(process).filter(this::equals).isPresent());
    }

    /** Whether its pid means anything here. */
    public boolean isOfThisSystem() {
        return system.equals(SYSTEM);
    }

    /** Whether the system was started anew since: then it has ended. */
    public boolean isOfThisBoot() {
        return boot.equals(BOOT);
    }

    private static String namespace() {
        try {
            return " " + Files.readSymbolicLink(Path.of("/proc/self/ns/pid"));
        } catch (IOException | UnsupportedOperationException e) {
            return "";
        }
    }

    private static String read(String file) {
        try {
            return Files.readString(Path.of(file), StandardCharsets.ISO_8859_1).strip();
        } catch (IOException e) {
            return "";
        }
    }
}
