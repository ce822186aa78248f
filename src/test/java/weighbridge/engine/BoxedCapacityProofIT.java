package weighbridge.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import weighbridge.capacity.Bound;
import weighbridge.capacity.CapacityReport;
import weighbridge.capacity.Overload;
import weighbridge.process.ControlGroups;
import weighbridge.render.CapacityFindingWords;
import weighbridge.simulation.CapacitySimulation;
import weighbridge.text.Limits;

/** Ten ms of CPU time a call are 20, 50 and 100 calls a second in a fifth of a core, in half of one and in one. */
@Tag("proof")
@Timeout(1800)
@EnabledOnOs(OS.LINUX)
class BoxedCapacityProofIT {
    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({"0.2, 20", "0.5, 50", "1, 100"})
    void aHeldBoxIsAHeldBox(String cpus, double capacity) throws Exception {
        ControlGroups groups = ControlGroups.ofThisSystem();
        assumeTrue(
                groups.obstacle().isEmpty(),
                () -> groups.obstacle().orElseThrow().why());

        Run.Result result = new Run(folder)
                .simulation(CapacitySimulation.class)
                .target("burner", "burnMillis=10", "keepAlive=true")
                .with("cpus", cpus)
                .with("duration", "5s")
                .with("timeout", "2s")
                .with("pool", "100")
                .with("slo", "p95<500ms,errors<1%")
                .finish();

        assertThat(result.exitStatus()).as(result.console()).isZero();
        CapacityReport card = result.target("burner").capacity();
        assertThat(card.callsPerSecond()).as(result.console()).isCloseTo(capacity, within(0.1 * capacity));
        assertThat(card.bound()).as(CapacityFindingWords.of(card.binds())).isEqualTo(Bound.CPU);
        assertThat(card.confirmed()).isEqualTo(3);
        assertThat(card.limits()).isEqualTo(new Limits(Double.valueOf(cpus), null));
        assertThat(card.overload()).extracting(Overload::share).containsExactly(1.2, 2.0);
    }
}
