package weighbridge.server;

import java.util.Map;
import java.util.Optional;

/** How a server ended by itself, in words for the user. */
final class ProcessExit {
    /** A process that a signal ends has 128 and its number as its status, here as in a shell. */
    private static final int SIGNAL_BASE = 128;

    /** The signals that end programs, by the numbers that all systems share (signal(7)). */
    private static final Map<Integer, String> SIGNALS =
            Map.of(1, "HUP", 2, "INT", 3, "QUIT", 4, "ILL", 6, "ABRT", 8, "FPE", 9, "KILL", 11, "SEGV", 15, "TERM");

    private static final int KILL = 9;

    private ProcessExit() {}

    /**
     * When it had been ready.
     *
     * @param status that it exited with
     * @param left how many processes that it started go on
     * @param cause why it was killed, where that is known
     */
    static String of(int status, int left, Optional<String> cause) {
        return "exited with " + status + signal(status - SIGNAL_BASE, cause)
                + (left > 0 ? "; " + processes(left) + " that it started went on without it" : "");
    }

    /** When it was not ready yet. */
    static String beforeReady(int status, int left, Optional<String> cause) {
        if (status != 0) {
            return of(status, left, cause);
        }
        return "found a command that ended with 0 "
                + (left > 0
                        ? "while " + processes(left) + " that it started " + (left == 1 ? "goes" : "go") + " on"
                        : "before it was ready")
                + "; allowed: a server that stays in the foreground; fix: "
                + (left > 0
                        ? "start it without the option that makes it a daemon"
                        : "leave out an option that makes it a daemon, or that makes it only check or print something");
    }

    private static String signal(int signal, Optional<String> cause) {
        if (!SIGNALS.containsKey(signal)) {
            return "";
        }
        String name = ": ended by signal " + signal + " (" + SIGNALS.get(signal) + ")";
        return signal == KILL
                ? cause.map(known -> ": " + known).orElse(name + ", perhaps by the system's out-of-memory killer")
                : name;
    }

    private static String processes(int count) {
        return count == 1 ? "1 process" : count + " processes";
    }
}
