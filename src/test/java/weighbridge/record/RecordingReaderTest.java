package weighbridge.record;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import weighbridge.analysis.Analysis;
import weighbridge.workload.Purpose;

class RecordingReaderTest {
    @TempDir
    Path path;

    private RunFolder folder;

    @BeforeEach
    void writeRun() {
        folder = new RunFolder(path);
        folder.write(SampleRun.record());
    }

    @Test
    void callsGoToTheirTargetsAndOthersAreLeftOut() throws Exception {
        writeLog();

        Recording recording = RecordingReader.read(folder);

        assertThat(recording.run()).isEqualTo(SampleRun.record());
        assertThat(recording.rounds().get(0).calls()).containsOnlyKeys("good", "slow", "mortal", "broken");
        Calls good = recording.rounds().get(0).calls().get("good");
        assertThat(good.size()).isEqualTo(2);
        assertThat(good.startMillis(1)).isEqualTo(5);
        assertThat(good.endMillis(1)).isEqualTo(1005);
        assertThat(good.ok(1)).isFalse();
        assertThat(good.message(1)).isEqualTo("Request timeout after 1000 ms");
        assertThat(recording.rounds().get(0).calls().get("broken").size()).isZero();
        assertThat(recording.callsStartedAtMillis()).isEqualTo(SimulationLogWriter.START);
        assertThat(recording.damage()).isEmpty();
        assertThat(recording.remarks()).isEmpty();
    }

    @Test
    void aLogThatIsCutOffGivesWhatItHoldsAndARemark() throws Exception {
        writeLog();
        byte[] log = Files.readAllBytes(folder.simulationLog());
        Files.write(folder.simulationLog(), Arrays.copyOf(log, log.length - 3));

        Recording recording = RecordingReader.read(folder);

        assertThat(recording.rounds().get(0).calls().get("good").size()).isEqualTo(2);
        assertThat(recording.damage())
                .containsExactly("simulation.log ends in the middle of a record, after 3 whole ones");
        assertThat(Analysis.of(recording).verdict().valid()).isFalse();
    }

    @Test
    void aLogThatIsNoneGivesARemark() throws Exception {
        Files.writeString(folder.simulationLog(), "no log at all");

        Recording recording = RecordingReader.read(folder);

        assertThat(recording.callsStartedAtMillis()).isNull();
        assertThat(recording.damage()).singleElement().asString().startsWith(folder.simulationLog() + ": byte 0");
    }

    @Test
    void samplesThatCannotBeReadGiveARemarkAndTheRestIsTold() throws Exception {
        writeLog();
        Files.createDirectory(folder.samples());

        Recording recording = RecordingReader.read(folder);

        assertThat(recording.damage()).isEmpty();
        assertThat(recording.remarks()).singleElement().asString().startsWith("samples.csv cannot be read (");
        assertThat(Analysis.of(recording).targets())
                .hasSameSizeAs(SampleRun.record().rounds().get(0).targets());
    }

    @Test
    void aLogThatIsMissingGivesARemark() {
        Recording recording = RecordingReader.read(folder);

        assertThat(recording.callsStartedAtMillis()).isNull();
        assertThat(recording.damage()).containsExactly("there is no simulation.log: no call can be counted");
    }

    @Test
    void gatlingsErrorsAreCountedAndOnlyTheFirstFewKindsAreTold() throws Exception {
        try (SimulationLogWriter log = new SimulationLogWriter(folder.simulationLog())) {
            log.run("good").error("first", 1).error("first", 2);
            for (int kind = 0; kind < 20; kind++) {
                log.error("kind " + kind, 3);
            }
        }

        assertThat(RecordingReader.read(folder).remarks())
                .hasSize(5)
                .startsWith(
                        "simulation.log: Gatling met 2 times: first", "simulation.log: Gatling met 1 times: kind 0");
    }

    /** Of a capacity that was looked for, those of its search and of its attempts that were made once more are left out. */
    @Test
    void callsOfTheConfirmingProbeAreThoseOfTheRound() throws Exception {
        folder.write(withProbes(
                MadeUpProbe.open(7, Purpose.NARROW, 1500).target("good").record(),
                MadeUpProbe.open(8, Purpose.CONFIRM, 1500).target("good").record(),
                MadeUpProbe.open(9, Purpose.CONFIRM, 1500).target("good").record(),
                MadeUpProbe.open(10, Purpose.CONFIRM, 20).target("slow").record()));
        try (LatencyWriter latencies = new LatencyWriter(folder.latencies())) {
            latencies.write(9, List.of(MadeUpSlice.of(0, 1000).calls(2, 1).get()));
        }
        try (SimulationLogWriter log = new SimulationLogWriter(folder.simulationLog())) {
            log.run("good")
                    .request(List.of(), "good probe 7, 1500 calls/s", 1, 2, true, "")
                    .request(List.of(), "good probe 8, 1500 calls/s", 3, 4, true, "")
                    .request(List.of(), "good probe 9, 1500 calls/s", 5, 6, true, "")
                    .request(List.of(), "good probe 9, 1500 calls/s", 7, 9, false, "Request timeout after 1000 ms")
                    .request(List.of(), "slow probe 10, 20 calls/s", 10, 20, true, "");
        }

        Recording recording = RecordingReader.read(folder);

        Calls good = recording.rounds().get(0).calls().get("good");
        assertThat(good.size()).isEqualTo(2);
        assertThat(good.startMillis(0)).isEqualTo(5);
        assertThat(good.ok(1)).isFalse();
        assertThat(recording.rounds().get(0).calls().get("slow").size()).isEqualTo(1);
        assertThat(recording.rounds().get(0).coldCalls().get("good").size()).isZero();
        assertThat(recording.latencies().of(9)).hasSize(1);
        assertThat(recording.latencies().of(8)).isEmpty();
        assertThat(recording.damage()).isEmpty();
        assertThat(recording.remarks()).isEmpty();
    }

    private static RunRecord withProbes(ProbeRecord... probes) {
        RunRecord run = SampleRun.record();
        RoundRecord round = run.rounds().get(0);
        RoundRecord probed = new RoundRecord(
                round.number(),
                round.order(),
                round.again(),
                round.targets(),
                round.phases(),
                round.weighings(),
                round.heaps(),
                round.windows(),
                List.of(probes));
        return new RunRecord(
                run.schema(),
                run.id(),
                run.simulation(),
                run.startedAt(),
                run.complete(),
                run.settings(),
                run.environment(),
                run.main(),
                List.of(probed),
                run.remarks());
    }

    private void writeLog() throws Exception {
        try (SimulationLogWriter log = new SimulationLogWriter(folder.simulationLog())) {
            log.run("good")
                    .request(List.of(), "good", 1, 2, true, "")
                    .request(List.of(), "good", 5, 1005, false, "Request timeout after 1000 ms")
                    .request(List.of(), "somebody else", 6, 7, true, "");
        }
    }
}
