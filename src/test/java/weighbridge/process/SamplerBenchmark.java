package weighbridge.process;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import weighbridge.record.SampleWriter;

/**
 * Samples ten idle JVMs into a file for 30 s, and prints what the sampler's thread used of a core, from its start, and
 * how well it kept its interval; and what the host took from this machine meanwhile (steal), which may disturb both. Its
 * name keeps it out of the build; run it with
 *
 * <pre>./mvnw -Dtest=SamplerBenchmark test</pre>
 */
class SamplerBenchmark {
    private static final int TREES = 10;
    private static final int SECONDS = 30;

    private final Map<String, TalkingChild> children = new LinkedHashMap<>();

    @TempDir
    Path folder;

    @BeforeEach
    void startAll() throws Exception {
        for (int number = 0; number < TREES; number++) {
            TalkingChild child = TalkingChild.worker();
            children.put("target-" + number, child);
            child.ask("hello");
            // As in a run, where everybody is weighed before the first sample: this loads the native library.
            ProcessTreeProbe.ofTree(child.pid()).weigh();
        }
    }

    @AfterEach
    void endAll() {
        children.values().forEach(TalkingChild::close);
    }

    @Test
    void sample() throws Exception {
        Path file = folder.resolve("samples.csv");
        Map<String, ProcessTreeProbe> probes = new LinkedHashMap<>();
        children.forEach((name, child) -> probes.put(name, ProcessTreeProbe.ofTree(child.pid())));
        double cpuSeconds;
        long stolen = stolenTicks();
        long start = System.nanoTime();
        try (SampleWriter writer = new SampleWriter(file);
                Sampler sampler = Sampler.start(probes, writer::write)) {
            TimeUnit.SECONDS.sleep(SECONDS);
            cpuSeconds = sampler.cpuSeconds().orElseThrow();
        }
        double seconds = (System.nanoTime() - start) / 1e9;
        print(file, cpuSeconds / seconds, seconds);
        System.out.printf(Locale.ROOT, "stolen meanwhile: %.1f %% of a core%n", (stolenTicks() - stolen) / seconds);
    }

    private static void print(Path file, double cores, double seconds) throws Exception {
        Map<String, List<Long>> times = Files.readAllLines(file).stream()
                .skip(1)
                .map(line -> line.split(","))
                .collect(Collectors.groupingBy(
                        line -> line[1], Collectors.mapping(line -> Long.parseLong(line[0]), Collectors.toList())));
        List<Long> intervals = times.values().stream()
                .flatMap(SamplerBenchmark::intervals)
                .sorted()
                .toList();
        int readings = intervals.size() + times.size();
        System.out.printf(
                Locale.ROOT,
                "%d trees among %d processes: %.2f %% of a core, %.1f readings/s, interval p50 %d ms, p99 %d ms%n",
                times.size(),
                ProcessHandle.allProcesses().count(),
                100 * cores,
                readings / seconds,
                intervals.get(intervals.size() / 2),
                intervals.get(intervals.size() * 99 / 100));
    }

    /** Of all cores, 100 a second (proc_stat(5)). */
    private static long stolenTicks() throws Exception {
        String total = Files.readAllLines(Path.of("/proc/stat")).get(0);
        return Long.parseLong(total.split("\\s+")[8]);
    }

    private static Stream<Long> intervals(List<Long> times) {
        return IntStream.range(1, times.size()).mapToObj(index -> times.get(index) - times.get(index - 1));
    }
}
