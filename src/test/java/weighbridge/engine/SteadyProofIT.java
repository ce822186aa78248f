package weighbridge.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import weighbridge.analysis.TargetReport;
import weighbridge.capacity.LoadReport;
import weighbridge.simulation.SteadySimulation;
import weighbridge.truth.PlainClient;
import weighbridge.truth.TruthProcess;

/** Latencies in µs, and Little's law, of a server that takes exactly 600 µs for a call. */
@Tag("proof")
class SteadyProofIT {
    private static final int MICROS = 600;
    private static final double TOLERATED_MICROS = 30;

    /** A busy moment may stand for the machine once or twice. */
    private static final int CALIBRATIONS = 5;

    @TempDir
    Path folder;

    /**
     * A server that works for 600 µs answers later: the kernels of both ends and the waking of who waits belong to it, and differ from
     * machine to machine. So it works for as much less as makes 600 µs for the plainest client that there is.
     */
    @Test
    void sixHundredMicrosecondsReadSo() throws Exception {
        int serviceMicros = MICROS;
        double truth = asPlainlyRead(serviceMicros);
        for (int time = 0; time < CALIBRATIONS && Math.abs(truth - MICROS) > TOLERATED_MICROS; time++) {
            serviceMicros += (int) Math.round(MICROS - truth);
            truth = asPlainlyRead(serviceMicros);
        }
        assertThat(truth).as("what a plain client reads").isCloseTo(MICROS, within(TOLERATED_MICROS));

        Run.Result result = steady(64, serviceMicros).with("concurrency", "1").finish();

        TargetReport target = result.target("exact");
        LoadReport load = target.load();
        assertThat(result.exitStatus()).as(result.console()).isZero();
        assertThat(load.latencyMillis().min()).isGreaterThanOrEqualTo(serviceMicros / 1000.0);
        assertThat(load.latencyMillis().p50()).isBetween(0.550, 0.700);
        assertThat(target.burst().calls()).as("those in Gatling's own log").isEqualTo((int) load.calls());
        assertThat(target.burst().latencyMillis().ok().p50())
                .as("in Gatling's whole ms")
                .isIn(0, 1);
    }

    private static double asPlainlyRead(int serviceMicros) throws Exception {
        try (TruthProcess server =
                TruthProcess.start("servers=64", "serviceMicros=" + serviceMicros, "keepAlive=true")) {
            return PlainClient.medianMicros(server.port());
        }
    }

    @Test
    void littlesLawHoldsOfClosedLoad() throws Exception {
        Run.Result result = steady(2, 2_000).with("concurrency", "8").finish();

        LoadReport load = result.target("exact").load();
        assertThat(result.exitStatus()).as(result.console()).isZero();
        assertThat(load.kind()).isEqualTo("closed");
        // Two of them are served at once, so that most of the time of a user is a call.
        assertThat(load.achievedCallsPerSecond()).isCloseTo(1000, within(50.0));
        assertThat(load.littleDeviation()).isLessThan(0.05);
        assertThat(load.plannedLatencyMillis()).isNull();
    }

    private Run steady(int servers, int serviceMicros) throws Exception {
        return new Run(folder)
                .simulation(SteadySimulation.class)
                .target("exact", "servers=" + servers, "serviceMicros=" + serviceMicros, "keepAlive=true")
                .with("duration", "6s");
    }
}
