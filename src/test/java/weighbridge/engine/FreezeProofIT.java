package weighbridge.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.HdrHistogram.Histogram;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import weighbridge.capacity.LoadReport;
import weighbridge.record.ProbeRecord;
import weighbridge.record.Recording;
import weighbridge.record.RecordingReader;
import weighbridge.record.RunFolder;
import weighbridge.simulation.SteadySimulation;
import weighbridge.workload.Purpose;

/** A server that stands still for 2 s: whoever planned a call then had to wait, whether it was sent or not. */
@Tag("proof")
@EnabledOnOs({OS.LINUX, OS.MAC})
class FreezeProofIT {
    private static final int RATE = 500;
    private static final int POOL = 100;
    private static final long FREEZE_MILLIS = 2_000;
    /** Longer than a call takes in any other second. */
    private static final long LATE_MICROS = 10_000;
    /** Longer than a call takes while the server works off what has queued. */
    private static final long FROZEN_MICROS = 500_000;

    @TempDir
    Path folder;

    @Test
    void aFreezeShowsInTheLatencyFromThePlannedStartAndNotInTheOther() throws Exception {
        Run run = new Run(folder)
                .simulation(SteadySimulation.class)
                .target("frozen", "keepAlive=true")
                .with("rate", "" + RATE)
                .with("pool", "" + POOL)
                .with("duration", "15s")
                .with("timeout", "10s");
        Process process = run.start();
        run.await(process, "measuring for");
        TimeUnit.SECONDS.sleep(5); // into the load: nothing else tells how far it is
        ProcessHandle server = process.toHandle()
                .descendants()
                .filter(child -> child.info().commandLine().orElse("").contains("TruthServer"))
                .findFirst()
                .orElseThrow();
        Signals.send("STOP", server.pid());
        TimeUnit.MILLISECONDS.sleep(FREEZE_MILLIS);
        Signals.send("CONT", server.pid());
        Run.Result result = run.finish(process);

        assertThat(result.exitStatus()).as(result.console()).isEqualTo(4);
        assertThat(result.summary()).contains("misbehaved: a signal stopped the server for about 2.");
        LoadReport load = result.target("frozen").load();
        Recording recording = RecordingReader.read(new RunFolder(result.latest()));
        ProbeRecord steady =
                recording.run().rounds().get(0).lastProbes(Purpose.STEADY).get(0);
        long planned = recording.latencies().of(steady.number()).stream()
                .mapToLong(slice -> slower(slice.planned(), LATE_MICROS))
                .sum();
        long actual = recording.latencies().of(steady.number()).stream()
                .mapToLong(slice -> slower(slice.actual(), FROZEN_MICROS))
                .sum();

        assertThat(load.calls()).isEqualTo(15 * RATE);
        assertThat(planned).as("calls that were late from their planned start").isGreaterThanOrEqualTo(2 * RATE);
        assertThat(actual).as("calls that were under way").isBetween(1L, (long) POOL);
        assertThat(load.plannedLatencyMillis().max()).isGreaterThan(FREEZE_MILLIS * 0.98);
        assertThat(load.plannedLatencyMillis().p95())
                .isGreaterThan(10 * load.latencyMillis().p95());
        assertThat(load.poolDryCalls()).isGreaterThan(2 * RATE - 2 * POOL - RATE / 50);
    }

    private static long slower(Histogram micros, long limit) {
        return micros.getTotalCount() - micros.getCountBetweenValues(0, limit);
    }
}
