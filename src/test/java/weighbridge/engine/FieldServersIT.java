package weighbridge.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import weighbridge.analysis.Finding.FewerCores;
import weighbridge.analysis.Finding.FloorFailed;
import weighbridge.analysis.Finding.GeneratorNotSteady;
import weighbridge.analysis.Finding.GeneratorOverloaded;
import weighbridge.analysis.Finding.MachineTaken;
import weighbridge.analysis.Finding.NoisyMachine;
import weighbridge.analysis.Finding.StartsSpread;
import weighbridge.analysis.MemoryReport;
import weighbridge.analysis.MemoryReport.Weight;
import weighbridge.analysis.TargetReport;
import weighbridge.figure.Figure;
import weighbridge.record.Outcome.Kind;
import weighbridge.record.Weighing.Moment;
import weighbridge.record.Window;
import weighbridge.render.FindingWords;

/**
 * Servers as people have them, each with a way of its own with processes and memory: Apache ends its process group, nginx
 * becomes a daemon beside {@code tail}, busybox and Perl leave ended children to the kernel, gunicorn shares what it has
 * loaded with its workers, and ZGC maps its heap at several places. What the run says is held against what this test
 * reads of {@code /proc} by the program's file, whoever started it.
 */
@EnabledOnOs(OS.LINUX)
@Tag("untimed")
class FieldServersIT {
    private static final double MIB = 1 << 20;

    /** A server at rest may still do a little between two readings, and a JVM still compiles what was called. */
    private static final double TOLERANCE_MIB = 2;

    private static final double TOLERANCE_OF_JVM_MIB = 8;

    private static final double TOLERANCE_SECONDS = 0.01;

    /** Where threads have ended, {@link KernelSums} may miss two ticks a process; and a JVM at rest still compiles. */
    private static final Map<String, Double> TOLERANCE_OF_THREADS = Map.of("apache-event", 0.05, "zgc", 0.1);

    /** It goes on when all is answered, with compiling what was called. */
    private static final String JVM = "zgc";

    /** They hold this much at several places. */
    private static final double REPEATED_MIB = 64;

    /** The last one whose ZGC always does. */
    private static final int JDK_OF_THREE_PLACES = 20;

    /** Remarks that come and go with what else the machine does. */
    private static final Set<Class<?>> OF_THE_MACHINE = Set.of(
            GeneratorOverloaded.class,
            GeneratorNotSteady.class,
            StartsSpread.class,
            FloorFailed.class,
            FewerCores.class,
            MachineTaken.class,
            NoisyMachine.class);

    @TempDir
    static Path folder;

    private static FieldRun run;

    @BeforeAll
    @Timeout(600)
    static void run() throws Exception {
        run = FieldRun.in(folder);
    }

    static Stream<String> names() {
        return FieldRun.names();
    }

    static Stream<String> forgetful() {
        return FieldRun.FORGETFUL.stream();
    }

    static Stream<String> remembering() {
        return names().filter(name -> !FieldRun.FORGETFUL.contains(name));
    }

    static Stream<String> repeated() {
        boolean zgc = Runtime.version().feature() <= JDK_OF_THREE_PLACES
                || isRepeated(run.after().get(JVM));
        return zgc ? Stream.of("gunicorn-preload", JVM) : Stream.of("gunicorn-preload");
    }

    private static boolean isRepeated(KernelSums kernel) {
        return kernel.rssBytes() > kernel.pssBytes() * 3 / 2;
    }

