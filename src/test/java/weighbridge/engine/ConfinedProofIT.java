package weighbridge.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import weighbridge.capacity.Bound;
import weighbridge.capacity.CapacityReport;
import weighbridge.simulation.CapacitySimulation;

/** A generator that gets a fraction of a core: what it cannot make is nobody's capacity. */
@Tag("proof")
@Timeout(600)
@EnabledOnOs({OS.LINUX, OS.MAC})
class ConfinedProofIT {
    private static final long PERIOD_MILLIS = 100;
    private static final long RUN_MILLIS = 30;

    @TempDir
    Path folder;

    @Test
    void aGeneratorThatIsTheLimitIsNamedAndNoCapacityIsTold() throws Exception {
        Run run = new Run(folder)
                .simulation(CapacitySimulation.class)
                .target("idle", "keepAlive=true")
                .with("duration", "1s")
                .with("limit", "165s")
                .with("pool", "100")
                .with("timeout", "2s")
                .with("slo", "p99<200ms");
        Process process = run.start();
        run.await(process, "weighing open connections");
        try {
            confine(process);
        } finally {
            signal("CONT", process); // a test that is interrupted leaves nobody who is stopped
        }
        Run.Result result = run.finish(process);

        CapacityReport card = result.target("idle").capacity();
        assertThat(card.bound()).as(result.console()).isEqualTo(Bound.GENERATOR);
        assertThat(result.console())
                .contains(card.callsPerSecond() == null ? "capacity unknown" : "sustains at least ");
        assertThat(result.summary()).containsPattern("bound by .*generator");
    }

    /** Stops and continues it, as a quota does: it runs for {@value #RUN_MILLIS} of every {@value #PERIOD_MILLIS} ms. */
    private static void confine(Process process) throws Exception {
        while (process.isAlive()) {
            signal("STOP", process);
            TimeUnit.MILLISECONDS.sleep(PERIOD_MILLIS - RUN_MILLIS);
            signal("CONT", process);
            TimeUnit.MILLISECONDS.sleep(RUN_MILLIS);
        }
    }

    /** May come too late, for it ends by itself. */
    private static void signal(String name, Process process) throws Exception {
        new ProcessBuilder("kill", "-" + name, Long.toString(process.pid()))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start()
                .waitFor();
    }
}
