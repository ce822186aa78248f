package weighbridge.process;

import java.util.List;
import java.util.OptionalDouble;
import java.util.regex.Pattern;

/** The threads in which a runtime compiles what its program does often: those of HotSpot, OpenJ9 and .NET are known by name. */
final class CompilerThreads {
    /** Cut to the 15 characters that the kernel keeps. */
    private static final Pattern NAME = Pattern.compile("(C1|C2|JVMCI) Compiler.*|JIT Compilation.*|\\.NET Tiered.*");

    private CompilerThreads() {}

    /** Whether it is one of them. */
    static boolean include(KernelThread thread) {
        return NAME.matcher(thread.name()).matches();
    }

    /** CPU time that they have used so far in these processes, s; empty where there are none. */
    static OptionalDouble cpuSeconds(List<ProcessId> processes) {
        long ticksPerSecond =
                KernelUnits.read().map(KernelUnits::ticksPerSecond).orElse(1L);
        List<Long> ticks = processes.stream()
                .flatMap(process -> KernelThread.of(process.pid()).stream())
                .filter(CompilerThreads::include)
                .flatMap(thread -> thread.cpuTicks().stream().boxed())
                .toList();
        return ticks.isEmpty()
                ? OptionalDouble.empty()
                : OptionalDouble.of(ticks.stream().mapToLong(each -> each).sum() / (double) ticksPerSecond);
    }
}
