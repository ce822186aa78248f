package weighbridge.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import weighbridge.analysis.Analysis;
import weighbridge.figure.Figure;
import weighbridge.figure.Topic;
import weighbridge.record.Calls;
import weighbridge.record.Host;
import weighbridge.record.MadeUpCapacityRun;
import weighbridge.record.MadeUpProbe;
import weighbridge.record.MadeUpSlice;
import weighbridge.record.Recording;
import weighbridge.record.RoundRecording;
import weighbridge.record.RunRecord;
import weighbridge.record.SampleRun;
import weighbridge.workload.Purpose;
import weighbridge.workload.Settings;
import weighbridge.workload.Workload;

/** The made-up run, as it is compared. */
class ComparedRunTest {
    private static final double MIB = 1024 * 1024;

    private final ComparedRun run = ComparedRun.of(Analysis.of(SampleRun.recording()));

    @Test
    void theFiguresOfATargetThatWentWell() {
        assertThat(values("good"))
                .contains(
                        entry(Figure.SECONDS_PER_CALL, 0.299 / 800),
                        entry(Figure.SUCCESS_RATIO, 1.0),
                        entry(Figure.IDLE_RSS_BYTES, 50 * MIB),
                        entry(Figure.WARM_RSS_BYTES, 60 * MIB),
                        entry(Figure.PEAK_RSS_BYTES, 80 * MIB),
                        entry(Figure.OVERALL_PEAK_RSS_BYTES, 82 * MIB),
                        entry(Figure.AFTER_RSS_BYTES, 75 * MIB),
                        entry(Figure.SETTLED_RSS_BYTES, 70 * MIB),
                        entry(Figure.DELTA_RSS_BYTES, 25 * MIB),
                        entry(Figure.RETAINED_BYTES, 2 * MIB),
                        entry(Figure.STARTUP_MILLIS, 512.0),
                        // the n-th of 800 calls starts after ⌊n / 8⌋ and ends after 100 + ⌊n / 4⌋ ms
                        entry(Figure.P50_MILLIS, 150.0),
                        entry(Figure.MAX_MILLIS, 200.0))
                .containsEntry(Figure.PEAK_FILES, 30.0)
                .containsEntry(Figure.IDLE_THREADS, 20.0)
                .hasSize((int) Stream.of(Figure.values())
                        .filter(figure -> figure.topic() != Topic.GROUP) // it has none of its own
                        .count());
    }

    @Test
    void whereCallsFailedTimesMeanSomethingElse() {
        assertThat(values("slow"))
                .containsEntry(Figure.SUCCESS_RATIO, 0.8)
                .doesNotContainKeys(Figure.SECONDS_PER_CALL, Figure.P50_MILLIS, Figure.P99_MILLIS, Figure.MAX_MILLIS);
    }

    @Test
    void whatNeverStartedHasNoFigure() {
        assertThat(values("broken")).isEmpty();
        assertThat(run.targets()).containsOnlyKeys("good", "slow", "mortal", "broken");
    }

    @Test
    void theRunItself() {
        assertThat(run.rounds()).isEqualTo(1);
        assertThat(run.complete()).isTrue();
        assertThat(run.faults()).hasSize(2);
        assertThat(run.noise()).isEmpty();
        assertThat(run.floorSecondsPerCall()).isNotNull();
        assertThat(run.conditions())
                .contains(
                        entry("calls", "800"),
                        entry("timeout", "1000 ms"),
                        entry("settle", "2000 ms"),
                        entry("warmup", "12"),
                        entry("kernel", "6.1"),
                        entry("memory", "23842 MiB"),
                        entry("logical cores", "2"),
                        entry("cores that the generator may use", "2.0"),
                        entry("net.core.somaxconn", "4096"))
                .doesNotContainKeys("port", "pid", "strict");
    }

