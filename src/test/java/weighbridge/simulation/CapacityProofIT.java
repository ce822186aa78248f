package weighbridge.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import weighbridge.capacity.CapacityReport;

/**
 * Servers whose capacity can be computed: so many at once, each for exactly so long, are servers ÷ service time calls a
 * second, and evenly spaced calls below that never wait. The three are looked at side by side, for all they do is wait.
 */
@Tag("proof")
@Timeout(900)
class CapacityProofIT {
    private static final int KEPT_KIB = 256;

    @TempDir
    static Path folder;

    private static final Map<String, Run> RUNS = new LinkedHashMap<>();
    private static final Map<String, Process> PROCESSES = new LinkedHashMap<>();
    private static final Map<String, CapacityReport> CARDS = new LinkedHashMap<>();

    @BeforeAll
    static void find() throws Exception {
        begin("slow", 4, 20_000);
        begin("medium", 4, 10_000);
        begin("fast", 8, 8_000);
        for (String name : RUNS.keySet()) {
            Run.Result result = RUNS.get(name).finish(PROCESSES.get(name));
            assertThat(result.exitStatus()).as(result.console()).isZero();
            CARDS.put(name, result.target(name).capacity());
        }
    }

    private static void begin(String name, int servers, int serviceMicros) throws Exception {
        Run run = new Run(Files.createDirectories(folder.resolve(name)))
                .simulation(CapacitySimulation.class)
                .target(
                        name,
                        "servers=" + servers,
                        "serviceMicros=" + serviceMicros,
                        "keepAlive=true",
                        "keepPerConnectionKiB=" + KEPT_KIB)
                .with("duration", "12s")
                .with("pool", "200")
                .with("slo", "p99<100ms,errors<0.1%");
        RUNS.put(name, run);
        PROCESSES.put(name, run.start());
    }

    @AfterAll
    static void end() {
        PROCESSES.values().forEach(Process::destroy);
    }

    @ParameterizedTest
    @CsvSource({"slow, 200", "medium, 400", "fast, 1000"})
    void whatIsFoundIsWhatCanBeComputed(String name, double capacity) {
        CapacityReport card = CARDS.get(name);

        assertThat(card.bound()).as(card.binds()).isEqualTo("slo");
        assertThat(card.confirmed()).isEqualTo(3);
        assertThat(card.callsPerSecond()).isCloseTo(capacity, within(0.05 * capacity));
        assertThat(card.low()).isCloseTo(capacity, within(0.05 * capacity));
        assertThat(card.high()).isCloseTo(capacity, within(0.05 * capacity));
    }

    @Test
    void whatAConnectionKeepsIsItsSlope() {
        assertThat(CARDS.values())
                .allSatisfy(card -> assertThat(card.connections().bytesPerConnection() / 1024)
                        .isCloseTo(KEPT_KIB, within(0.1 * KEPT_KIB)));
    }

    /** One user alone has its answer after the service time, and no more than servers ÷ service time is carried by many. */
    @ParameterizedTest
    @CsvSource({"slow, 50, 200", "medium, 100, 400"})
    void theLawOfItsClosedLoadsIsThatOfTheServer(String name, double ofOne, double ofMany) {
        CapacityReport card = CARDS.get(name);

        assertThat(card.usl().points()).isGreaterThanOrEqualTo(6);
        assertThat(card.probes())
                .filteredOn(probe -> probe.purpose().equals("closed"))
                .filteredOn(
                        probe -> probe.load().concurrency() == 1 || probe.load().concurrency() >= 4)
                .allSatisfy(probe -> assertThat(probe.load().achievedCallsPerSecond())
                        .isCloseTo(
                                probe.load().concurrency() == 1 ? ofOne : ofMany,
                                within(0.05 * (probe.load().concurrency() == 1 ? ofOne : ofMany))));
    }
}
