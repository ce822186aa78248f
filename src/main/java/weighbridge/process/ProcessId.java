package weighbridge.process;

import java.util.Optional;

/**
 * One process and no other: the system gives the pid of an ended process to another one some day, but that one was
 * started at another time.
 *
 * @param pid what the system calls it
 * @param startTime on Linux ticks from the start of the system to its own; elsewhere ms since 1970
 */
public record ProcessId(long pid, long startTime) {

    /** Of a process; empty where it has ended, or its start is not told. */
    public static Optional<ProcessId> of(ProcessHandle process) {
        // The handle is older than the look at the start time, so that is its own if it lives after that.
        return ProcessSource.OF_THIS_SYSTEM.find(process.pid()).filter(id -> id.startTime > 0 && process.isAlive());
    }

    /** The process where it still runs, whoever has its pid by now. */
    public Optional<ProcessHandle> find() {
        return ProcessHandle.of(pid)
                .filter(ProcessTree::isRunning)
                .filter(process -> of(process).filter(this::equals).isPresent());
    }
}
