package weighbridge.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import weighbridge.analysis.TargetReport;
import weighbridge.simulation.SteadySimulation;

/** Twenty million calls: about as many as two hours make at 3,000 calls/s, in a heap that holds no list of them. */
@Tag("proof")
class LongRunProofIT {
    private static final int LEAST_CALLS = 20_000_000;
    private static final int MOST_LOGGED = 100_000;
    private static final long MOST_LOG_BYTES = 10 << 20;

    @TempDir
    Path folder;

    @Test
    void everyCallIsCountedInConstantMemory() throws Exception {
        Run.Result result = new Run(folder)
                .simulation(SteadySimulation.class)
                .target("fast", "servers=64", "serviceMicros=0", "keepAlive=true")
                .variable("JDK_JAVA_OPTIONS", "-Xmx256m")
                .with("concurrency", "32")
                .with("duration", "12m")
                .finish();

        TargetReport target = result.target("fast");
        assertThat(result.exitStatus()).as(result.console()).isZero();
        assertThat(target.burst().calls())
                .isEqualTo((int) target.load().calls())
                .isGreaterThan(LEAST_CALLS);
        assertThat(target.burst().successRatio()).isEqualTo(1);
        assertThat(target.load().loggedCalls()).isBetween(1000L, (long) MOST_LOGGED);
        assertThat(Files.size(result.latest().resolve("simulation.log"))).isLessThan(MOST_LOG_BYTES);
        assertThat(result.summary()).contains("Gatling's log and report have");
    }
}
