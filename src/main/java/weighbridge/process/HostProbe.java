package weighbridge.process;

import com.sun.management.UnixOperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.TreeMap;
import oshi.SystemInfo;
import oshi.hardware.HardwareAbstractionLayer;
import weighbridge.record.Host;

/** Looks at the machine and the JVM, through OSHI and the kernel. */
public final class HostProbe {
    private static final List<String> SYSCTLS = List.of(
            "net/core/somaxconn",
            "net/ipv4/ip_local_port_range",
            "net/ipv4/tcp_abort_on_overflow",
            "net/ipv4/tcp_fin_timeout",
            "net/ipv4/tcp_max_syn_backlog",
            "net/ipv4/tcp_syncookies",
            "net/ipv4/tcp_tw_reuse");

    private static final Path ROOT = Path.of("/");

    private HostProbe() {}

    /** Of this machine and this JVM. */
    public static Host read() {
        SystemInfo info = new SystemInfo();
        HardwareAbstractionLayer hardware = info.getHardware();
        return new Host(
                System.getProperty("os.name"),
                info.getOperatingSystem().getFamily() + " "
                        + info.getOperatingSystem().getVersionInfo().getVersion(),
                info.getOperatingSystem().getVersionInfo().getBuildNumber(),
                System.getProperty("os.arch"),
                hardware.getProcessor().getProcessorIdentifier().getName().strip(),
                hardware.getProcessor().getLogicalProcessorCount(),
                hardware.getMemory().getTotal(),
                readAllowedCores(
                        ROOT,
                        CpuAffinity.allowedCount(),
                        hardware.getProcessor().getLogicalProcessorCount()),
                readMemoryLimit(ROOT),
                readOpenFiles(),
                ProcessTreeProbe.cpuResolutionNanos(),
                System.getProperty("java.vendor") + " " + Runtime.version(),
                readJvmFlags(),
                readSysctls());
    }

    /** Memory that the control groups of this JVM leave it; null where they have no limit. @param files where proc is mounted, and what it names */
    static Long readMemoryLimit(Path files) {
        return ControlGroupMount.groups(files, ControlGroupMount.SELF, "memory").stream()
                .map(MemoryGroup::new)
                .map(MemoryGroup::limitBytes)
                .flatMap(Optional::stream)
                .min(Comparator.naturalOrder())
                .orElse(null);
    }

    /**
     * What the quotas of the control groups and the affinity of this JVM leave it of the machine's cores; null where that is
     * all of them.
     *
     * @param affinity how many it may run on; empty where that is not known
     */
    static Double readAllowedCores(Path files, OptionalInt affinity, int logicalCores) {
        OptionalDouble quota = CpuAllowanceProbe.quotaCores(files);
        boolean kept = affinity.isPresent() && affinity.getAsInt() < logicalCores;
        if (!kept) {
            return quota.isPresent() ? quota.getAsDouble() : null;
        }
        return Math.min(affinity.getAsInt(), quota.orElse(affinity.getAsInt()));
    }

    private static Long readOpenFiles() {
        return ManagementFactory.getOperatingSystemMXBean() instanceof UnixOperatingSystemMXBean unix
                ? unix.getMaxFileDescriptorCount()
                : null;
    }

    private static List<String> readJvmFlags() {
        return ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
                .filter(argument -> argument.startsWith("-X"))
                .toList();
    }

    private static Map<String, String> readSysctls() {
        Map<String, String> values = new TreeMap<>();
        SYSCTLS.forEach(name -> Sysctl.read(name).ifPresent(value -> values.put(name.replace('/', '.'), value)));
        return values;
    }
}
