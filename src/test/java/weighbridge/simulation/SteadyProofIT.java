package weighbridge.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import weighbridge.analysis.TargetReport;
import weighbridge.capacity.LoadReport;

/** Latencies in µs, and Little's law, of a server that takes exactly 600 µs for a call. */
@Tag("proof")
class SteadyProofIT {
    private static final int SERVICE_MICROS = 600;

    @TempDir
    Path folder;

    @Test
    void sixHundredMicrosecondsReadSo() throws Exception {
        Run.Result result = steady("rate", "1000").finish();

        TargetReport target = result.target("exact");
        LoadReport load = target.load();
        assertThat(result.exitStatus()).as(result.console()).isZero();
        assertThat(load.kind()).isEqualTo("open");
        assertThat(load.latencyMillis().min()).isGreaterThanOrEqualTo(SERVICE_MICROS / 1000.0);
        assertThat(load.latencyMillis().p50()).isBetween(0.550, 0.700);
        assertThat(load.calls()).isEqualTo(10_000);
        assertThat(target.calls()).as("those in Gatling's own log").isEqualTo(10_000);
        assertThat(load.achievedCallsPerSecond()).isCloseTo(1000, within(10.0));
    }

    @Test
    void littlesLawHoldsOfClosedLoad() throws Exception {
        Run.Result result = steady("concurrency", "8").finish();

        LoadReport load = result.target("exact").load();
        assertThat(result.exitStatus()).as(result.console()).isZero();
        assertThat(load.kind()).isEqualTo("closed");
        // Two of them are served at once, so that most of the time of a user is a call.
        assertThat(load.achievedCallsPerSecond()).isCloseTo(2e6 / SERVICE_MICROS, within(0.05 * 2e6 / SERVICE_MICROS));
        assertThat(load.littleDeviation()).isLessThan(0.05);
        assertThat(load.plannedLatencyMillis()).isNull();
    }

    private Run steady(String kind, String value) throws Exception {
        String servers = kind.equals("rate") ? "64" : "2";
        return new Run(folder)
                .simulation(SteadySimulation.class)
                .target("exact", "servers=" + servers, "serviceMicros=" + SERVICE_MICROS, "keepAlive=true")
                .with(kind, value)
                .with("duration", "10s");
    }
}
