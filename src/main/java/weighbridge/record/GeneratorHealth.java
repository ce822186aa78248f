package weighbridge.record;

/**
 * How well the generator's own JVM could work during a window. A stall shows in every latency that was measured
 * meanwhile.
 *
 * @param longestStallMillis the longest time by which a thread of this JVM woke later than planned, stall or not
 * @param stalls how many of these times were longer than 100 ms
 * @param stalledMillis these together
 * @param deniedShare share of the window, 0 to 1, in which that thread was due and did not run: from about 0.01 on an
 *     idle machine, because no system wakes a thread exactly in time, towards 1 where the JVM gets hardly any CPU,
 *     even though no single delay is long enough for a stall
 * @param gcPauses collections that stopped the JVM; concurrent cycles are left out
 * @param gcPauseMillis their pauses together, each in whole ms
 * @param longestGcPauseMillis the longest of them
 */
public record GeneratorHealth(
        long longestStallMillis,
        int stalls,
        long stalledMillis,
        double deniedShare,
        int gcPauses,
        long gcPauseMillis,
        long longestGcPauseMillis) {}
