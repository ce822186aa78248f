package weighbridge.process;

import com.sun.jna.Native;
import com.sun.jna.Platform;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Optional;
import java.util.OptionalLong;

/** The calls of Linux that Java has no word for; elsewhere they do and tell nothing. */
final class Kernel {
    private static final int PR_SET_CHILD_SUBREAPER = 36; // linux/prctl.h
    private static final int MASK_BYTES = 1 << 10; // a bit for each of 8,192 cores, the most that Linux has
    private static final int WNOHANG = 1; // bits/waitflags.h
    private static final int PRIO_PROCESS = 0; // bits/resource.h; of Linux a single thread

    private static final boolean AVAILABLE = register();

    private Kernel() {}

    /** Whether this system has them. */
    static boolean isAvailable() {
        return AVAILABLE;
    }

    /**
     * User and system time of a process so far, in ns where {@code /proc} has ticks of 10 ms; empty where the process is
     * gone. Threads that have ended are in it, children are not. An ended process has its clock until it was waited for. It
     * may be read of everybody's processes.
     */
    static OptionalLong cpuNanos(long pid) {
        if (!AVAILABLE) {
            return OptionalLong.empty();
        }
        long[] time = new long[2]; // struct timespec: seconds and nanoseconds
        return clock_gettime(cpuClock(pid), time) == 0
                ? OptionalLong.of(time[0] * 1_000_000_000 + time[1])
                : OptionalLong.empty();
    }

    /**
     * What clock_getcpuclockid(3) gives: the complement of the pid above three bits, of which 2 (CPUCLOCK_SCHED) stands
     * for the scheduler's own count (include/linux/posix-timers_types.h).
     */
    private static int cpuClock(long pid) {
        return (int) (~pid << 3 | 2);
    }

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

    /** The processors that a thread may run on; empty where it is gone or this system does not tell. @param thread 0: this one */
    static Optional<BitSet> affinity(long thread) {
        byte[] mask = new byte[MASK_BYTES];
        return AVAILABLE && sched_getaffinity((int) thread, MASK_BYTES, mask) >= 0
                ? Optional.of(BitSet.valueOf(mask))
                : Optional.empty();
    }

    /** Keeps a thread, and all that it starts from here on, on these processors. @return whether the system did so */
    static boolean setAffinity(long thread, BitSet processors) {
        byte[] mask = Arrays.copyOf(processors.toByteArray(), MASK_BYTES);
        return AVAILABLE && sched_setaffinity((int) thread, MASK_BYTES, mask) == 0;
    }

    /** How much a thread leaves to others, from 0 to 19; what was given up this way only root gets back. @return whether the system did so */
    static boolean setNice(long thread, int nice) {
        return AVAILABLE && setpriority(PRIO_PROCESS, (int) thread, nice) == 0;
    }

    private static boolean register() {
        try {
            if (!Platform.isLinux() || Native.LONG_SIZE != Long.BYTES) {
                return false; // the fields of timespec and the arguments of prctl are shorter there
            }
            Native.register("c");
            return true;
        } catch (LinkageError e) {
            return false;
        }
    }

    // As clock_gettime(2), prctl(2), waitpid(2), setpriority(2) and sched_setaffinity(2) are called; JNA fills in the
    // bodies.
    private static native int clock_gettime(int clock, long[] time);

    private static native int prctl(int option, long value, long unused3, long unused4, long unused5);

    private static native int waitpid(int pid, int[] status, int options);

    private static native int setpriority(int which, int who, int nice);

    private static native int sched_getaffinity(int pid, long bytes, byte[] mask);

    private static native int sched_setaffinity(int pid, long bytes, byte[] mask);
}
