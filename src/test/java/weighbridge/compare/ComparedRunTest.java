package weighbridge.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import weighbridge.analysis.Analysis;
import weighbridge.figure.Figure;
import weighbridge.record.SampleRun;

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
                .hasSize(Figure.values().length);
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
                        entry("memory", "23 GiB"),
                        entry("logical cores", "2"),
                        entry("cores that the generator may use", "2.0"),
                        entry("net.core.somaxconn", "4096"))
                .doesNotContainKeys("port", "pid", "strict");
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
