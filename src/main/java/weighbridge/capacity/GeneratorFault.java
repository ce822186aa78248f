package weighbridge.capacity;

/** What was wrong with the generator during a load, so that the figures of the load may be its own. */
public sealed interface GeneratorFault {
    /** It may use less than a core. */
    record TooFewCores(double cores) implements GeneratorFault {}

    /** It used nearly all of the CPU time that it may use. */
    record CpuUsedUp(double share, double cores) implements GeneratorFault {}

    /** A thread that only wants to wake up waited for a CPU during this share of the time. */
    record WaitedForCpu(double share) implements GeneratorFault {}

    /** It stood still. */
    record Stalled(long longestMillis, long totalMillis) implements GeneratorFault {}

    /** A garbage collection paused it. */
    record GcPaused(long longestMillis) implements GeneratorFault {}
}
