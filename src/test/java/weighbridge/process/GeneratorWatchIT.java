package weighbridge.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import weighbridge.record.GeneratorHealth;

@Timeout(120)
class GeneratorWatchIT {
    private static TalkingChild generator(String... flags) throws Exception {
        return TalkingChild.java(List.of(flags), WatchedGenerator.class);
    }

    private static GeneratorHealth during(TalkingChild child, String script) throws Exception {
        assertThat(child.ask("open")).startsWith("done");
        String filled = script.replace("PID", Long.toString(child.pid()));
        assertThat(new ProcessBuilder("sh", "-c", filled).start().waitFor()).isZero();
        return WatchedGenerator.health(child.ask("close"));
    }

    @Test
    @EnabledOnOs({OS.LINUX, OS.MAC})
    void aStoppedJvmHasStalled() throws Exception {
        try (TalkingChild child = generator("-Xmx64m")) {
            GeneratorHealth health = during(child, "kill -STOP PID; sleep 0.3; kill -CONT PID");

            // 300 ms less the 25 ms that the watch may have slept anyway, and room for a clock that ticks otherwise.
            assertThat(health.longestStallMillis()).isGreaterThanOrEqualTo(250);
            assertThat(health.stalls()).isPositive();
            assertThat(health.stalledMillis()).isGreaterThanOrEqualTo(health.longestStallMillis());
        }
    }

    @Test
    @EnabledOnOs({OS.LINUX, OS.MAC})
    void aJvmThatGetsAFifthOfTheTimeIsDeniedTheRest() throws Exception {
        try (TalkingChild child = generator("-Xmx64m")) {
            GeneratorHealth health = during(
                    child, "for i in $(seq 30); do kill -STOP PID; sleep 0.08; kill -CONT PID; sleep 0.02; done");

            // About 0.7: the 80 ms less the part of a period that the watch would have slept.
            assertThat(health.deniedShare()).isBetween(0.5, 1.0);
        }
    }

    @Test
    @EnabledOnOs({OS.LINUX, OS.MAC})
    void aQuietJvmRunsWhenItWants() throws Exception {
        try (TalkingChild child = generator("-Xmx64m")) {
            GeneratorHealth health = during(child, "sleep 1");

            // About 0.01; 0.19 was seen on a machine whose cores each had three other threads to run.
            assertThat(health.deniedShare()).isBetween(0.0, 0.4);
            assertThat(health.gcPauses()).isZero();
        }
    }

    @ParameterizedTest
    @CsvSource({"Serial, 1", "Parallel, 1", "G1, 1", "Z, 3", "Shenandoah, 1"})
    void aCollectionShowsAsItsPauses(String collector, int atLeast) throws Exception {
        String flag = "-XX:+Use" + collector + "GC";
        assumeTrue(
                new ProcessBuilder(
                                        Path.of(System.getProperty("java.home"), "bin", "java")
                                                .toString(),
                                        flag,
                                        "-version")
                                .start()
                                .waitFor()
                        == 0,
                "this JVM has no such collector");
        try (TalkingChild child = generator("-Xmx1g", flag)) {
            assertThat(child.ask("keep")).isEqualTo("done 2000000");
            assertThat(child.ask("open")).isEqualTo("done 2000000");
            assertThat(child.ask("gc")).isEqualTo("done 2000000");
            GeneratorHealth health = WatchedGenerator.health(child.ask("close"));

            assertThat(health.gcPauses()).isGreaterThanOrEqualTo(atLeast);
            assertThat(health.gcPauseMillis()).isGreaterThanOrEqualTo(health.longestGcPauseMillis());
            if (collector.equals("Serial")) {
                // Two million objects on one thread: no machine marks and moves them in less than a millisecond.
                assertThat(health.gcPauses()).isEqualTo(1);
                assertThat(health.longestGcPauseMillis()).isPositive();
            }
            // Z and Shenandoah work beside the program, and may pause it once more when they end.
            if (!collector.equals("Z") && !collector.equals("Shenandoah")) {
                assertThat(WatchedGenerator.health(during(child)).gcPauses())
                        .as("in a window after it")
                        .isZero();
            }
        }
    }

    private static String during(TalkingChild child) throws Exception {
        child.ask("open");
        return child.ask("close");
    }

    @Test
    void cyclesThatRunBesideTheProgramAreNoPauses() {
        assertThat(List.of("ZGC Cycles", "ZGC Minor Cycles", "ZGC Major Cycles", "Shenandoah Cycles"))
                .noneMatch(GcPauses::stopsTheJvm);
        assertThat(List.of("Copy", "PS MarkSweep", "G1 Young Generation", "G1 Concurrent GC", "ZGC Minor Pauses"))
                .allMatch(GcPauses::stopsTheJvm);
    }

    @Test
    void windowsMayOverlapAndTheWatchEnds() {
        GeneratorWatch watch = GeneratorWatch.start();
        GeneratorWatch.Window whole = watch.open();
        watch.open().close();
        watch.close();
        assertThat(whole.close().deniedShare()).isBetween(0.0, 1.0);
        watch.close();
    }
}
