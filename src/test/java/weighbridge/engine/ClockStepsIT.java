package weighbridge.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.LongSummaryStatistics;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import weighbridge.analysis.TargetReport;
import weighbridge.record.Calls;
import weighbridge.record.Recording;
import weighbridge.record.RecordingReader;
import weighbridge.record.RunFolder;
import weighbridge.record.Samples.Series;
import weighbridge.record.Window;
import weighbridge.workload.Phase;

/** A run during which the wall clock is set, by an hour, again and again. */
@Tag("untimed")
@EnabledOnOs(OS.LINUX)
class ClockStepsIT {
    private static final int HOUR_SECONDS = 3600;
    private static final long BETWEEN_STEPS_NANOS = 200_000_000;

    /** Longer than the run takes on any machine, and far below the steps. */
    private static final long MINUTES = 15 * 60_000;

    @TempDir
    static Path folder;

    private static Run.Result result;
    private static Recording recording;

    @BeforeAll
    static void run() throws Exception {
        result = runOnSteppingClock();
        recording = RecordingReader.read(new RunFolder(result.latest().toRealPath()));
    }

    @Test
    void noFigureChanges() throws Exception {
        TargetReport target = result.target("target");

        assertThat(result.exitStatus()).as(result.console()).isZero();
        assertThat(target.floor()).as("generator floor").isNotNull();
        assertThat(recording.run().rounds().get(0).phases())
                .isNotEmpty()
                .allSatisfy(phase -> assertThat(phase.millis()).isBetween(1L, MINUTES));
        Window window = recording.run().rounds().get(0).windows().get(0);
        Phase measured = last();
        assertThat(window.before().atMillis()).isLessThanOrEqualTo(measured.startedAtMillis());
        assertThat(window.after().atMillis()).isBetween(measured.endedAtMillis(), measured.endedAtMillis() + MINUTES);
        assertThat(target.window().generator().cpu().machineShare()).isBetween(0.0, 1.0);
        assertThat(target.window().cpu().machineShare()).isBetween(0.0, 1.0);
    }

    /** Else report.html would show the memory beside the load of another hour. */
    @Test
    void loadAndMemoryAreOnOneAxis() {
        Calls calls = recording.rounds().get(0).calls().get("target");
        Phase measured = last();
        LongSummaryStatistics starts = IntStream.range(0, calls.size())
                .mapToLong(call -> recording.callsStartedAtMillis() + calls.startMillis(call))
                .summaryStatistics();
        Series samples = recording.samples().of("target");
        long[] steps = IntStream.range(1, samples.size())
                .mapToLong(sample -> samples.atMillis(sample) - samples.atMillis(sample - 1))
                .toArray();

        assertThat(starts.getCount()).isEqualTo(50);
        // Each of the two clocks cuts off a part of a millisecond.
        assertThat(starts.getMin()).isGreaterThanOrEqualTo(measured.startedAtMillis() - 2);
        assertThat(starts.getMax()).isLessThanOrEqualTo(measured.endedAtMillis() + 2);
        assertThat(steps).isNotEmpty();
        for (long step : steps) {
            assertThat(step).isBetween(0L, MINUTES);
        }
    }

    private static Phase last() {
        List<Phase> phases = recording.run().rounds().get(0).phases();
        return phases.get(phases.size() - 1);
    }

    private static Run.Result runOnSteppingClock() throws IOException, InterruptedException {
        Path offset = Files.writeString(folder.resolve("offset"), "0");
        Run run = new Run(folder)
                .target("target")
                .with("calls", "50")
                .with("warmup", "3")
                .with("timeout", "30s")
                .variable("LD_PRELOAD", Preloaded.build("steps.c", folder).toString())
                .variable("CLOCK_OFFSET", offset.toString());
        Process process = run.start();
        for (int step = 1; process.isAlive(); step++) {
            Files.writeString(offset, Integer.toString(step % 2 == 0 ? HOUR_SECONDS : -HOUR_SECONDS));
            LockSupport.parkNanos(BETWEEN_STEPS_NANOS);
        }
        return run.finish(process);
    }
}
