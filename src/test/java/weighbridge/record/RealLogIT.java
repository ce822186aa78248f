package weighbridge.record;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One log of the real Gatling: read as Gatling reads it, and then damaged in a few thousand ways. */
@Tag("untimed")
class RealLogIT {
    @TempDir
    static Path folder;

    private static Path log;

    @BeforeAll
    static void runGatling() throws Exception {
        log = RealLog.of(SampleSimulation.class, folder);
    }

    @Test
    void ourFiguresAreGatlings() throws Exception {
        Path figures = folder.resolve("figures.txt");
        ChildJvm.run(
                List.of("--add-opens=java.base/java.lang=ALL-UNNAMED"),
                GatlingFigures.class.getName(),
                log.toString(),
                figures.toString());
        OurFigures ours = new OurFigures();
        LogEnd ending = SimulationLogReader.read(log, ours);
        assertThat(ending.truncated()).isFalse();
        assertThat(ours.lines()).isEqualTo(Files.readAllLines(figures));
        assertThat(ours.lines())
                .hasSizeGreaterThan(15)
                .anyMatch(line -> line.startsWith("request запит ☃ 😀 OK 1000 "))
                .anyMatch(line -> line.startsWith("request inside KO 10 "))
                .contains("error 1010 status.find.is(200), found 503")
                .anyMatch(line -> line.startsWith("error 5 Request timeout to "))
                .anyMatch(line -> line.startsWith("error 5 unbuilt: "));
    }

    @Test
    void everyFlippedByteGivesAResultOrANamedError() throws Exception {
        String printed = ChildJvm.run(List.of("-Xmx64m"), FlippedBytes.class.getName(), log.toString());
        assertThat(printed).startsWith("5000 flips: ");
    }
}
