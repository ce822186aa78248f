package weighbridge.process;

import java.util.Arrays;
import oshi.SystemInfo;
import oshi.hardware.CentralProcessor;
import oshi.hardware.CentralProcessor.TickType;
import oshi.util.GlobalConfig;

/** How busy the whole machine is, through OSHI. */
public final class MachineProbe {
    private static final CentralProcessor PROCESSOR = processor();

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

    /**
     * What the host of a virtual machine took for others since the machine started, over all cores, s: somebody here wanted to run and did
     * not (steal in /proc/stat). 0 where the host does not tell, or there is none.
     */
    public static double stolenSeconds() {
        return PROCESSOR.getSystemCpuLoadTicks()[TickType.STEAL.getIndex()] / 1000.0;
    }

    /** One that reads anew each time: by default OSHI repeats an answer for 300 ms, longer than a burst takes. */
    private static CentralProcessor processor() {
        GlobalConfig.set(GlobalConfig.OSHI_UTIL_MEMOIZER_EXPIRATION, 0);
        return new SystemInfo().getHardware().getProcessor();
    }
}
