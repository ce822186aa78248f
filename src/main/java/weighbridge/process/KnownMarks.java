package weighbridge.process;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The marks of processes, each read once: a process that drops its mark is still of its family. Thread-safe. */
final class KnownMarks {
    /** Beyond that all are forgotten and read again: most of them have ended. */
    private static final int MOST = 10_000;

    private static final Map<ProcessId, Optional<Mark>> MARKS = new ConcurrentHashMap<>();

    private KnownMarks() {}

    /** Of a process; empty where it bears none, or may not be asked. */
    static Optional<Mark> of(ProcessId process) {
        if (MARKS.size() > MOST) {
            MARKS.clear();
        }
        return MARKS.computeIfAbsent(process, unknown -> Mark.of(unknown.pid()));
    }
}
