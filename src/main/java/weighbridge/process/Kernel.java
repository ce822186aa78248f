package weighbridge.process;

import com.sun.jna.Native;
import com.sun.jna.Platform;

/** The calls of Linux that Java has no word for; elsewhere they do nothing. */
final class Kernel {
    private static final int PR_SET_CHILD_SUBREAPER = 36; // linux/prctl.h
    private static final int WNOHANG = 1; // bits/waitflags.h

    private static final boolean AVAILABLE = register();

    private Kernel() {}

    /**
     * Makes this process the parent of everything below it whose own parent ends, in place of init
     * (PR_SET_CHILD_SUBREAPER(2const)).
     */
    static void becomeSubreaper() {
        if (AVAILABLE) {
            prctl(PR_SET_CHILD_SUBREAPER, 1, 0, 0, 0);
        }
    }

    /** Lets a child of ours that has ended go; never waits. */
    static void reap(long pid) {
        if (AVAILABLE) {
            waitpid((int) pid, new int[1], WNOHANG);
        }
    }

    private static boolean register() {
        try {
            if (!Platform.isLinux() || Native.LONG_SIZE != Long.BYTES) {
                return false; // the arguments of prctl are shorter there
            }
            Native.register("c");
            return true;
        } catch (LinkageError e) {
            return false;
        }
    }

    // As prctl(2) and waitpid(2) are called; JNA fills in the bodies.
    private static native int prctl(int option, long value, long unused3, long unused4, long unused5);

    private static native int waitpid(int pid, int[] status, int options);
}
