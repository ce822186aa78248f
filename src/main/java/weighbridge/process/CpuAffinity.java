package weighbridge.process;

import java.util.OptionalInt;

/** Whether processes can be kept on chosen cores (sched_setaffinity(2)). */
public final class CpuAffinity {
    private CpuAffinity() {}

    /** How many cores there are to choose from; empty where this system or user may not choose. */
    public static OptionalInt cores() {
        return Kernel.affinityCores();
    }

    /** How many cores this thread may run on; empty where this system does not tell. */
    static OptionalInt allowed() {
        return Kernel.allowedCores();
    }
}
