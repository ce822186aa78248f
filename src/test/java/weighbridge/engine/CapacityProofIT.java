package weighbridge.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import weighbridge.capacity.Bound;
import weighbridge.capacity.CapacityFinding.LevelsOff;
import weighbridge.capacity.CapacityReport;
import weighbridge.render.CapacityFindingWords;
import weighbridge.simulation.CapacitySimulation;
import weighbridge.workload.Purpose;

/**
 * Servers whose capacity can be computed: so many at once, each for exactly so long, are servers ÷ service time calls a
 * second, and evenly spaced calls below that never wait.
 */
@Tag("proof")
@Timeout(900)
class CapacityProofIT {
    private static final int KEPT_KIB = 1024;

    @TempDir
    static Path folder;

    private static Run.Result result;

    @BeforeAll
    static void find() throws Exception {
        result = new Run(folder)
                .simulation(CapacitySimulation.class)
                .target("slow", settings(4, 8_000))
                .target("medium", settings(8, 8_000))
                .target("fast", settings(16, 8_000))
                .with("duration", "4s")
                .with("cores", "shared") // one core is all that the fastest takes
                .with("pool", "200")
                .with("slo", "p95<50ms,errors<0.1%")
                .finish();
    }

    private static String[] settings(int servers, int serviceMicros) {
        return new String[] {
            "servers=" + servers, "serviceMicros=" + serviceMicros, "keepAlive=true", "keepPerConnectionKiB=" + KEPT_KIB
        };
    }

    private static CapacityReport card(String name) throws Exception {
        assertThat(result.exitStatus()).as(result.console()).isZero();
        return result.target(name).capacity();
    }

    @ParameterizedTest
    @CsvSource({"slow, 500", "medium, 1000", "fast, 2000"})
    void whatIsFoundIsWhatCanBeComputed(String name, double capacity) throws Exception {
        CapacityReport card = card(name);

        assertThat(card.bound()).as(CapacityFindingWords.of(card.binds())).isEqualTo(Bound.SLO);
        assertThat(card.confirmed()).isEqualTo(3);
        assertThat(card.callsPerSecond()).isCloseTo(capacity, within(0.05 * capacity));
        assertThat(card.low()).isCloseTo(capacity, within(0.05 * capacity));
        assertThat(card.high()).isCloseTo(capacity, within(0.05 * capacity));
    }

    @ParameterizedTest
    @ValueSource(strings = {"slow", "medium", "fast"})
    void whatAConnectionKeepsIsItsSlope(String name) throws Exception {
        assertThat(card(name).connections().bytesPerConnection() / 1024).isCloseTo(KEPT_KIB, within(0.1 * KEPT_KIB));
    }

    /** By the servers that are busy: users who are as many as they, or fewer, have their answer after the service time and what the way takes. */
    @ParameterizedTest
    @CsvSource({"slow, 4, 500", "medium, 8, 1000"})
    void theLawOfItsClosedLoadsIsThatOfTheServer(String name, int servers, double ofAll) throws Exception {
        CapacityReport card = card(name);

        assertThat(card.usl().points()).isGreaterThanOrEqualTo(6);
        // Slots have no peak: more users than slots wait, and that is all.
        assertThat(card.usl().reason()).isInstanceOfSatisfying(LevelsOff.class, gap -> {
            assertThat(gap.callsPerSecond()).isCloseTo(ofAll, within(0.05 * ofAll));
            assertThat(gap.users()).isCloseTo(servers, within(0.2 * servers));
        });
        assertThat(card.probes())
                .filteredOn(probe -> probe.purpose() == Purpose.CLOSED)
                .allSatisfy(probe -> {
                    int users = probe.load().concurrency();
                    double most = ofAll * Math.min(users, servers) / servers;
                    assertThat(probe.load().achievedCallsPerSecond())
                            .isBetween((users > servers ? 0.95 : 0.8) * most, 1.05 * most);
                });
    }
}
