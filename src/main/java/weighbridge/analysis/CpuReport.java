package weighbridge.analysis;

/**
 * Processor time over a window.
 *
 * @param seconds user and system time
 * @param secondsPer1000Calls per 1,000 calls that were answered in time, whatever the answer; null where none was, or
 *     where the system's clock is too coarse for so short a window, or not known to be fine enough
 * @param machineShare part of the whole machine's processor time
 */
public record CpuReport(double seconds, Double secondsPer1000Calls, double machineShare) {

    /** The clock's resolution may be this part of what is measured. */
    private static final double MAX_ERROR = 0.01;

    /**
     * Of a process tree.
     *
     * @param seconds that it used
     * @param wallSeconds length of the window
     * @param cores of the machine
     * @param answered calls of the window that were answered in time
     * @param resolutionSeconds of the system's count; null where it is not known
     */
    static CpuReport of(double seconds, double wallSeconds, int cores, int answered, Double resolutionSeconds) {
        boolean tellable = answered > 0 && resolutionSeconds != null && seconds * MAX_ERROR >= resolutionSeconds;
        return new CpuReport(seconds, tellable ? seconds * 1000 / answered : null, seconds / (wallSeconds * cores));
    }
}