    @ParameterizedTest
    @MethodSource("names")
    void isMeasuredAndEndedClean(String name) {
        TargetReport target = run.target(name);

        assertThat(target.outcome()).isEqualTo(Kind.MEASURED);
        assertThat(target.burst().successRatio()).isEqualTo(1.0);
        assertThat(target.identity().misbehaviour()).isEmpty();
        assertThat(target.identity().version()).matches(".*\\d+\\.\\d+.*");
        assertThat(run.left().get(name)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("names")
    void memoryIsWhatTheKernelSays(String name) throws IOException {
        MemoryReport memory = run.target(name).memory();

        assertThat(run.weighing(name, Moment.IDLE).processes())
                .isEqualTo(run.idle().get(name).pids().size());
        double mib = name.equals(JVM) ? TOLERANCE_OF_JVM_MIB : TOLERANCE_MIB;
        isWeighed(memory.idle(), run.idle().get(name), mib);
        isWeighed(memory.after(), run.after().get(name), mib);
    }

    private static void isWeighed(Weight weight, KernelSums kernel, double tolerance) {
        assertThat(weight.rssBytes() / MIB).isCloseTo(kernel.rssBytes() / MIB, within(tolerance));
        assertThat(weight.pssBytes() / MIB).isCloseTo(kernel.pssBytes() / MIB, within(tolerance));
    }

    /** The kernel's mark was set back right before the burst, the only load that there was. */
    @ParameterizedTest
    @MethodSource("remembering")
    void peakIsTheMarkOfTheKernel(String name) {
        assertThat(run.target(name).memory().peakRssBytes().doubleValue())
                .isCloseTo(run.after().get(name).peakRssBytes(), withinPercentage(5));
    }

    /** Set back before the first call and at the begin of the burst; what was after that is in it. */
    @ParameterizedTest
    @MethodSource("remembering")
    void theOverallPeakIsNeverBelowWhatWasWeighedLater(String name) {
        MemoryReport memory = run.target(name).memory();

        assertThat(memory.overallPeakRssBytes())
                .isGreaterThanOrEqualTo(memory.peakRssBytes())
                .isGreaterThanOrEqualTo(memory.after().rssBytes())
                .isGreaterThanOrEqualTo(memory.settled().rssBytes());
        assertThat(memory.overallPeakRssBytes().doubleValue())
                .isGreaterThan(0.95 * run.after().get(name).peakRssBytes());
    }

    @ParameterizedTest
    @MethodSource("remembering")
    void cpuTimeIsWhatTheKernelSays(String name) throws IOException {
        double weighed = run.weighing(name, Moment.AFTER).cpuSeconds()
                - run.weighing(name, Moment.IDLE).cpuSeconds();
        double kernel =
                run.after().get(name).cpuSeconds() - run.idle().get(name).cpuSeconds();

        assertThat(weighed).isCloseTo(kernel, within(tolerance(name)));
    }

    @ParameterizedTest
    @MethodSource("remembering")
    void cpuTimeOfTheBurstIsWhatTheKernelSays(String name) throws IOException {
        Window window = run.window(name);
        double before = run.cpu().before(window.before().atMillis(), name);
        double after = run.cpu().after(window.after().atMillis(), name);
        // A JVM collects its garbage before it is weighed warm, and there may have been no look since.
        double begun = Math.max(before, run.weighing(name, Moment.WARM).cpuSeconds());
        double ended = name.equals(JVM) ? run.cpu().before(window.after().atMillis(), name) : after;

        double seconds = run.target(name).window().cpu().seconds();

        assertThat(seconds).isBetween(ended - begun - tolerance(name), after - before + tolerance(name));
    }

    private static double tolerance(String name) {
        return TOLERANCE_OF_THREADS.getOrDefault(name, TOLERANCE_SECONDS);
    }

    /** What their children used is gone with them. */
    @ParameterizedTest
    @MethodSource("forgetful")
    void whatNobodyKnowsIsNotTold(String name) {
        TargetReport target = run.target(name);

        assertThat(target.window().cpu()).isNull();
        assertThat(target.figure(Figure.CPU_SECONDS_PER_1000_CALLS).median()).isNull();
        assertThat(target.memory().peakRssBytes()).isNull();
        assertThat(target.memory().overallPeakRssBytes()).isNull();
    }

    @ParameterizedTest
    @MethodSource("repeated")
    void memoryThatIsCountedTwiceGoesByPss(String name) {
        MemoryReport memory = run.target(name).memory();
        KernelSums after = run.after().get(name);

        assertThat(isRepeated(after)).isTrue();
        assertThat(memory.isRepeated()).isTrue();
        assertThat(memory.idle().pssBytes() / MIB).isGreaterThan(REPEATED_MIB);
        assertThat(memory.peakPssBytes().doubleValue()).isCloseTo(after.pssBytes(), withinPercentage(5));
    }

    /** Just those that a reader has to see, and nothing else of processes or memory. */
    @Test
    void remarks() throws IOException {
        List<String> expected = new ArrayList<>();
        forgetful()
                .forEach(name -> expected.add(
                        "%s: CPU time and RSS peak are n/a: PID %d (%1$s) ignores SIGCHLD, so the kernel drops what its children used when they end; fix, for CPU time: start it in a control group of its own, as with systemd-run --user --scope"
                                .formatted(name, run.idle().get(name).pids().get(0))));
        repeated().map(name -> counted(run.target(name))).forEach(expected::add);

        assertThat(run.report().verdict().remarks().stream()
                        .filter(remark ->
                                !OF_THE_MACHINE.contains(remark.finding().getClass()))
                        .map(FindingWords::of))
                .containsExactlyInAnyOrderElementsOf(expected);
        assertThat(run.result().summary().lines())
                .containsAll(expected.stream().map(words -> "Remark: " + words).toList());
    }

    private static String counted(TargetReport target) {
        Weight settled = target.memory().settled();
        return String.format(
                Locale.ROOT,
                "%s: RSS counts many pages more than once (%.2f MiB, PSS %.2f MiB): SLOs, rankings and plans of its memory go by PSS",
                target.name(),
                settled.rssBytes() / MIB,
                settled.pssBytes() / MIB);
    }
}