    /** Two sizes a few bytes apart are one machine's wherever they lie; 5 % less is another machine, or its limit is. */
    @ParameterizedTest
    @CsvSource({
        "8589934592, 8589934088, true",
        "9126805504, 9126805000, true", // 8.5 GiB, which was rounded to 9 GiB and to 8 GiB
        "8589934592, 8455716864, true", // 128 MiB
        "8589934592, 8160437862, false",
        "268435456, 255013683, false",
        "0, 0, true",
        "0, 8589934592, false"
    })
    void memoryIsTheSameMachinesWithinTwoPerCent(long before, long after, boolean same) {
        assertThat(Conditions.differences(conditions(before, null), conditions(after, null))
                        .isEmpty())
                .isEqualTo(same);
    }

    @Test
    void aLimitOfMemoryIsAConditionAndBothSizesAreTold() {
        long bytes = 8L << 30;

        assertThat(Conditions.differences(conditions(bytes, null), conditions(bytes, 1L << 30)))
                .containsExactly(new Obstacle.Difference("memory that the control group allows", null, "1024 MiB"));
        assertThat(Conditions.differences(conditions(bytes, 2 * bytes), conditions(bytes, null)))
                .isEmpty(); // it grants no more than the machine has
        assertThat(Conditions.differences(conditions(bytes, null), conditions(bytes / 2, null)))
                .containsExactly(new Obstacle.Difference("memory", "8192 MiB", "4096 MiB"));
    }

    private static Map<String, String> conditions(long memoryBytes, Long allowedBytes) {
        Map<String, String> conditions = new HashMap<>();
        Conditions.putMachine(
                conditions,
                new Host(
                        "",
                        "",
                        "6.1.0",
                        "",
                        "",
                        2,
                        memoryBytes,
                        null,
                        allowedBytes,
                        null,
                        null,
                        "",
                        List.of(),
                        Map.of()));
        return conditions;
    }

    /** A burst's come from Gatling's log. */
    @Test
    void latenciesOfBurstsAreToldInMilliseconds() {
        assertThat(run.latencyResolutionMillis()).isEqualTo(Figure.LOG_MILLIS);
    }

    /** Of a closed load too, whose calls the log tells in whole ms. */
    @Test
    void latenciesOfLoadsOverTimeAreToldInMicroseconds() {
        Recording search = new MadeUpCapacityRun()
                .round(MadeUpProbe.closed(1, Purpose.STEADY, 8)
                        .slices(MadeUpSlice.of(0, 10_000).closed(16_000, 0.75)))
                .recording();
        RunRecord made = search.run();
        RunRecord steady = new RunRecord(
                made.schema(),
                made.id(),
                "weighbridge.simulation.SteadySimulation",
                made.startedAt(),
                true,
                Settings.from(Workload.Kind.STEADY, Map.of("targets", "a", "concurrency", "8", "duration", "10s")::get),
                made.environment(),
                made.main(),
                made.rounds(),
                List.of());
        Calls logged = new Calls();
        logged.add(0, 0, 1, true, "");
        ComparedRun closed = ComparedRun.of(Analysis.of(new Recording(
                steady,
                search.callsStartedAtMillis(),
                List.of(new RoundRecording(made.rounds().get(0), Map.of("a", logged), Map.of("a", new Calls()))),
                List.of(),
                search.latencies(),
                search.samples())));

        assertThat(closed.latencyResolutionMillis()).isEqualTo(Figure.HISTOGRAM_MILLIS);
        assertThat(closed.targets().get("a").figures().get(Figure.P50_MILLIS).median())
                .isEqualTo(0.75);
    }

    @ParameterizedTest
    @CsvSource({
        "http://127.0.0.1:8000/a?b=1:2, http://127.0.0.1/a?b=1:2",
        "http://[::1]:8000/, http://[::1]/",
        "https://server.example/x:1, https://server.example/x:1",
        "http://[::1]/x:80/, http://[::1]/x:80/"
    })
    void aPortIsNoQuestion(String url, String expected) {
        assertThat(Conditions.withoutPort(url)).isEqualTo(expected);
    }

    private Map<Figure, Double> values(String target) {
        Map<Figure, Double> values = new HashMap<>();
        run.targets().get(target).figures().forEach((figure, report) -> {
            if (report.values().get(0) != null) {
                values.put(figure, report.values().get(0));
            }
        });
        return values;
    }
}
