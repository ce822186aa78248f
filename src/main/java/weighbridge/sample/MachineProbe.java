package weighbridge.sample;

import java.util.Arrays;
import oshi.SystemInfo;
import oshi.hardware.CentralProcessor;
import oshi.hardware.CentralProcessor.TickType;

/** How busy the whole machine is, through OSHI. */
public final class MachineProbe {
    private static final CentralProcessor PROCESSOR =
            new SystemInfo().getHardware().getProcessor();

    private MachineProbe() {}

    /**
     * Processor time that was not idle since the machine started, over all its cores, s: of all programs and the kernel, and
     * what the host took for others (steal). On Linux in ticks of 10 ms a core.
     */
    public static double busySeconds() {
        long[] millis = PROCESSOR.getSystemCpuLoadTicks();
        long idle = millis[TickType.IDLE.getIndex()] + millis[TickType.IOWAIT.getIndex()];
        return (Arrays.stream(millis).sum() - idle) / 1000.0;
    }
}
