package weighbridge.record;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Reads a log of a million calls with this reader (which counts and adds up, in a heap of 64 MiB) and with Gatling's own
 * (which reads twice and makes its report's statistics, in the default heap), alternately, each time in a fresh JVM. Its
 * name keeps it out of the build; run it with
 *
 * <pre>./mvnw -Dtest=ReaderBenchmark test</pre>
 */
class ReaderBenchmark {
    private static final int PAIRS = 7;

    @TempDir
    Path folder;

    /** What one child took: the reading by the clock, and all the CPU time of its JVM. */
    private record Cost(double wallMillis, double cpuMillis) {}

    @Test
    void compare() throws Exception {
        Path log = folder.resolve("simulation.log");
        LargeLogIT.write(log);
        List<Cost> ours = new ArrayList<>();
        List<Cost> gatlings = new ArrayList<>();
        for (int i = 0; i < PAIRS; i++) {
            ours.add(cost(List.of("-Xmx64m"), "ours", log));
            gatlings.add(cost(List.of("--add-opens=java.base/java.lang=ALL-UNNAMED"), "gatling", log));
        }
        print("wall", ours, gatlings, Cost::wallMillis);
        print("cpu", ours, gatlings, Cost::cpuMillis);
    }

    /** In the child: reads the log named second with the reader named first, and prints what it took in ms. */
    public static void main(String[] arguments) throws Exception {
        Path log = Path.of(arguments[1]);
        long start = System.nanoTime();
        if (arguments[0].equals("ours")) {
            SimulationLogReader.read(log, new CountedCalls());
        } else {
            GatlingFigures.parse(log);
        }
        double wallMillis = (System.nanoTime() - start) / 1e6;
        long cpuMillis =
                ProcessHandle.current().info().totalCpuDuration().orElseThrow().toMillis();
        System.out.println("took " + wallMillis + " " + cpuMillis);
    }

    private static Cost cost(List<String> flags, String reader, Path log) throws Exception {
        String printed = ChildJvm.run(flags, ReaderBenchmark.class.getName(), reader, log.toString());
        String[] took =
                printed.substring(printed.lastIndexOf("took ") + 5).strip().split(" ");
        return new Cost(Double.parseDouble(took[0]), Double.parseDouble(took[1]));
    }

    private static void print(String what, List<Cost> ours, List<Cost> gatlings, ToDoubleFunction<Cost> millis) {
        double our = median(ours, millis);
        double gatling = median(gatlings, millis);
        System.out.printf(
                Locale.ROOT,
                "%-4s of 1,000,000 calls, medians of %d: ours %.0f ms, Gatling's %.0f ms, ratio %.1f%n",
                what,
                PAIRS,
                our,
                gatling,
                gatling / our);
    }

    private static double median(List<Cost> costs, ToDoubleFunction<Cost> millis) {
        return costs.stream().mapToDouble(millis).sorted().toArray()[costs.size() / 2];
    }
}
