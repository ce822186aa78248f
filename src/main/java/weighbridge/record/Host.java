package weighbridge.record;

import java.util.List;
import java.util.Map;

/**
 * The machine and the JVM that a run was made on.
 *
 * @param system what kind of operating system, such as "Linux"
 * @param os family and version, such as "Debian GNU/Linux 12"
 * @param kernel release of the kernel or build of the system
 * @param architecture of the processor, as Java names it
 * @param cpuModel as the processor names itself
 * @param logicalCores that the system offers
 * @param memoryBytes of the machine
 * @param allowedCores processors' worth of time that the quota of the generator's control group and its CPU affinity leave
 *     it; null where neither limits it
 * @param allowedMemoryBytes memory that the control group of the generator may use; null where it has no limit
 * @param openFiles how many files and connections a process may have open; null where the system does not tell
 * @param cpuResolutionNanos how finely the processor time of a process is counted; null in an old run that does not tell
 * @param java vendor and version of the JVM that runs Weighbridge and Java targets
 * @param jvmFlags the {@code -X} flags of the generator's JVM; its {@code -D} properties may hold secrets and are left out
 * @param sysctls kernel settings that decide what a burst of connections meets; empty elsewhere than on Linux
 */
public record Host(
        String system,
        String os,
        String kernel,
        String architecture,
        String cpuModel,
        int logicalCores,
        long memoryBytes,
        Double allowedCores,
        Long allowedMemoryBytes,
        Long openFiles,
        Long cpuResolutionNanos,
        String java,
        List<String> jvmFlags,
        Map<String, String> sysctls) {
    /** One that does not tell what a run may use of it. */
    public Host(
            String system,
            String os,
            String kernel,
            String architecture,
            String cpuModel,
            int logicalCores,
            long memoryBytes,
            Long openFiles,
            Long cpuResolutionNanos,
            String java,
            List<String> jvmFlags,
            Map<String, String> sysctls) {
        this(
                system,
                os,
                kernel,
                architecture,
                cpuModel,
                logicalCores,
                memoryBytes,
                null,
                null,
                openFiles,
                cpuResolutionNanos,
                java,
                jvmFlags,
                sysctls);
    }
}
