package weighbridge.process;

import com.sun.jna.Native;
import java.util.OptionalLong;

/**
 * The kernel's clock of the CPU time of any process, in nanoseconds where {@code /proc} has ticks of 10 ms. Threads that
 * have ended are in it, children are not. It may be read of everybody's processes.
 */
final class CpuClock {
    private static final boolean AVAILABLE = register();

    private CpuClock() {}

    /** Whether this system has it. */
    static boolean isAvailable() {
        return AVAILABLE;
    }

    /**
     * User and system time of a process so far, in nanoseconds; empty where the process or the clock is not there. An
     * ended process has its clock until it was waited for.
     */
    static OptionalLong nanos(long pid) {
        if (!AVAILABLE) {
            return OptionalLong.empty();
        }
        long[] time = new long[2]; // struct timespec: seconds and nanoseconds
        return clock_gettime(clock(pid), time) == 0
                ? OptionalLong.of(time[0] * 1_000_000_000 + time[1])
                : OptionalLong.empty();
    }

    /**
     * What clock_getcpuclockid(3) gives: the complement of the pid above three bits, of which 2 (CPUCLOCK_SCHED) stands
     * for the scheduler's own count (include/linux/posix-timers_types.h).
     */
    private static int clock(long pid) {
        return (int) (~pid << 3 | 2);
    }

    private static boolean register() {
        try {
            if (Native.LONG_SIZE != Long.BYTES) {
                return false; // the two fields are shorter there
            }
            Native.register("c");
            return true;
        } catch (LinkageError e) {
            return false;
        }
    }

    // As clock_gettime(2) is called; JNA fills in the body.
    private static native int clock_gettime(int clock, long[] time);
}
