package weighbridge.process;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import weighbridge.record.CpuAllowance;

/** Reads the CPU quota of this JVM from its control group, in either version (cgroups(7)). */
public final class CpuAllowanceProbe {
    private CpuAllowanceProbe() {}

    /** Of this JVM now; where there are no control groups, simply the processors it counts. */
    public static CpuAllowance read() {
        return read(Path.of("/"), Runtime.getRuntime().availableProcessors());
    }

    /** What the quotas of its control groups allow this JVM, whichever processors it runs on; empty where there are none. */
    public static OptionalDouble quotaCores() {
        return quotaCores(Path.of("/"));
    }

    /** The same with the files of another root folder. */
    static OptionalDouble quotaCores(Path root) {
        return quotaCores(groups(root));
    }

    private static OptionalDouble quotaCores(List<CpuGroup> groups) {
        return groups.stream()
                .map(CpuGroup::quotaCores)
                .flatMapToDouble(OptionalDouble::stream)
                .min();
    }

    private static List<CpuGroup> groups(Path root) {
        return ControlGroupMount.groups(root, ControlGroupMount.SELF, "cpu").stream()
                .map(CpuGroup::new)
                .toList();
    }

    /** With the files of another root folder. */
    static CpuAllowance read(Path root, int processors) {
        List<CpuGroup> groups = groups(root);
        double cores = Math.min(processors, quotaCores(groups).orElse(processors));
        return new CpuAllowance(
                cores,
                groups.stream()
                        .map(CpuGroup::throttledMicros)
                        .flatMap(Optional::stream)
                        .findFirst()
                        .orElse(null));
    }
}
