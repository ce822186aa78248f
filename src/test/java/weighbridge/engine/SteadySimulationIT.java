package weighbridge.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import weighbridge.analysis.TargetReport;
import weighbridge.capacity.LoadReport;
import weighbridge.cli.Weighbridge;
import weighbridge.render.FormatsTest;
import weighbridge.simulation.SteadySimulation;

/** A steady load from its settings to its report: what is asked is whether it is whole, not how fast anything was. */
@Tag("untimed")
class SteadySimulationIT {
    private static final int RATE = 100;
    private static final int SECONDS = 3;

    @TempDir
    Path folder;

    @Test
    void everyPlannedCallIsMadeAndTold() throws Exception {
        Run.Result result = new Run(folder)
                .simulation(SteadySimulation.class)
                .target("steady", "delayMillis=20", "every=10", "act=status-503")
                .with("rate", "" + RATE)
                .with("duration", SECONDS + "s")
                .with("keepAlive", "false")
                .with("pool", "50")
                .with("timeout", "10s")
                .finish();

        TargetReport target = result.target("steady");
        LoadReport load = target.load();
        assertThat(result.exitStatus()).as(result.console()).isZero();
        assertThat(load.calls()).isEqualTo(RATE * SECONDS);
        assertThat(load.succeeded()).isEqualTo(RATE * SECONDS * 9 / 10);
        assertThat(target.burst().counter()).containsEntry(200, 270).containsEntry(503, 30);
        assertThat(load.keepAlive()).isFalse();
        assertThat(result.counts("steady").connectionsAccepted())
                .as("a new connection for each call")
                .isEqualTo(result.counts("steady").requests());
        assertThat(load.latencyMillis().count()).isEqualTo(270);
        assertThat(load.latencyMillis().min()).isGreaterThanOrEqualTo(20);
        assertThat(load.plannedLatencyMillis().min())
                .isGreaterThanOrEqualTo(load.latencyMillis().min());
        assertThat(load.lag().max()).isGreaterThanOrEqualTo(load.lag().p99());
        assertThat(load.achievedCallsPerSecond()).isCloseTo(90, within(9.0));
        assertThat(target.memory().peakRssBytes()).isPositive();
        assertThat(target.window().cpu().seconds()).isPositive();

        Path summary = result.latest().resolve("summary.json");
        String before = Files.readString(summary);
        assertThat(FormatsTest.faults(before)).isEmpty();
        Weighbridge.run(
                new PrintWriter(new StringWriter()),
                new PrintWriter(new StringWriter()),
                "report",
                result.latest().toString());
        assertThat(Files.readString(summary)).as("analysed again").isEqualTo(before);
    }
}
