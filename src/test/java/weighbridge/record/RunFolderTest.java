package weighbridge.record;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import weighbridge.record.Reading.Counts;
import weighbridge.render.Golden;

class RunFolderTest {
    @TempDir
    Path results;

    @Test
    void theFolderThatAppearsDuringAClaimIsOurs() throws Exception {
        gatlingFolder("burst-1");
        RunFolderClaim claim = RunFolderClaim.open(results);
        Path ours = gatlingFolder("burst-2");
        Files.createDirectory(results.resolve("no-run"));

        assertThat(claim.resolve()).contains(new RunFolder(ours));
    }

    @Test
    void aClaimWithoutANewFolderSaysSo() throws Exception {
        gatlingFolder("burst-1");
        RunFolderClaim claim = RunFolderClaim.open(results);

        assertThat(claim.resolve()).isEmpty();
        RunFolderClaim.open(results); // the lock was given back
    }

    @Test
    void latestMovesFromRunToRun() throws Exception {
        RunFolder first = new RunFolder(gatlingFolder("burst-1"));
        RunFolder second = new RunFolder(gatlingFolder("burst-2"));

        first.becomeLatest();
        second.becomeLatest();

        assertThat(results.resolve("latest").toRealPath())
                .isEqualTo(second.path().toRealPath());
        try (var entries = Files.list(results)) {
            assertThat(entries).hasSize(3);
        }
    }

    @Test
    void latestIsTakenAwayWhereItIsALink() throws Exception {
        RunFolder.forgetLatest(results); // there is none
        RunFolder.forgetLatest(results.resolve("gone"));
        RunFolder run = new RunFolder(gatlingFolder("burst-1"));
        run.becomeLatest();

        RunFolder.forgetLatest(results);

        assertThat(results.resolve("latest")).doesNotExist();
        assertThat(run.path()).isDirectoryContaining("glob:**/simulation.log");
        run.becomeLatest();
        assertThat(results.resolve("latest")).isSymbolicLink();
    }

    @Test
    void aFolderNamedLatestStays() throws Exception {
        Path copied = gatlingFolder("latest");

        RunFolder.forgetLatest(results);

        assertThat(copied).isDirectoryContaining("glob:**/simulation.log");
    }

    @Test
    void aFolderOfOurOwnIsNamedAsGatlingNamesIts() throws Exception {
        RunFolder folder = RunFolder.create(
                results, "weighbridge.simulation.BurstSimulation", Instant.parse("2026-11-23T10:15:30.007Z"));

        assertThat(folder.id()).isEqualTo("burstsimulation-20261123101530007");
    }

    @Test
    void logsMoveWithWhatIsStillBeingWritten() throws Exception {
        Staging staging = Staging.create(results);
        RunFolder folder = new RunFolder(gatlingFolder("burst-1"));
        try (OutputStream log = Files.newOutputStream(staging.logs().resolve("a.log"))) {
            log.write("before ".getBytes());
            staging.moveTo(folder);
            log.write("after".getBytes());
        }

        assertThat(folder.logs().resolve("a.log")).hasContent("before after");
        assertThat(staging.logs()).doesNotExist();
        staging.discard(); // nothing left to discard
        assertThat(folder.logs()).isDirectoryContaining("glob:**/a.log");
    }

    @Test
    void samplesAreLinesOfCsv() throws Exception {
        Path file = results.resolve("samples.csv");
        try (SampleWriter writer = new SampleWriter(file)) {
            writer.write(new Sample(
                    1_795_428_931_000L,
                    "netty",
                    new Reading(60_000_000, 2_800_000_000L, null, null, 1.25, 1, 0, Counts.UNKNOWN)));
            writer.write(new Sample(
                    1_795_428_931_100L,
                    "main",
                    new Reading(150_000_000, 3_700_000_000L, null, null, 12.0, 1, 0, Counts.UNKNOWN)));
        }

        Golden.check("samples.csv", Files.readString(file));
    }

    private Path gatlingFolder(String name) throws Exception {
        Path folder = Files.createDirectory(results.resolve(name));
        Files.createFile(folder.resolve("simulation.log"));
        return folder;
    }
}
