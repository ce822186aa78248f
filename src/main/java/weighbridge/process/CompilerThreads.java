package weighbridge.process;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalDouble;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The threads in which a runtime compiles what its program does often: those of HotSpot, OpenJ9 and .NET are known by name. */
final class CompilerThreads {
    /** The kernel keeps 15 characters of a name (proc_pid_comm(5)). */
    private static final Pattern NAME = Pattern.compile("(C1|C2|JVMCI) Compiler.*|JIT Compilation.*|\\.NET Tiered.*");

    private CompilerThreads() {}

    /** CPU time that they have used so far in these processes, s; empty where there are none. */
    static OptionalDouble cpuSeconds(List<ProcessId> processes) {
        long ticksPerSecond =
                KernelUnits.read().map(KernelUnits::ticksPerSecond).orElse(1L);
        List<Long> ticks = processes.stream()
                .flatMap(process -> threads(process.pid()))
                .flatMap(CompilerThreads::ticks)
                .toList();
        return ticks.isEmpty()
                ? OptionalDouble.empty()
                : OptionalDouble.of(ticks.stream().mapToLong(each -> each).sum() / (double) ticksPerSecond);
    }

    private static Stream<Path> threads(long pid) {
        try (Stream<Path> threads = Files.list(Path.of("/proc/" + pid + "/task"))) {
            return threads.toList().stream();
        } catch (IOException e) {
            return Stream.empty(); // it has ended, or this is no Linux
        }
    }

    private static Stream<Long> ticks(Path thread) {
        try {
            String name = Files.readString(thread.resolve("comm"), StandardCharsets.ISO_8859_1);
            if (!NAME.matcher(name.strip()).matches()) {
                return Stream.empty();
            }
            byte[] stat = Files.readAllBytes(thread.resolve("stat"));
            return Stream.of(ProcStat.parse(0, stat, stat.length).cpuTicks());
        } catch (IOException e) {
            return Stream.empty(); // it has ended
        }
    }
}
