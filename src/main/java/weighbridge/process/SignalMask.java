package weighbridge.process;

import java.io.IOException;
import java.math.BigInteger;

/** The signals that a process ignores (proc_pid_status(5)). Linux only. */
final class SignalMask {
    private static final int SIGCHLD = 17; // asm-generic/signal.h; a bit that means another signal on MIPS and Alpha

    private SignalMask() {}

    /** Whether the children of a process are gone as soon as they end: nobody has to wait for them. */
    static boolean ignoresChildren(long pid) {
        try {
            return ProcFields.read(pid, "status")
                    .text("SigIgn")
                    .filter(mask -> new BigInteger(mask, 16).testBit(SIGCHLD - 1))
                    .isPresent();
        } catch (IOException e) {
            return false;
        }
    }
}
